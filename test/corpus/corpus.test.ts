import { afterAll, describe, expect, it } from 'vitest';
import { formsFrom } from './forms.ts';
import { type Result, resultsOf, shown } from './results.ts';
import { comparedFields, freeText, type Verdict } from './score.ts';

const forms = formsFrom(1000, 12);
const results = forms.flatMap(resultsOf);
const writers = [...new Set(forms.map(({ writer }) => writer))];

/** What must never be read as something else than was meant, in any form. */
const exact = ['Opportunity ID or link', 'Expected close date', 'Proposed dates'];

function share(of: readonly Result[]): number {
  return of.filter(({ verdict }) => verdict === 'right').length / of.length;
}

function row(name: string, of: readonly Result[]): string {
  const count = (verdict: Verdict) => of.filter((each) => each.verdict === verdict).length;
  const numbers = [new Set(of.map(({ form }) => form)).size, of.length];
  const verdicts = [count('right'), count('asked'), count('lost'), count('wrong')];
  const cells = [...numbers, ...verdicts].map((each) => String(each).padStart(7)).join('');
  return `${name.padEnd(34)}${cells}${`${(share(of) * 100).toFixed(1)} %`.padStart(9)}`;
}

const ofWriter = (writer: string) => results.filter(({ form }) => form.writer === writer);
const ofField = (field: string) => results.filter((each) => each.field === field);

afterAll(() => {
  const head = ['forms', 'fields', 'right', 'asked', 'lost', 'wrong', '  share'].map((each) =>
    each.padStart(7),
  );
  const lines = [
    `${' '.repeat(34)}${head.join('')}`,
    ...writers.map((writer) => row(writer, ofWriter(writer))),
    ...comparedFields.map((field) => row(field, ofField(field))),
    row('all', results),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
});

describe('forms by people who do not know how they are read', () => {
  it('are at least 60, and no two are alike', () => {
    expect(forms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(forms.map(({ text }) => text)).size).toBe(forms.length);
  });

  it('are read right in 95 of 100 fields', () => {
    expect(share(results)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(writers)('are read right in 95 of 100 fields: %s', (writer) => {
    expect(share(ofWriter(writer))).toBeGreaterThanOrEqual(0.95);
  });

  it.each(comparedFields)('are read right in 95 of 100 cases at %s', (field) => {
    expect(share(ofField(field))).toBeGreaterThanOrEqual(0.95);
  });

  it('never give an id or a date that nobody has written, and what is doubtful is asked', () => {
    const wrong = results.filter((each) => exact.includes(each.field) && each.verdict === 'wrong');
    const doubtful = results.filter((each) => each.meant === 'to be asked');

    expect(wrong.map(shown)).toEqual([]);
    expect(doubtful.length).toBeGreaterThan(40);
    expect(doubtful.filter(({ verdict }) => verdict !== 'right').map(shown)).toEqual([]);
  });

  it('are told at every other field that was not read what to write there', () => {
    const untold = results.filter(
      (each) => each.verdict !== 'right' && each.told === '' && !freeText.includes(each.field),
    );

    expect(untold.map(shown)).toEqual([]);
  });

  it('give no other id or date in six hundred further forms', () => {
    const further = formsFrom(500_000, 50).flatMap(resultsOf);
    const wrong = further.filter((each) => exact.includes(each.field) && each.verdict === 'wrong');

    expect(wrong.map(shown)).toEqual([]);
    expect(share(further)).toBeGreaterThanOrEqual(0.95);
  });
});
