import { describe, expect, it } from 'vitest';
import type { ProgramHistory } from '../../src/domain/metrics/program-history.ts';
import { correctPage } from '../../src/report/correct-page.ts';
import { monthlyPage } from '../../src/report/monthly-page.ts';
import { readPublished } from '../../src/report/published-figures.ts';
import { reportInput, reportOf } from './sample-pages.ts';
import { request, smallProgram } from './small-program.ts';

const fast = smallProgram({ requests: [request(3, [['assigned', 6]])] });
const slow = smallProgram({ requests: [request(3, [['assigned', 8]])] });
const published = monthlyPage(reportInput(fast), reportOf(fast, '2026-11'));

function corrected(history: ProgramHistory, page: string): string | null {
  return correctPage(reportInput(history), reportOf(history, '2026-11'), page);
}

function added(history: ProgramHistory, page: string): string {
  return corrected(history, page)?.slice(page.trimEnd().length) ?? '';
}

describe('a published page', () => {
  it('stays as it is while the figures do', () => {
    expect(corrected(fast, published)).toBeNull();
    expect(corrected(fast, published.trimEnd().replaceAll('\n', '\r\n'))).toBeNull();
  });

  it('keeps what was published and gets a dated note with the difference', () => {
    const note = added(slow, published);

    expect(corrected(slow, published)?.startsWith(published.trimEnd())).toBe(true);
    expect(note).toContain('## Correction of 2026-12-01');
    expect(note).toContain('"was":6,"now":8');
    expect(note).toContain('"key":"overall/5.assigned.mean"');
    expect(note).not.toContain('5.requests');
  });

  it('is corrected once, and once more when the figures change back', () => {
    const once = corrected(slow, published) ?? '';
    const back = corrected(fast, once) ?? '';

    expect(corrected(slow, once)).toBeNull();
    expect(back.startsWith(once.trimEnd())).toBe(true);
    expect(readPublished(back)).toEqual(readPublished(published));
  });

  it('is corrected where a group appears or vanishes', () => {
    const other = smallProgram({
      requests: [request(3, [['assigned', 6]], { areaKey: 'appsec', region: 'amer' })],
    });
    const once = corrected(other, published) ?? '';
    const figures = readPublished(once);

    expect(readPublished(published)?.has('region:emea/5.requests')).toBe(true);
    expect(figures?.has('region:emea/5.requests')).toBe(false);
    expect(figures?.get('area:appsec/5.requests')?.value).toBe(1);
    expect(corrected(other, once)).toBeNull();
  });

  it('is not corrected where somebody joins or leaves the roster', () => {
    const later = { ...fast, config: { ...fast.config, roster: fast.config.roster.slice(0, 1) } };
    expect(corrected(later, published)).toBeNull();
    expect(corrected(fast, monthlyPage(reportInput(later), reportOf(later, '2026-11')))).toBeNull();
  });

  it('is never corrected for what rests on the day it was read', () => {
    const fields = { nps: 9, opportunityId: null };
    const steps = [
      ['assigned', 6],
      ['awaiting-feedback', 90],
    ] as const;
    const all = (nps: number) =>
      smallProgram({ requests: [1, 2, 3, 4, 5, 6].map((iid) => request(iid, steps, { ...fields, nps })) });
    const before = all(9);
    const page = monthlyPage(reportInput(before), reportOf(before, '2026-11'));

    expect(readPublished(page)?.get('overall/6.nps')).toMatchObject({ value: 100, readOnly: true });
    expect(corrected(all(2), page)).toBeNull();
  });

  it('of an older desk is not corrected for figures that it did not know', () => {
    const older = published
      .split('\n')
      .filter((line) => !/"key":"[^"]*\/(?:ratings|declines)\./.test(line))
      .join('\n')
      .replace(',\n]', '\n]');

    expect(older).not.toBe(published);
    expect(corrected(fast, older)).toBeNull();
  });

  it('of a newer desk is not corrected for figures that this one does not know', () => {
    const line = published.split('\n').find((each) => each.includes('"key":"overall/5.requests"')) ?? '';
    const newer = published.replace(line, `${line}\n${line.replace('5.requests', '9.unheard-of')}`);

    expect(newer).toContain('9.unheard-of');
    expect(corrected(fast, newer)).toBeNull();
  });

  it.each([
    ['was damaged', (page: string) => page.replace('"items": [', '"items": [,')],
    ['was taken out', (page: string) => page.slice(0, page.indexOf('```json:table'))],
    ['lost its end', (page: string) => page.slice(0, page.indexOf('"overall/5.assigned.n"'))],
  ])('whose table %s gets the whole one once, and the rest is kept', (_, damage) => {
    const damaged = damage(published);
    const repaired = corrected(fast, damaged) ?? '';

    expect(repaired.startsWith(damaged.trimEnd())).toBe(true);
    expect(repaired).toContain('cannot be read any more');
    expect(readPublished(repaired)).toEqual(readPublished(published));
    expect(corrected(fast, repaired)).toBeNull();
  });

  it('may hold tables of people, which are no figures', () => {
    const table = '```json:table\n{"items": [{"name": "coffee", "value": 12, "now": 13}]}\n```\n';

    expect(corrected(fast, `${published}\n${table}`)).toBeNull();
  });
});
