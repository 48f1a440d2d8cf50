import { writtenAnswers } from './answers.ts';
import { durationMinutes } from './duration-words.ts';
import type { FormLine } from './form-lines.ts';
import { formProblem } from './form-problem.ts';
import type { Field } from './request-form.ts';

const heading = 'Expected duration';
const expected = 'a duration from 15 minutes to 10 days, with its unit; a day counts 8 hours';
const example = '90 min';
const shortest = 15;
const longest = 10 * 8 * 60;
const longestText = 100;
const mostLines = 20;

function minutesOf(text: string): number | null {
  return text.length > longestText ? null : durationMinutes(text);
}

/** Reads the expected duration, in minutes; a day is 8 hours (docs/rules.md#requests). */
export function readDuration(lines: readonly FormLine[]): Field<number> {
  const answers = writtenAnswers(lines, mostLines).map((line) => line.text);
  if (answers.length === 0) {
    return {
      state: 'problem',
      problem: formProblem('duration-missing', heading, { found: '', expected, example }),
    };
  }
  const found = answers.join(' / ');
  const readings = new Set(answers.map(minutesOf));
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
