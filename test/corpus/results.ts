import type { FormContext } from '../../src/domain/form/parse-request-form.ts';
import { parseRequestForm } from '../../src/domain/form/parse-request-form.ts';
import { exampleConfig } from '../builders/config.ts';
import type { FilledForm } from './forms.ts';
import { type ComparedField, comparedFields, meantBy, readFrom, type Verdict, verdictOf } from './score.ts';

/** What became of one field of one form. */
export interface Result {
  readonly form: FilledForm;
  readonly field: ComparedField;
  readonly verdict: Verdict;
  readonly meant: string;
  readonly read: string | null;
  /** The problem at this field; empty: none that says what to write. */
  readonly told: string;
}

const context: FormContext = {
  config: exampleConfig(),
  salesforceOn: true,
  now: Date.parse('2026-11-23T08:00:00Z'),
  timezone: 'Europe/Madrid',
};

const required: readonly ComparedField[] = [
  'Opportunity ID or link',
  'Area of expertise',
  'Type of engagement',
  'Proposed dates',
  'Expected duration',
  'Description',
  'Questions for the SME',
  'I confirm',
];

/**
 * Reads a form and compares it with what its writer meant, field by field. Optional fields of which nobody said
 * anything, and nothing was read, are left out: they would only make the share of the right ones larger.
 */
export function resultsOf(form: FilledForm): readonly Result[] {
  const parsed = parseRequestForm(form.text, context);
  const meant = meantBy(form.intent);
  const read = readFrom(parsed);
  return comparedFields.flatMap((field) => {
    const left = form.left.has(field);
    const expected = left ? null : meant[field];
    const sure = left ? !required.includes(field) : expected === null || !form.unsure.has(field);
    const told = parsed.problems
      .filter((each) => each.field === field && each.expected !== '' && each.example !== '')
      .map(({ code, found }) => `${code} (${found})`)
      .join('; ');
    const verdict = verdictOf(field, expected, read[field], { sure, asked: told !== '' });
    if (verdict === 'right' && expected === null && sure) return [];
    return [{ form, field, verdict, meant: sure ? `${expected}` : 'to be asked', read: read[field], told }];
  });
}

/** One line for a person to look at. */
export function shown({ form, field, verdict, meant, read, told }: Result): string {
  return `${form.writer} ${form.seed}, ${field}: ${verdict}. Meant: ${meant}. Read: ${read}. Told: ${told}`;
}
