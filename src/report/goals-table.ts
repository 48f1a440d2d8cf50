import type { Unit } from '../domain/metrics/figure.ts';
import type { Standing } from '../domain/metrics/standing.ts';
import { escapeNote } from './escape.ts';
import { changeText } from './figure-change.ts';
import { figureText, valueText } from './figure-text.ts';
import { markdownTable } from './markdown-table.ts';
import { metricName } from './metrics-page.ts';
import { monthTitle, spanOf } from './month-title.ts';
import type { PeriodReport } from './report-input.ts';

/** A goal of a quarter that is missed so far can still be met. */
function statusText(standing: Standing, report: PeriodReport): string {
  const { status } = standing;
  switch (status.kind) {
    case 'met':
      return '✅ met';
    case 'not-met':
      return isSoFar(standing, report) ? '⏳ not yet' : '❌ not met';
    case 'no-baseline':
      return `➖ no baseline: ${escapeNote(status.reason)}`;
    case 'no-figure':
      return '➖ not available';
    default:
      return status satisfies never;
  }
}

function targetText({ status, goal, metric }: Standing, unit: Unit): string {
  if (status.kind === 'met' || status.kind === 'not-met') {
    return `${valueText(status.target, unit)} or ${goal.target.direction === 'higher' ? 'more' : 'less'}`;
  }
  if (goal.target.kind === 'baseline') return metric.goal;
  return `${valueText(goal.target.value, unit)} or ${goal.target.direction === 'higher' ? 'more' : 'less'}`;
}

/** Whether a goal of a quarter is judged in a month that is not the quarter's last: so far, and against a whole one. */
function isSoFar({ goal, period }: Standing, { measured }: PeriodReport): boolean {
  const { name } = measured.period;
  if (goal.span !== 'quarter' || spanOf(name) === 'quarter') return false;
  return Number(name.slice(5)) !== Number(period.name.at(-1)) * 3;
}

/** The quarter that a goal is judged on, where the report is about a month. */
function spanText(standing: Standing, report: PeriodReport): string {
  const { goal, period } = standing;
  if (goal.span !== 'quarter' || spanOf(report.measured.period.name) === 'quarter') return '';
  return ` (${monthTitle(period.name)}${isSoFar(standing, report) ? ', so far' : ''})`;
}

function changeCell(standing: Standing, report: PeriodReport, unit: Unit): string {
  const { figure, goal, previous } = standing;
  if (isSoFar(standing, report)) return 'the quarter is not over';
  return changeText(figure?.value ?? null, previous, unit, goal.target.direction);
}

/** What was counted over a baseline of some months cannot stand beside what is asked of a quarter. */
function baselineText({ baseline, goal }: Standing, unit: Unit): string {
  if (goal.span === 'quarter' && goal.target.kind === 'fixed') return '–';
  return baseline.kind === 'none' ? 'none' : valueText(baseline.value, unit);
}

function row(standing: Standing, report: PeriodReport): string[] {
  const { metric, goal, figure, previous } = standing;
  const unit = figure?.unit ?? 'count';
  return [
    statusText(standing, report),
    `${metricName(metric)}: ${goal.name}${spanText(standing, report)}`,
    figureText(figure),
    targetText(standing, unit),
    previous === null ? 'not available' : valueText(previous, unit),
    changeCell(standing, report, unit),
    String(figure?.n ?? 0),
    baselineText(standing, unit),
  ];
}

/**
 * Every goal with its figure: whether it is met, what was asked for, how the figure has changed against the period
 * before, and the baseline. Without links, so that it can stand in an issue as well as on a page.
 */
export function goalsTable(report: PeriodReport): string {
  const before =
    spanOf(report.measured.period.name) === 'month' ? 'Month or quarter before' : 'Quarter before';
  const head = ['Status', 'Goal', 'Result', 'Asked for', before, 'Change', 'n', 'Baseline'];
  return markdownTable(
    head,
    report.standings.map((standing) => row(standing, report)),
  );
}

/** How many goals are met, missed, still open in their quarter, and cannot be judged, as a sentence. */
export function goalsSentence(report: PeriodReport): string {
  const { standings } = report;
  const met = standings.filter(({ status }) => status.kind === 'met').length;
  const notMet = standings.filter(({ status }) => status.kind === 'not-met');
  const early = notMet.filter((standing) => isSoFar(standing, report)).length;
  const missed = notMet.length - early;
  const unknown = standings.length - met - notMet.length;
  if (unknown === standings.length) return `None of the ${standings.length} goals can be judged yet.`;
  const judged = `Of ${standings.length} goals ${isOrAre(met)} met and ${isOrAre(missed)} missed`;
  const rest = [
    ...(early === 0 ? [] : [`${isOrAre(early)} open until the quarter ends`]),
    ...(unknown === 0 ? [] : [`${unknown} cannot be judged yet`]),
  ];
  return `${[judged, ...rest].join('; ')}.`;
}

function isOrAre(count: number): string {
  return count === 0 ? 'none is' : count === 1 ? '1 is' : `${count} are`;
}
