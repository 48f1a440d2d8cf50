import { describe, expect, it } from 'vitest';
import type { RequestHistory } from '../../src/domain/metrics/facts.ts';
import { type MeasureInput, measure } from '../../src/domain/metrics/measure.ts';
import { monthPeriod } from '../../src/domain/metrics/month.ts';
import { standings } from '../../src/domain/metrics/standing.ts';
import { readJsonTables } from '../../src/report/json-table.ts';
import { monthlyPage } from '../../src/report/monthly-page.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { at, history, life, metricsConfig, opportunity } from '../domain/metrics/builders.ts';

const november = monthPeriod('2026-11', 'UTC') ?? { from: 0, to: 0, name: '' };
const evil = 'AI | </td>`` @all #1 ::include{file=x}\n/close\n```json:table ~"a" "b"];';

function report(fields: Partial<MeasureInput> = {}): ReportInput {
  const config = metricsConfig();
  const now = Date.parse('2026-12-01T06:00:00Z');
  const facts: MeasureInput = { config, histories: [], opportunities: [], now, desk: [900], ...fields };
  const measured = measure(facts, november);
  return {
    program: config.program.name,
    timezone: 'UTC',
    minimumN: 5,
    now,
    measured,
    standings: standings(facts, measured, { kind: 'none' }),
    revisions: { code: 'c0ffee', config: 'deadbeef' },
  };
}

function assigned(iid: number, hours: number, fields: Partial<RequestHistory> = {}): RequestHistory {
  return history({ iid, labelEvents: life(['submitted', 0], ['assigned', hours]), ...fields });
}

const engaged = life(['submitted', 0], ['assigned', 6], ['engaged', 8], ['awaiting-feedback', 90]);
const secretDeal = opportunity('006AB000001AcmeYAC', { closed: true, won: true, name: 'Acme renewal' });

const busy = report({
  histories: [
    history({ iid: 7, labelEvents: engaged, opportunityId: secretDeal.id }),
    assigned(3, 12),
    history({ iid: 5, areaKey: 'appsec', region: 'amer' }),
  ],
  opportunities: [secretDeal],
});

describe('the monthly page', () => {
  it('begins with what a leader wants to know', () => {
    const [first] = monthlyPage(busy).split('\n');

    expect(first).toBe(
      '**In November 2026 3 requests came in; 2 of 3 got an SME, half of them within 9 h (mean 9 h), and 1 is still waiting for one. The one closed opportunity with an engagement was won.**',
    );
  });

  it('says what it rests on: period, cut-off, revisions, issues by number', () => {
    const page = monthlyPage(busy);

    expect(page).toContain('| Period | 2026-11-01 to 2026-11-30 (UTC) |');
    expect(page).toContain('| Cut-off | 2026-12-01 00:00 UTC;');
    expect(page).toContain('| Code | `c0ffee` |');
    expect(page).toContain('| Configuration | `deadbeef` |');
    expect(page).toContain('#3, #5, #7.');
  });

  it('names no customer, opportunity or person', () => {
    const page = monthlyPage(busy);

    for (const name of ['Acme', '006AB', '001AB', '005AB', 'priya']) expect(page).not.toContain(name);
  });

  it('holds the figures as a table that can be read back', () => {
    const [items] = readJsonTables(monthlyPage(busy));

    const mean = items?.find(({ key }) => key === 'overall/5.assigned.mean');
    expect(mean).toMatchObject({ scope: 'Overall', value: 9, unit: 'h', n: 2 });
    expect(items?.find(({ key }) => key === 'area:appsec/5.assigned.mean')).toMatchObject({
      value: 'not available',
      note: 'no request got there',
    });
  });

  it('draws the areas that have a figure, in the syntax that every Mermaid of GitLab reads', () => {
    expect(monthlyPage(busy)).toContain(
      '```mermaid\nxychart-beta\n    title "Median hours from submission to assignment, by area"\n    x-axis ["AI"]\n    y-axis "Hours" 0 --> 10\n    bar [9]\n```',
    );
  });

  it('tells a month without requests without a chart and without a single zero percent', () => {
    const page = monthlyPage(report());

    expect(page).toContain('**No request came in during November 2026.');
    expect(page).not.toContain('```mermaid');
    expect(page).not.toMatch(/\b0 (?:%|h)/);
  });

  it.each([
    ['off', 'Salesforce is off'],
    ['down', 'Salesforce is down'],
  ] as const)('says that the win rate is not available while Salesforce is %s', (opportunities, reason) => {
    const page = monthlyPage(report({ opportunities, histories: [assigned(3, 4)] }));

    expect(page).toContain(`Not available: ${reason}.`);
    expect(page).toContain(`| not available: ${reason} | 0 |`);
    expect(page).not.toMatch(/\b0 %/);
  });

  it('says that the period is not over, where it is not', () => {
    expect(monthlyPage(report({ now: at(100) }))).toContain('The period is not over yet.');
    expect(monthlyPage(report())).not.toContain('not over yet');
  });

  it('tells how many opportunities Salesforce has lost', () => {
    const gone = history({ labelEvents: engaged, opportunityId: 'deleted' });

    expect(monthlyPage(report({ histories: [gone] }))).toContain('1 opportunity is no longer in Salesforce');
  });

  it('is the same to the byte whatever the order of what was read', () => {
    const histories = [assigned(3, 1.1), assigned(4, 2.2), assigned(9, 3.3)];
    const reversed = [...histories].reverse();

    expect(monthlyPage(report({ histories: reversed }))).toBe(monthlyPage(report({ histories })));
  });
});

describe('a name in the configuration', () => {
  const [area] = metricsConfig().areas;
  const areas = area === undefined ? [] : [{ ...area, name: evil }];
  const page = monthlyPage({
    ...report({ histories: [assigned(3, 4)], config: metricsConfig({ areas }) }),
    program: evil,
  });

  it('begins no line, closes no fence and makes no mention, reference or include', () => {
    const outside = page.replace(/```[\s\S]*?\n```/g, '');

    expect(page.split('\n').filter((line) => /^\s*(?:\/|::)/.test(line))).toEqual([]);
    expect(outside).not.toMatch(/(?<!\\)[@]all/);
    expect(outside).not.toMatch(/(?<!\\):include/);
    expect(outside).not.toContain('</td>');
    expect(page.split('\n').filter((line) => line.startsWith('```'))).toEqual([
      '```mermaid',
      '```',
      '```json:table',
      '```',
    ]);
  });

  it('reads back from the table as it was written', () => {
    const [items] = readJsonTables(page);

    expect(items?.some(({ scope }) => scope === evil)).toBe(true);
  });

  it('is one quoted text in the chart', () => {
    expect(page).toMatch(/x-axis \["[\p{L}\p{N} .,()/+-]+"\]\n/u);
  });
});
