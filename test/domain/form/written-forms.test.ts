import { describe, expect, it } from 'vitest';
import { isRequestForm } from '../../../src/domain/form/is-request-form.ts';
import { parseRequestForm } from '../../../src/domain/form/parse-request-form.ts';
import type { RequestForm } from '../../../src/domain/form/request-form.ts';
import { context, formWith } from './context.ts';
import { writtenForms } from './written-forms.ts';

/** The values that were given, short: choices as words, dates as how many. */
function given(form: RequestForm): Record<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [key, field] of Object.entries(form)) {
    if (typeof field === 'boolean') values.set(key, field);
    else if ('state' in field && field.state === 'given') values.set(key, field.value);
  }
  if (form.area.state === 'given')
    values.set('area', [form.area.value.key, form.area.value.other ?? ''].join(' ').trim());
  if (form.engagement.state === 'given') {
    values.set(
      'engagement',
      [form.engagement.value.type, form.engagement.value.other ?? ''].join(' ').trim(),
    );
  }
  if (form.dates.state === 'given') values.set('dates', form.dates.value.length);
  return Object.fromEntries(values);
}

describe('the form of somebody who', () => {
  it.each(writtenForms)('$who', ({ text, read, codes }) => {
    const form = parseRequestForm(text, context());

    expect(form.problems.map((problem) => problem.code)).toEqual(codes);
    expect(given(form)).toMatchObject(read);
  });
});

describe('a request without labels', () => {
  it.each([
    ['the template', formWith(), true],
    ['three of its headings', '## area of expertise\n## 2. Proposed Date(s)\n## Expected duration', true],
    ['two of its headings', '## Area of expertise\n## Expected duration', false],
    ['one heading three times', '## Area\n## Area of expertise\n## Area', false],
    ['headings in a quote', '> ## Area\n> ## Dates\n> ## Duration', false],
    ['headings in code', '```\n## Area\n## Dates\n## Duration\n```', false],
    ['an ordinary issue', 'Area: the dates and duration of our offsite', false],
    ['headings beyond the limit', `${' \n'.repeat(40_000)}${formWith()}`, false],
  ])('is told by its headings: %s', (_, text, expected) => {
    expect(isRequestForm(text)).toBe(expected);
  });
});
