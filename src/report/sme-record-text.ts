import type { Sme } from '../config/types.ts';
import type { Period } from '../domain/metrics/facts.ts';
import type { Figure } from '../domain/metrics/figure.ts';
import { monthsBefore, monthsPeriod, quarterOf } from '../domain/metrics/month.ts';
import type { ProgramHistory } from '../domain/metrics/program-history.ts';
import { smeFigures, withheldRatings } from '../domain/metrics/sme-figures.ts';
import { figureText, roundedFor } from './figure-text.ts';
import { jsonTable } from './json-table.ts';
import { markdownTable } from './markdown-table.ts';
import { monthTitle } from './month-title.ts';

/** A stretch of time of the record, with the head of its column. */
interface Span {
  readonly key: string;
  readonly head: string;
  readonly from: number;
}

/** The month, its quarter up to the month's end, and the twelve months that end with it: each lies in the next. */
function spansOf(month: Period, timezone: string): Span[] {
  const quarter = quarterOf(month.from, timezone);
  const year = monthsPeriod(monthsBefore(month.name, 11), month.name, timezone) ?? month;
  return [
    { key: 'month', head: monthTitle(month.name), from: month.from },
    { key: 'quarter', head: `${monthTitle(quarter.name)} so far`, from: quarter.from },
    { key: 'year', head: '12 months', from: year.from },
  ];
}

/**
 * The desk's part of the record of one SME (`docs/rules.md#sme-record`): figures of a month, its quarter and twelve
 * months. It names no customer, opportunity or requester, not even the SME, and no request.
 */
export function smeRecordText(history: ProgramHistory, sme: Sme, month: Period): string {
  const { config, now } = history;
  const spans = spansOf(month, config.calendar.timezone);
  const figures = withheldRatings(
    smeFigures(
      history,
      sme,
      spans.map(({ from }) => from),
      Math.min(month.to, now),
    ),
    config.privacy.minimumN,
  );
  return [
    '**This is your record as an SME.** You can read it, and whoever has at least the role Planner in this project: leads, approvers, product managers, and SMEs who were given that role to work on feedback. It is made for your own view of your work and for your performance review.',
    'The desk writes this part anew once a month: what is changed between its two marks is overwritten. What you write above or below stays.',
    `## Up to the end of ${monthTitle(month.name)}`,
    markdownTable(['', ...spans.map(({ head }) => head)], rows(figures)),
    asJson(spans, figures, month),
    howItIsCounted(config.privacy.minimumN),
    away,
  ].join('\n\n');
}

/** One row for each figure, one cell for each span. */
function rows(spans: readonly (readonly Figure[])[]): string[][] {
  const [first = []] = spans;
  return first.map(({ name }, index) => [name, ...spans.map((figures) => figureText(figures[index]))]);
}

function asJson(spans: readonly Span[], figures: readonly (readonly Figure[])[], month: Period): string {
  const [first = []] = figures;
  return jsonTable({
    caption: `SME record ${month.name}`,
    fields: [{ key: 'figure', label: 'Figure' }, ...spans.map(({ key, head }) => ({ key, label: head }))],
    items: first.map(({ id }, index) => ({
      figure: id,
      ...Object.fromEntries(spans.map(({ key }, at) => [key, jsonValue(figures[at]?.[index])])),
    })),
  });
}

function jsonValue(figure: Figure | undefined): string | number {
  if (figure === undefined) return 'not available';
  return figure.value === null ? figure.note : roundedFor(figure.value, figure.unit);
}

function howItIsCounted(minimumN: number): string {
  return [
    '## How it is counted',
    '- Engagements: requests with you as their SME that took place. Hours: duration and preparation of those that begin in the time, also of those still to be closed. Budget: your weekly hours × the share for engagements × the weeks in your term.',
    `- Ratings: of requests that were completed in the time. Mean and thanks stand here from ${minimumN} ratings on, and only where they do not tell what fewer have said.`,
    '- Collateral: published for the first time in the time, with you among the assignees; sessions and articles by their kind.',
    '- Answers: yours on Stack Overflow, to questions with a tag of the program, as read when this was written.',
  ].join('\n');
}

const away = `## Days away

Write a comment here that begins with \`away: 2026-12-22..2027-01-04\`, first and last day. This version of the desk does not read it yet; until it does, whoever keeps the roster enters it as \`time_off\`, which counts.`;
