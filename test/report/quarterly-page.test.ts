import { describe, expect, it } from 'vitest';
import { proposals } from '../../src/report/proposals.ts';
import { readPublished } from '../../src/report/published-figures.ts';
import { quarterlyPage } from '../../src/report/quarterly-page.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { reportInput, reportOf } from './sample-pages.ts';
import { request, smallProgram } from './small-program.ts';

const year = generatedHistory();
const report = reportOf(year, '2026-Q3');
const page = quarterlyPage(reportInput(year), report);

function section(heading: string): string {
  return page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

describe('the quarterly page', () => {
  it('begins with the quarter in a few sentences, goals met and missed', () => {
    expect(page.split('\n')[0]).toMatch(/^\*\*In Q3 2026 \d+ requests came in; .* Of \d+ goals .*\*\*$/);
  });

  it('shows every goal, with the quarter before', () => {
    const goals = section('Goals met and missed');

    expect(goals).toContain('| Quarter before |');
    expect(goals).not.toContain('so far');
    expect(goals.match(/^\| (?:✅ met|❌ not met|➖)/gm)).toHaveLength(report.standings.length);
  });

  it('says what changed against the quarter before', () => {
    const changes = section('What changed against the quarter before');
    const [before, now] = [report.trend.at(-2), report.measured].map(
      (measured) => measured?.groups[0]?.figures.find(({ id }) => id === '5.requests')?.value,
    );

    expect(changes).toContain(`| Requests submitted | ${before} | ${now} |`);
    expect(changes).toMatch(/↑ up, (?:better|worse)|↓ down, (?:better|worse)/);
  });

  it('draws the quarters, and says how many have no value', () => {
    const efficiency = section('5 Engagement efficiency');

    expect(efficiency).toContain('x-axis ["Q4 25", "Q1 26", "Q2 26", "Q3 26"]');
    expect(efficiency).toContain('1 quarter without a value is left out.');
  });

  it('holds its figures for later reports', () => {
    expect(readPublished(page)?.get('overall/5.requests')?.value).toBe(
      report.measured.groups[0]?.figures.find(({ id }) => id === '5.requests')?.value,
    );
  });

  it('compares the first quarter of a program with nothing, and does not call it 0', () => {
    const first = smallProgram({ requests: [request(3, [['assigned', 6]])] });
    const text = quarterlyPage(reportInput(first), reportOf(first, '2026-Q4'));

    expect(text).toContain('| not available: no request got there | 6 h | nothing to compare with |');
  });
});

describe('the proposals', () => {
  const nobody = smallProgram({
    requests: [
      request(
        1,
        [
          ['awaiting-approval', 1],
          ['approved', 2],
          ['waitlisted', 3],
        ],
        { areaKey: 'agile' },
      ),
      request(2, [
        ['awaiting-approval', 1],
        ['approved', 2],
        ['assigned', 3],
      ]),
    ],
  });

  it('name the area in which nobody could take a request', () => {
    expect(proposals(reportOf(nobody, '2026-Q4'))).toContain(
      'Name another SME for Agile: 1 request is still waitlisted.',
    );
  });

  it('do not ask for an SME of an area that is not configured', () => {
    const states = [['approved', 2] as const, ['waitlisted', 3] as const];
    const elsewhere = smallProgram({ requests: [request(1, states, { areaKey: 'other' })] });

    expect(proposals(reportOf(elsewhere, '2026-Q4'))).toContain(
      'Decide who takes requests of areas that are not configured: 1 request is still waitlisted.',
    );
  });

  it('follow from missed goals, each with its metric', () => {
    const missed = report.standings.filter(({ status }) => status.kind === 'not-met');
    const found = proposals(report);

    expect(missed.length).toBeGreaterThan(0);
    for (const { goal } of missed) {
      expect(found.filter((sentence) => sentence.includes(`, ${goal.name}: goal missed.)`))).not.toEqual([]);
    }
  });

  it('ask for a baseline where goals cannot be judged without one', () => {
    const config = { ...year.config, metrics: { baseline: { kind: 'none' as const } } };

    expect(proposals(reportOf({ ...year, config }, '2026-Q3')).join('\n')).toMatch(
      /Give a baseline: \d goals cannot be judged without `metrics\.baseline`\./,
    );
  });

  it('are none where no rule finds anything', () => {
    const quiet = { ...report, standings: [], measured: { ...report.measured, groups: [] } };

    expect(proposals(quiet)).toEqual([]);
    expect(quarterlyPage(reportInput(year), quiet)).toContain('None: no rule finds anything');
  });

  it('are the same whenever they are asked for', () => {
    expect(proposals(reportOf(year, '2026-Q3'))).toEqual(proposals(report));
  });
});
