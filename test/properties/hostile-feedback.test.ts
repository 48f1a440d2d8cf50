import { describe, expect, it } from 'vitest';
import { feedbackHeadings } from '../../src/domain/board/form/feedback-fields.ts';
import { isFeedbackForm } from '../../src/domain/board/form/is-feedback-form.ts';
import { parseFeedbackForm } from '../../src/domain/board/form/parse-feedback-form.ts';
import { milliseconds } from '../builders/thread-time.ts';
import { feedbackContext } from '../domain/board/form/feedback-context.ts';
import { unscanned } from '../domain/form/unscanned.ts';
import { countCharacters } from './character-counter.ts';
import { hostileShapes } from './hostile-shapes.ts';

const context = feedbackContext();

describe('as customer feedback, 64 KiB of', () => {
  it.each(hostileShapes)('%s are recognised and read in 250 ms', (_, text) => {
    const work = () => {
      const description = unscanned(text);
      expect(parseFeedbackForm(description, context).problems.length).toBeGreaterThan(0);
      expect(isFeedbackForm(description)).toBe(false);
    };

    expect(milliseconds(work, 250)).toBeLessThan(250);
  });
});

describe('a field of feedback with 60 KiB of', () => {
  it.each(hostileShapes)('%s is read in 250 ms, whichever it is', (_, text) => {
    const answer = text.slice(0, Math.floor((60_000 * text.length) / 65_536));
    for (const heading of Object.values(feedbackHeadings)) {
      const form = `### ${heading}\n${answer}\n### Notes\n`;
      expect(milliseconds(() => parseFeedbackForm(unscanned(form), context), 250)).toBeLessThan(250);
    }
  });
});

/** One address or number after the other, which only the fields of links look at. */
const links = [
  'https://gitlab.example.com/a/b/-/issues/1 ',
  'https://gitlab.example.com/',
  'a/b#1 ',
  'a/',
  'a.',
  '#1',
  '1 ',
  '[a](https://gitlab.example.com/a/b/issues/1) ',
];

/** How often a character is looked at on average while a form with this text is recognised and read. */
function timesReadUnder(heading: string, text: string): number {
  const form = unscanned(`### ${heading}\n${text}`.slice(0, 16_384));
  const counted = countCharacters(() => {
    parseFeedbackForm(form, context);
    isFeedbackForm(form);
  });
  expect(counted).toBeGreaterThan(form.length);
  return counted / form.length;
}

describe('each character of', () => {
  const fields = [
    feedbackHeadings.asking,
    feedbackHeadings.challenge,
    feedbackHeadings.productIssue,
    feedbackHeadings.requests,
  ];

  it.each(hostileShapes)('%s is handed over 20 times at most by all readers of feedback', (_, text) => {
    for (const heading of fields) expect(timesReadUnder(heading, text)).toBeLessThanOrEqual(20);
  });

  it.each(links)('%j, again and again, is handed over 20 times at most', (piece) => {
    for (const heading of fields) {
      expect(timesReadUnder(heading, piece.repeat(16_384))).toBeLessThanOrEqual(20);
    }
  });
});
