import { describe, expect, it } from 'vitest';
import type { ProgramHistory } from '../../src/domain/metrics/program-history.ts';
import { dashboardPage } from '../../src/report/dashboard-page.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { reportInput, reportOf } from './sample-pages.ts';
import { request, smallProgram } from './small-program.ts';

function dashboard(history: ProgramHistory, month: string): string {
  return dashboardPage(reportInput(history), reportOf(history, month));
}

const year = generatedHistory();
const page = dashboard(year, '2026-10');

function charts(text: string): string[] {
  return [...text.matchAll(/```mermaid\n(?<chart>[\s\S]*?)\n```/g)].map(({ groups }) => groups?.chart ?? '');
}

describe('the dashboard', () => {
  it('leads to the newest report, the metrics, the SMEs and home', () => {
    for (const link of ['(/reports/2026-10)', '(/metrics)', '(/smes)', '(/home)']) {
      expect(page).toContain(link);
    }
  });

  it('shows the status of every goal, in words beside the sign', () => {
    expect(page.match(/^\| (?:✅ met|❌ not met|⏳ not yet|➖ n)/gm)).toHaveLength(
      reportOf(year, '2026-10').standings.length,
    );
  });

  it('draws at most thirteen months, each with its table', () => {
    const drawn = charts(page);

    expect(drawn.length).toBeGreaterThanOrEqual(10);
    expect(page.match(/<summary>The numbers<\/summary>/g)).toHaveLength(drawn.length);
    for (const chart of drawn) {
      const labels = /x-axis \[(?<list>.*)\]/.exec(chart)?.groups?.list?.split(', ') ?? [];
      expect(labels.length).toBeLessThanOrEqual(13);
      expect(labels.every((label) => /^"[A-Z][a-z]{2} \d\d"$/.test(label))).toBe(true);
    }
  });

  it('says beside what keeps no history that older reports may show other values', () => {
    const beside = 'Every month as read for this page, which may differ from its own report.';
    const sectionOf = (name: string) => page.split(`### ${name}\n`)[1]?.split('\n### ')[0];

    expect(sectionOf('8 Stack Overflow')).toContain(beside);
    expect(sectionOf('Utilisation')).toContain(beside);
    expect(sectionOf('5 Engagement efficiency')).not.toContain(beside);
  });

  it('keeps every bar and the goal inside the axis', () => {
    for (const chart of charts(page)) {
      const [low, high] = /y-axis "\w+" (?<low>-?[\d.]+) --> (?<high>[\d.]+)/.exec(chart)?.slice(1) ?? [];
      const values = [...chart.matchAll(/(?:bar|line) \[(?<list>.*)\]/g)].flatMap(
        ({ groups }) => groups?.list?.split(', ').map(Number) ?? [],
      );
      expect(values.length).toBeGreaterThan(1);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(Number(low));
      expect(Math.max(...values)).toBeLessThanOrEqual(Number(high));
    }
  });

  it('draws the goal of a month as a line, and none of a quarter', () => {
    const satisfaction = charts(page).find((chart) => chart.includes('"NPS, by month"'));
    const growth = charts(page).find((chart) => chart.includes('Growth'));

    expect(satisfaction).toMatch(/line \[50(?:, 50)*\]/);
    expect(growth?.match(/(?:bar|line) \[/g)).toHaveLength(1);
  });

  it('draws values of which one is negative as a line, since bars begin at the bottom of the axis', () => {
    for (const chart of charts(page)) {
      expect(/bar \[[^\]]*-/.test(chart)).toBe(false);
    }
    expect(charts(page).some((chart) => /line \[[^\]]*-/.test(chart))).toBe(true);
  });

  it('draws nothing from one month, and says why and what there is', () => {
    const first = dashboard(smallProgram({ requests: [request(3, [['assigned', 6]])] }), '2026-11');
    const efficiency = charts(first).filter((chart) => chart.includes('Submitted to assigned'));

    expect(efficiency).toEqual([]);
    expect(first).toContain('- 5 Engagement efficiency (Submitted to assigned: median): 6 h');
    expect(first).toContain('Fewer than two months have a value.');
    expect(first).toMatch(/- 1 Technical win rate \(.*\): not available: Salesforce is off/);
  });

  it('is the same to the byte for the same input', () => {
    expect(dashboard(generatedHistory(), '2026-10')).toBe(page);
  });
});
