import { describe, expect, it } from 'vitest';
import { isRequestForm } from '../../src/domain/form/is-request-form.ts';
import { parseRequestForm } from '../../src/domain/form/parse-request-form.ts';
import { commandLines } from '../../src/domain/markdown/command-lines.ts';
import { escapeMarkdown } from '../../src/domain/markdown/escape-markdown.ts';
import { foreignHtml } from '../../src/domain/markdown/foreign-html.ts';
import { mentionsIn } from '../../src/domain/markdown/mentions-in.ts';
import { scanBlocks } from '../../src/domain/markdown/scan-blocks.ts';
import { slackText } from '../../src/domain/slack-text/slack-text.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { requestText } from '../builders/request-text.ts';
import { milliseconds } from '../builders/thread-time.ts';
import { context } from '../domain/form/context.ts';
import { unscanned } from '../domain/form/unscanned.ts';
import { countCharacters } from './character-counter.ts';
import { hostileShapes } from './hostile-shapes.ts';

const config = exampleConfig();

/** Everything that the desk does with a description before it has answered: read it, check it, write the answer. */
function lifeOf(description: string): () => void {
  const desk = new PaperDesk();
  desk.open({ description, labels: ['type::sme-request'] });
  return () => {
    // What was read under one configuration is not read again: each attempt has its own.
    desk.config = { ...config };
    desk.change(1, { description: unscanned(description) });
    expect(desk.plan().actions.length).toBeGreaterThan(0);
  };
}

function escapesAndGates(text: string): void {
  const escaped = escapeMarkdown(text);
  expect([...commandLines(escaped), ...mentionsIn(escaped), ...foreignHtml(escaped)]).toEqual([]);
  // The gates themselves have to bear a body in which nothing is escaped.
  expect(
    commandLines(text).length + mentionsIn(text).length + foreignHtml(text).length,
  ).toBeGreaterThanOrEqual(0);
  expect(slackText`${text}`).not.toMatch(/[<>]/);
}

describe('64 KiB of', () => {
  it.each(hostileShapes)('%s are read, escaped and looked through in 250 ms', (_, text) => {
    const work = () => {
      const description = unscanned(text);
      const { problems } = parseRequestForm(description, context());
      expect(problems.length).toBeGreaterThan(0);
      expect(typeof isRequestForm(description)).toBe('boolean');
      escapesAndGates(text);
    };

    expect(new TextEncoder().encode(text).length).toBeGreaterThan(60_000);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(65_536);
    expect(milliseconds(work, 250)).toBeLessThan(250);
  });

  it.each(hostileShapes)('%s are checked and answered in 250 ms', (_, text) => {
    expect(milliseconds(lifeOf(text), 250)).toBeLessThan(250);
  });
});

const room = 65_536 - requestText().length - 200;

describe('a field with 60 KiB of', () => {
  it.each(hostileShapes)('%s is read in 250 ms, whichever it is', (_, text) => {
    const headings = ['Opportunity ID or link', 'Area of expertise', 'Proposed dates'];
    const answer = text.slice(0, Math.floor((room * text.length) / 65_536));
    for (const heading of headings) {
      const form = `### ${heading}\n${answer}\n### Slack channel of the opportunity\n`;
      expect(milliseconds(() => parseRequestForm(unscanned(form), context()), 250)).toBeLessThan(250);
    }
  });
});

/** A short answer and a story. */
const headings = ['Opportunity ID or link', 'Description'];

/** Lines that the readers of an answer look at more often than at most others. */
const stubborn = [
  'a\n',
  'tbd\n',
  'Area: words of an answer\n',
  'Area of expertise, or so\n',
  '- [ ] Other: words\n',
  '- [ ] x AI [x]\n',
  '\u2022 \u2610 AI\n',
  '**Area** of words\n',
  '> ### Area: words\n',
  '### :a:a:a (b)\n',
  '&amp;&lt;&gt; \\* ~~a~~\n',
  `- [x] Other: ${'words (words) '.repeat(9)}\n`,
];

/** How often a character is looked at on average while a form with this text is recognised and read. */
function timesReadUnder(heading: string, text: string): number {
  const form = unscanned(`### ${heading}\n${text}`.slice(0, 16_384));
  const counted = countCharacters(() => {
    parseRequestForm(form, context());
    isRequestForm(form);
  });
  // The scan is a part of it: where it was done before, nobody would have looked at every character.
  expect(counted).toBeGreaterThan(form.length);
  return counted / form.length;
}

describe('each character of', () => {
  it.each(hostileShapes)('%s is handed over 20 times at most by the scanner', (_, text) => {
    const counter = { steps: 0 };
    const counted = countCharacters(() => scanBlocks(text, counter));

    expect(counted).toBeGreaterThan(0);
    expect(counter.steps).toBeGreaterThan(0);
    expect(counted / text.length).toBeLessThanOrEqual(20);
    expect(counter.steps / text.length).toBeLessThanOrEqual(20);
  });

  it.each(hostileShapes)('%s is handed over 20 times at most by all readers of the form', (_, text) => {
    for (const heading of headings) expect(timesReadUnder(heading, text)).toBeLessThanOrEqual(20);
  });

  it.each(stubborn)('%j, again and again, is handed over 20 times at most by all readers', (line) => {
    for (const heading of headings) {
      expect(timesReadUnder(heading, line.repeat(16_384))).toBeLessThanOrEqual(20);
    }
  });
});
