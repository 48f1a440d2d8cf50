import type { Problem } from '../form/request-form.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { mention } from './words.ts';

const example = '`agreed: 2026-12-03 15:00 Europe/Madrid`';

/** The answer to an `agreed:` comment that does not say one moment that lies ahead. */
export function agreedUnclearComment(
  writer: string,
  { found, expected }: { readonly found: string; readonly expected: string },
): string {
  return `${mention([writer])}: the agreed date is not clear. Found: ${escapeMarkdown(found)}; expected: ${escapeMarkdown(expected)}. Please write a new comment such as ${example}. Until then the meeting stays as it is. Code: \`date-unreadable\``;
}

/** The answer to an `agreed:` comment that came too late. */
export function agreedPastComment(writer: string): string {
  return `${mention([writer])}: the agreed date is over already. Please write a new comment such as ${example}. Until then the meeting stays as it is. Code: \`date-past\``;
}

/** The answer to an `agreed:` comment about a series, of which one date says too little. */
export function agreedSeriesComment(writer: string, requester: string): string {
  return `${mention([...new Set([writer, requester])])}: this request is a series, and one agreed date does not say what becomes of the others. ${requester}, please write all dates that are still to come into the description above; the desk takes them over by itself. Until then the meetings stay as they are. Code: \`date-unreadable\``;
}

/** Tells the requester that new dates of an assigned request cannot be taken over yet. */
export function datesRefusedComment(requester: string, problems: readonly Problem[]): string {
  return [
    `${mention([requester])}: the new dates in the description cannot be taken over yet. Until you mend them there, the meeting stays as it is.`,
    '',
    ...problems.map(
      ({ found, expected, example: such }) =>
        `- Found: ${escapeMarkdown(found)}; expected: ${escapeMarkdown(expected)}, such as ${escapeMarkdown(such)}`,
    ),
    '',
    `Codes: ${[...new Set(problems.map((problem) => `\`${problem.code}\``))].join(', ')}`,
  ].join('\n');
}
