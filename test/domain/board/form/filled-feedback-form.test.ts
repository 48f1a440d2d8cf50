import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledFeedbackForm } from '../../../../src/domain/board/form/filled-feedback-form.ts';
import { isFeedbackForm } from '../../../../src/domain/board/form/is-feedback-form.ts';
import { parseFeedbackForm } from '../../../../src/domain/board/form/parse-feedback-form.ts';
import { commandLines } from '../../../../src/domain/markdown/command-lines.ts';
import { foreignHtml } from '../../../../src/domain/markdown/foreign-html.ts';
import { mentionsIn } from '../../../../src/domain/markdown/mentions-in.ts';
import { exampleConfig } from '../../../builders/config.ts';
import { feedbackContext } from './feedback-context.ts';

const config = exampleConfig();
const areas = fc.constantFrom(...config.areas.map(({ key }) => ({ key, other: null })));

describe('a form that the desk fills in', () => {
  it('is read back as what was known, and lacks only what people have to write', () => {
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 999_999 }), (area, request) => {
        const text = filledFeedbackForm({ asking: '001A0000006Vm9rIAC', area, request }, config).join('\n');
        const form = parseFeedbackForm(text, feedbackContext());

        expect(isFeedbackForm(text)).toBe(true);
        expect(form).toMatchObject({
          asking: { value: { kind: 'account', id: '001A0000006Vm9rIAC' } },
          area: { value: area },
          requests: { value: [request] },
        });
        expect(form.problems.map(({ code }) => code)).toEqual([
          'feedback-challenge-missing',
          'feedback-solution-missing',
          'feedback-benefit-missing',
          'feedback-kind-missing',
          'feedback-impact-missing',
        ]);
      }),
    );
  });

  it('says nothing of what is not known', () => {
    const text = filledFeedbackForm({ asking: null, area: null, request: 7 }, config).join('\n');

    expect(text).not.toContain('[x]');
    expect(parseFeedbackForm(text, feedbackContext()).asking).toMatchObject({
      problem: { code: 'feedback-asking-missing' },
    });
  });

  it('holds no command, no mention and no HTML, whatever was written in the request', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/close', '@all', '<b>', '### Theme', '<!-- x -->', '#1', '\n/close\n@all'),
    );
    fc.assert(
      fc.property(wild, wild, (asking, other) => {
        const known = { asking, area: { key: 'other', other }, request: 7 };
        const text = filledFeedbackForm(known, config).join('\n');

        expect([...commandLines(text), ...mentionsIn(text), ...foreignHtml(text)]).toEqual([]);
        expect(parseFeedbackForm(text, feedbackContext()).requests).toEqual({ state: 'given', value: [7] });
      }),
    );
  });
});
