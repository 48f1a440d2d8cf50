import { dayOf } from '../domain/metrics/month.ts';
import { figuresOf } from './figures.ts';
import {
  type Difference,
  differences,
  differencesTable,
  figuresTable,
  publishedFigure,
  readPublished,
} from './published-figures.ts';
import { instantText, type ReportInput, revisionText } from './report-input.ts';
import { summaryText } from './summary.ts';

function note(input: ReportInput, sentence: string, table: string): string {
  const { measured, now, revisions, timezone } = input;
  const made = `Computed again with cut-off ${instantText(measured.cutOff)}, code ${revisionText(revisions.code)}, configuration ${revisionText(revisions.config)}.`;
  return [
    `## Correction of ${dayOf(now, timezone)}`,
    `${sentence} What stands above is left as it was published. ${made}`,
    `**Now:** ${summaryText(measured)}`,
    table,
  ].join('\n\n');
}

function differenceNote(input: ReportInput, found: readonly Difference[]): string {
  const sentence = found.length === 1 ? '1 figure differs.' : `${found.length} figures differ.`;
  const caption = `Correction of ${dayOf(input.now, input.timezone)}`;
  return note(input, sentence, differencesTable(found, caption));
}

function unreadableNote(input: ReportInput): string {
  const table = figuresTable(
    figuresOf(input.measured),
    input.minimumN,
    `Figures of ${input.measured.period.name}`,
  );
  return note(input, 'The table of figures above cannot be read any more; this is the whole one.', table);
}

/**
 * A published page with a dated note at its end, or null: it says these figures already. The page's body is kept
 * whatever people have done to it: nothing that was published is silently rewritten (`docs/rules.md#metrics`).
 */
export function correctPage(page: string, input: ReportInput): string | null {
  const figures = figuresOf(input.measured).map((figure) => publishedFigure(figure, input.minimumN));
  const published = readPublished(page);
  const found = published === null ? null : differences(published, figures);
  if (found?.length === 0) return null;
  const correction = found === null ? unreadableNote(input) : differenceNote(input, found);
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
