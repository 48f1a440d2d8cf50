import { dayOf } from '../domain/metrics/month.ts';
import { type Difference, differences, differencesTable } from './figure-differences.ts';
import { figuresTable, publishedFigures, readPublished } from './published-figures.ts';
import { instantText, type PeriodReport, type ReportInput, revisionText } from './report-input.ts';
import { whatHappened } from './summary.ts';

function today({ history }: ReportInput): string {
  return dayOf(history.now, history.config.calendar.timezone);
}

function note(input: ReportInput, { measured }: PeriodReport, sentence: string, table: string): string {
  const { code, config } = input.revisions;
  const made = `Computed again with cut-off ${instantText(measured.cutOff)}, code ${revisionText(code)}, configuration ${revisionText(config)}.`;
  return [
    `## Correction of ${today(input)}`,
    `${sentence} What stands above is left as it was published. ${made}`,
    `**Now:** ${whatHappened(measured)}`,
    table,
  ].join('\n\n');
}

function differenceNote(input: ReportInput, report: PeriodReport, found: readonly Difference[]): string {
  const sentence = found.length === 1 ? '1 figure differs.' : `${found.length} figures differ.`;
  return note(input, report, sentence, differencesTable(found, `Correction of ${today(input)}`));
}

function unreadableNote(input: ReportInput, report: PeriodReport): string {
  const sentence = 'The table of figures above cannot be read any more; this is the whole one.';
  return note(input, report, sentence, figuresTable(report.measured, input.history.now));
}

/**
 * A published page with a dated note at its end, or null: it says these figures already. The page's body is kept
 * whatever people have done to it: nothing that was published is silently rewritten (`docs/rules.md#metrics`).
 */
export function correctPage(input: ReportInput, report: PeriodReport, page: string): string | null {
  const published = readPublished(page);
  const found = published === null ? null : differences(published, publishedFigures(report.measured));
  if (found?.length === 0) return null;
  const correction = found === null ? unreadableNote(input, report) : differenceNote(input, report, found);
  return `${withOpenFenceClosed(page.trimEnd())}\n\n${correction}\n`;
}

/** A fence that somebody left open would swallow the note, and the next run could not read it back. */
function withOpenFenceClosed(page: string): string {
  let fence: string | null = null;
  for (const line of page.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.mark;
    if (mark === undefined) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = null;
  }
  return fence === null ? page : `${page}\n${fence}`;
}
