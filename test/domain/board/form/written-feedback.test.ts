import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedbackForm } from '../../../../src/domain/board/form/feedback-form.ts';
import { isFeedbackForm } from '../../../../src/domain/board/form/is-feedback-form.ts';
import { parseFeedbackForm } from '../../../../src/domain/board/form/parse-feedback-form.ts';
import { isRequestForm } from '../../../../src/domain/form/is-request-form.ts';
import { exampleTemplate } from '../../../../src/sandbox/example/example-project.ts';
import { formWith } from '../../form/context.ts';
import { feedbackContext, feedbackWith } from './feedback-context.ts';
import { printedFeedback, writtenFeedback } from './written-feedback.ts';

function given({ problems: _, ...fields }: FeedbackForm): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => (field.state === 'given' ? [[key, field.value]] : [])),
  );
}

describe('the feedback of somebody who', () => {
  it.each(writtenFeedback)('$who', ({ text, read, codes }) => {
    const form = parseFeedbackForm(text, feedbackContext());

    expect(form.problems.map((problem) => problem.code)).toEqual(codes);
    expect(given(form)).toMatchObject(read);
  });
});

const printedRequest = readFileSync(exampleTemplate, 'utf8');

/** What an issue without a label of its type is taken for. */
function takenFor(text: string): string {
  const kinds = [...(isRequestForm(text) ? ['request'] : []), ...(isFeedbackForm(text) ? ['feedback'] : [])];
  return kinds.join(' and ') || 'neither';
}

describe('an issue without labels', () => {
  it.each([
    ['the template of feedback', printedFeedback, 'feedback'],
    ['the template of a request', printedRequest, 'request'],
    ['feedback that is filled in', feedbackWith(), 'feedback'],
    ['a request that is filled in', formWith(), 'request'],
    ['three headings of feedback', '## current challenge\n# 2. Product Areas\n## Theme', 'feedback'],
    ['two headings of feedback', '## Current challenge\n## Theme', 'neither'],
    ['one heading three times', '## Theme\n## Theme\n## Theme', 'neither'],
    ['headings that both have', '## Opportunity ID\n## Area\n## Type', 'request'],
    ['an ordinary proposal', '## Problem\n## Proposal\n## Solution\n## Impact\n## Related issues', 'neither'],
    [
      'feedback with headings of the first form of requests',
      `${feedbackWith()}\n## Opportunity ID\n## Area\n## Type`,
      'feedback',
    ],
    ['a request below feedback', `${feedbackWith()}\n${formWith()}`, 'request'],
    ['feedback below a request', `${printedRequest}\n${printedFeedback}`, 'request'],
    [
      'feedback with two headings of a request',
      `${feedbackWith()}\n## Proposed dates\n## Expected duration`,
      'feedback',
    ],
    ['a request with two headings of feedback', `${formWith()}\n## Theme\n## Product issue`, 'request'],
    ['feedback in a quote', feedbackWith().replace(/^/gm, '> '), 'neither'],
    ['feedback in code', `\`\`\`\n${feedbackWith()}\n\`\`\``, 'neither'],
    ['feedback beyond the limit', `${' \n'.repeat(40_000)}${feedbackWith()}`, 'neither'],
  ])('is taken for what its headings say: %s', (_, text, expected) => {
    expect(takenFor(text)).toBe(expected);
  });

  it('is never taken for both, whatever headings stand there in whatever order', () => {
    const headings = [...`${printedFeedback}\n${printedRequest}`.matchAll(/^###? .+$/gm)].map(
      ([line]) => line,
    );

    fc.assert(
      fc.property(fc.shuffledSubarray(headings), (lines) => {
        expect(takenFor(lines.join('\n\n'))).not.toContain('and');
      }),
    );
  });
});
