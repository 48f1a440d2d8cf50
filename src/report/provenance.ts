import type { Config } from '../config/types.ts';
import { dayOf } from '../domain/metrics/month.ts';
import { escapeMarkdown, escapeNote } from './escape.ts';
import { folded } from './folded.ts';
import { markdownTable } from './markdown-table.ts';
import { instantText, type PeriodReport, type ReportInput, revisionText } from './report-input.ts';

/** What a page was made from: period, cut-off, when each source was read, and with which revisions. */
export function provenance({ history, revisions }: ReportInput, { measured }: PeriodReport): string {
  const { period, cutOff } = measured;
  const { config, facts, now } = history;
  const { timezone } = config.calendar;
  const days = `${dayOf(period.from, timezone)} to ${dayOf(period.to - 1, timezone)}`;
  const source = ({ kind, ...rest }: { kind: string; reason?: string }): string =>
    kind === 'read' ? 'read' : `not available: ${escapeNote(rest.reason ?? '')}`;
  return markdownTable(
    ['What', 'This page'],
    [
      ['Period', `${days} (${escapeMarkdown(timezone)})`],
      ['Cut-off', `${instantText(cutOff)}; what happened from then on is not in the figures`],
      [
        'Read on',
        `${instantText(now)}: surveys, votes, the roster and what else keeps no history, of this period and of earlier ones beside it; a page of that time may say something else`,
      ],
      ['Baseline', baselineText(config)],
      ['Salesforce', source(facts.pipeline)],
      ['Stack Overflow', source(facts.questions)],
      ['Code', revisionText(revisions.code)],
      ['Configuration', revisionText(revisions.config)],
    ],
  );
}

/** Where the figures that goals are measured against come from. */
function baselineText({ metrics: { baseline } }: Config): string {
  switch (baseline.kind) {
    case 'none':
      return 'none: set `metrics.baseline`';
    case 'figures':
      return 'the figures in `metrics.baseline`';
    case 'period':
      return `measured like this page over ${baseline.from.slice(0, 7)} to ${baseline.to.slice(0, 7)}`;
    default:
      return baseline satisfies never;
  }
}

const mostShown = 60;

/** The issues that the figures rest on, by number alone: whoever may not see one learns nothing of it. */
export function inputsText({ measured }: PeriodReport): string {
  const { inputs } = measured;
  if (inputs.length === 0) return 'Issues that these figures rest on: none.';
  const list = ranges(inputs).join(', ');
  const lead = `Issues that these figures rest on (${inputs.length}):`;
  return inputs.length <= mostShown ? `${lead} ${list}.` : folded(lead.slice(0, -1), `${list}.`);
}

/** Ascending numbers, three or more in a row as `#3 to #9`. */
function ranges(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) =>
    run.length < 3 ? run.map((number) => `#${number}`) : [`#${run[0]} to #${run.at(-1)}`],
  );
}
