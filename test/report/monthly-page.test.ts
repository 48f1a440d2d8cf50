import { describe, expect, it } from 'vitest';
import type { ProgramHistory } from '../../src/domain/metrics/program-history.ts';
import { programHistory } from '../../src/domain/metrics/program-history.ts';
import { readJsonTables } from '../../src/report/json-table.ts';
import { monthlyPage } from '../../src/report/monthly-page.ts';
import { generatedHistory, generatedProgram } from '../builders/program-history.ts';
import { reportInput, reportOf } from './sample-pages.ts';
import { request, smallProgram, wonPipeline } from './small-program.ts';

const deal = '006AB000001AcmeYAC';

function page(history: ProgramHistory, month = '2026-11'): string {
  return monthlyPage(reportInput(history), reportOf(history, month));
}

const busy = page(
  smallProgram({
    requests: [
      request(
        7,
        [
          ['assigned', 6],
          ['engaged', 8],
          ['awaiting-feedback', 90],
        ],
        { opportunityId: deal },
      ),
      request(3, [['assigned', 12]]),
      request(5, [], { areaKey: 'appsec', region: 'amer' }),
    ],
    pipeline: { kind: 'read', value: wonPipeline(deal) },
  }),
);
const year = generatedHistory();
const october = page(year, '2026-10');

describe('the monthly page', () => {
  it('begins with what a leader wants to know', () => {
    const [first] = busy.split('\n');

    expect(first).toContain(
      '**In November 2026 3 requests came in; 2 of 3 got an SME, half of them within 9 h (mean 9 h), and 1 is still waiting for one. The one closed opportunity with an engagement was won. ',
    );
    expect(first).toMatch(/goals .* cannot be judged yet\.\*\*$/);
  });

  it('says what it rests on: period, cut-off, reading day, revisions, issues by number', () => {
    expect(busy).toContain('| Period | 2026-11-01 to 2026-11-30 (UTC) |');
    expect(busy).toContain('| Cut-off | 2026-12-01 00:00 UTC;');
    expect(busy).toContain('| Read on | 2026-12-01 06:00 UTC:');
    expect(busy).toContain('| Code | `c0ffee` |');
    expect(busy).toContain('| Configuration | `deadbeef` |');
    expect(busy).toContain('#3, #5, #7.');
  });

  it('accounts for every request in its first sentence', () => {
    const closedAt = Date.parse('2026-11-03T08:00:00Z');
    const cancelled = { ...request(9, [['cancelled', 20]]), closedAt };
    const [first] = page(smallProgram({ requests: [request(3, [['assigned', 4]]), cancelled] })).split('\n');

    expect(first).toContain(
      '2 requests came in; 1 of 2 got an SME, after 4 h, and none is still waiting for one; 1 ended without one.',
    );
  });

  it('says where its baseline comes from, and that earlier values without history are of today', () => {
    expect(busy).toContain('| Baseline | measured like this page over 2026-01 to 2026-06 |');
    expect(busy).toMatch(
      /\| Read on \| .* of earlier ones beside it; a page of that time may say something else \|/,
    );
  });

  it('prints no baseline beside a goal of a quarter, since it is measured over another time', () => {
    const goals = october.split('\n').filter((line) => line.includes('(Q4 2026, so far)'));

    expect(goals).toHaveLength(4);
    for (const line of goals) expect(line).toMatch(/\| – \|$/);
    expect(october).toMatch(/\| 1 Technical win rate: won ÷ closed \|.*\| \d+ \| [\d.]+ % \|\n/);
  });

  it('folds a long list of issues, in ranges', () => {
    expect(october).toMatch(/<details><summary>Issues that these figures rest on \(\d+\)<\/summary>/);
    expect(october).toMatch(/#\d+ to #\d+/);
  });

  it('names no customer, opportunity or person', () => {
    const people = year.config.roster.flatMap(({ gitlab, name }) => [gitlab, name]);

    for (const name of ['Acme', '006AB', '001AB', '005AB', 'priya', 'petra', '420']) {
      expect(busy).not.toContain(name);
    }
    for (const name of ['Zzyx', '006AB', ...people]) expect(october).not.toMatch(new RegExp(`\\b${name}`));
  });

  it('holds every figure as a table that can be read back', () => {
    const items = readJsonTables(busy).flatMap((table) => table ?? []);

    expect(items.find(({ key }) => key === 'overall/5.assigned.mean')).toMatchObject({
      scope: 'Overall',
      value: 9,
      unit: 'h',
      n: 2,
      read: '',
    });
    expect(items.find(({ key }) => key === 'area:appsec/5.assigned.mean')).toMatchObject({
      value: 'not available',
      note: 'no request got there',
    });
    expect(items.find(({ key }) => key === 'overall/6.nps')?.read).toBe('2026-12-01 06:00 UTC');
  });

  it('has a section for each metric, and never a bare “not available” for all requests', () => {
    const lists = october.split('\n').filter((line) => line.startsWith('| **Overall**'));

    expect(october.match(/^## [1-8] /gm)).toHaveLength(8);
    expect(october).not.toContain('this version of the desk gives no figures');
    expect(lists.length).toBeGreaterThan(10);
    for (const line of lists) expect(line).not.toMatch(/not available (?!\()/);
  });

  it('draws the areas that have a figure, in the syntax that every Mermaid of GitLab reads', () => {
    const charts = [...october.matchAll(/```mermaid\n(?<chart>[\s\S]*?)\n```/g)].map(
      ({ groups }) => groups?.chart ?? '',
    );

    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) {
      const labels = /x-axis \[(?<list>.*)\]/.exec(chart)?.groups?.list?.split(', ') ?? [];
      const bars = /bar \[(?<list>.*)\]/.exec(chart)?.groups?.list?.split(', ') ?? [];
      expect(chart).toMatch(/^%%\{init: .*\}%%\nxychart-beta\n {4}title "[^"]+"\n/);
      expect(bars).toHaveLength(labels.length);
      expect(bars.every((bar) => /^-?\d+(?:\.\d+)?$/.test(bar))).toBe(true);
    }
  });

  it('tells a month without requests without a chart and without a single zero percent', () => {
    const empty = page(smallProgram());

    expect(empty).toContain('**No request came in during November 2026.');
    expect(empty).not.toContain('```mermaid');
    expect(empty.split('## Operation')[0]).not.toMatch(/\b0 (?:%|h)/);
  });

  it('says that the metrics from Salesforce are not available while it is off', () => {
    const off = page(smallProgram({ requests: [request(3, [['assigned', 4]])] }));

    expect(off).toContain('The technical win rate is not available: Salesforce is off.');
    expect(off).toContain('| Salesforce | not available: Salesforce is off |');
    expect(off.split('## 1 Technical win rate')[1]?.split('## 2')[0]).toContain(
      'Not available: Salesforce is off.',
    );
  });

  it('says that the period is not over, where it is not', () => {
    const early = smallProgram({}, { now: Date.parse('2026-11-12T00:00:00Z') });

    expect(page(early)).toContain('The period is not over yet.');
    expect(page(smallProgram())).not.toContain('not over yet.');
  });

  it('judges the goals of a quarter so far, until its last month', () => {
    expect(october).toContain('items resolved (Q4 2026, so far)');
    expect(page(year, '2026-09')).toContain('items resolved (Q3 2026) |');
  });

  it('withholds ratings and NPS that few stand behind', () => {
    const few = page(
      smallProgram({
        requests: [
          request(
            3,
            [
              ['assigned', 4],
              ['awaiting-feedback', 90],
            ],
            { nps: 2 },
          ),
        ],
      }),
    );

    expect(few).toContain('n = 1, too few');
    expect(few).not.toContain('-100');
    expect(few).not.toContain('−100');
  });

  it('is the same to the byte whatever the order of what was read', () => {
    const program = generatedProgram();
    const { requests, feedback, collateral } = program.facts;
    const facts = {
      ...program.facts,
      requests: requests.toReversed(),
      feedback: feedback.toReversed(),
      collateral: collateral.toReversed(),
    };

    expect(page(programHistory({ ...program, facts }), '2026-10')).toBe(october);
  });
});
