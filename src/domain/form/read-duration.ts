import type { FormLine } from './form-lines.ts';
import { formProblem } from './form-problem.ts';
import { answersOf, plainValue } from './plain-value.ts';
import type { Field } from './request-form.ts';

const heading = 'Expected duration';
const expected = 'a duration from 15 minutes to 10 days, with its unit; a day counts 8 hours';
const example = '90 min';
const shortest = 15;
const hour = 60;
const day = 8 * hour;
const longest = 10 * day;
const longestText = 100;

const words: Readonly<Record<string, string>> = {
  'half an': '0.5',
  'half a': '0.5',
  half: '0.5',
  an: '1',
  a: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
};

function minutesOf(unit: string): number {
  if (unit.startsWith('m')) return 1;
  return unit.startsWith('h') ? hour : day;
}

/** Minutes, or null when anything of the text is not understood: ranges, bare numbers, other units. */
function durationMinutes(written: string): number | null {
  if (written.length > longestText) return null;
  const text = written
    .toLowerCase()
    .replace(/^(?:about|around|approximately|approx\.?|ca\.?|circa|~|roughly|up to)\s*/, '')
    .replace(/\b(half an?|half|an?|one|two|three|four|five)\b/g, (word) => words[word] ?? word)
    .replace(/^(\d{1,2})\s*h\s*(\d{2})$/, '$1 h $2 min');
  const part =
    /(\d{1,4}(?:[.,]\d{1,2})?)[\s-]*(minutes|minute|mins|min|m|hours|hour|hrs|hr|h|days|day|d)\b\.?/g;
  let total = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(part)) {
    total += Number(amount.replace(',', '.')) * minutesOf(unit);
  }
  const rest = text.replace(part, ' ').replace(/\band\b|[,+\s]/g, '');
  return rest === '' && total > 0 ? Math.round(total) : null;
}

/** Reads the expected duration, in minutes; a day is 8 hours (docs/rules.md#requests). */
export function readDuration(lines: readonly FormLine[]): Field<number> {
  const answers = answersOf(lines)
    .filter((line) => line.checked !== false)
    .map((line) => plainValue(line.text));
  if (answers.length === 0) {
    return {
      state: 'problem',
      problem: formProblem('duration-missing', heading, { found: '', expected, example }),
    };
  }
  const found = answers.join(' / ');
  const readings = new Set(answers.slice(0, 5).map(durationMinutes));
  const [minutes] = readings;
  if (readings.size > 1 || minutes === undefined || minutes === null) {
    return {
      state: 'problem',
      problem: formProblem('duration-unreadable', heading, { found, expected, example }),
    };
  }
  if (minutes < shortest || minutes > longest) {
    return {
      state: 'problem',
      problem: formProblem('duration-range', heading, { found, expected, example }),
    };
  }
  return { state: 'given', value: minutes };
}
