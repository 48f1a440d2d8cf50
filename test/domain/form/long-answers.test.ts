import { describe, expect, it } from 'vitest';
import { parseRequestForm } from '../../../src/domain/form/parse-request-form.ts';
import { milliseconds } from '../../builders/thread-time.ts';
import { context, formWith } from './context.ts';
import { unscanned } from './unscanned.ts';

function read(answers: Readonly<Record<string, string>>) {
  return parseRequestForm(formWith(answers), context());
}

describe('an answer that is longer than any of its kind', () => {
  it('is not taken for its first part: dates on one line, and more far behind them', () => {
    const line = `${'2026-12-03 15:00 CET; '.repeat(12)}${' '.repeat(800)}; only if the customer agrees`;
    const { dates, problems } = read({ 'Proposed dates': `- ${line}` });

    expect(dates.state).toBe('problem');
    expect(problems.map(({ code }) => code)).toEqual(['date-unreadable']);
  });

  it('is not taken for its first part: a date, and more behind two thousand blanks', () => {
    const { problems } = read({ 'Proposed dates': `2026-12-03${' '.repeat(2100)}or never` });

    expect(problems.map(({ code }) => code)).toEqual(['date-unreadable']);
  });

  it('shows that it goes on where it is kept', () => {
    const { area } = read({ 'Area of expertise': `- [x] Other: ${'quantum computing '.repeat(200)}` });

    expect(area.state === 'given' && area.value.other?.endsWith('…')).toBe(true);
    expect(area.state === 'given' && area.value.other?.length).toBeLessThan(2010);
  });

  it('is too many dates when twenty lines tell stories', () => {
    const story = `- 2026-12-03 15:00 CET, ${'because of the customer '.repeat(8)}\n`;
    const { problems } = read({ 'Proposed dates': story.repeat(15) });

    expect(problems.map(({ code }) => code)).toEqual(['dates-too-many']);
  });

  it('says several things when one choice is ticked twenty-one times, and one thing when ten copies agree', () => {
    const ticked = (times: number) => read({ 'Area of expertise': '- [x] AI\n'.repeat(times) });

    expect(ticked(10).area).toMatchObject({ state: 'given', value: { key: 'ai' } });
    expect(ticked(21).problems.map(({ code, found }) => [code, found.slice(0, 6)])).toEqual([
      ['area-several', 'AI, AI'],
    ]);
  });

  it('keeps free text whole', () => {
    const story = 'We need this. '.repeat(1000).trim();

    expect(read({ Description: story }).description).toEqual({ state: 'given', value: story });
  });
});

describe('60 KiB behind', () => {
  const blanks = ' '.repeat(61_440);
  const lines: readonly (readonly [what: string, line: string])[] = [
    ['an empty box, as blanks before a last word', `- [ ] AI${blanks}word`],
    ['a ticked box, as blanks before a last word', `- [x] AI${blanks}word`],
    ['a link that nobody closes, as addresses of it', `<a ${'href="a" '.repeat(6826)}`],
    ['links that nobody closes, as further ones', '<a href="'.repeat(6826)],
    ['a row of a table with a line break, as empty cells', `|a<br>${'|  '.repeat(20_480)}x`],
    ['a row of a table with a line break, as blanks', `|a<br>|${blanks}x`],
    ['a label, as blanks before a last word', `Area:${blanks}word`],
    ['what is struck out, as further tags', `<s>${'a<s>'.repeat(15_360)}`],
    ['an emphasised line, as more of it', `**${'a'.repeat(61_440)}`],
    ['a bracket, as further brackets', '(a '.repeat(20_480)],
  ];

  it.each(lines)('%s: read in 250 ms', (_, line) => {
    for (const heading of ['Area of expertise', 'Proposed dates', 'Description']) {
      const form = `### ${heading}\n${line}\n### I confirm\n- [ ] nothing\n`;
      expect(milliseconds(() => parseRequestForm(unscanned(form), context()), 250)).toBeLessThan(250);
    }
  });
});
