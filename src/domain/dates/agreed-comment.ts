import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import { commentsOfPeople, type PersonalComment } from '../commands/comments-of-people.ts';
import { readCommand } from '../commands/read-command.ts';
import { readDates } from '../form/read-dates.ts';
import type { Problem } from '../form/request-form.ts';
import type { RecordState } from '../record/record-state.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import type { Instant, UserRef } from '../snapshot.ts';

type Decision = NonNullable<RecordState['decision']>;

/** What requester or SME have written as the agreed date since the decision was taken. */
export type AgreedComment =
  | {
      readonly kind: 'date';
      /** Id of the comment. */
      readonly note: number;
      readonly writer: UserRef;
      readonly start: Instant;
    }
  /** It does not say one moment that lies ahead; the problem says what is expected. */
  | {
      readonly kind: 'unclear';
      readonly note: number;
      readonly writer: UserRef;
      readonly found: string;
      readonly expected: string;
    };

/**
 * The newest `agreed:` comment by the requester or the SME of a decision, or null. What was written before the decision
 * says nothing about it, and what others write is talk (`docs/rules.md#dates`).
 */
export function agreedComment(
  view: RequestView,
  context: RequestContext,
  decision: Decision,
): AgreedComment | null {
  const entitled = [view.issue.author.id, decision.sme];
  const said = commentsOfPeople(view.issue, view.facts.deskIds).flatMap((comment) => {
    const command = readCommand(comment.body);
    if (comment.id <= decision.heard || !entitled.includes(comment.author.id)) return [];
    return command?.kind === 'agreed' ? [{ comment, text: command.date }] : [];
  });
  const newest = said.at(-1);
  if (newest === undefined) return null;
  return readAgreed(newest.comment, newest.text, zoneOf(newest.comment.author, view, context, decision));
}

/** Times without a zone are meant in the writer's own: an SME's calendar, or the requester's region. */
function zoneOf({ id }: UserRef, view: RequestView, context: RequestContext, decision: Decision): string {
  if (id === decision.sme) return calendarOfPerson(context.config, decision.username).timezone;
  return requesterZone(context, view.issue.author.username);
}

/** Ahead is measured from the comment: what was agreed on in time does not turn wrong by waiting for a run. */
function readAgreed(
  { id: note, author: writer, at }: PersonalComment,
  text: string,
  zone: string,
): AgreedComment {
  const line = { kind: 'line', text, item: false, checked: null, plain: true } as const;
  const { dates, problems } = readDates([line], zone, at);
  const [problem] = problems;
  const unclear = ({ found, expected }: Pick<Problem, 'found' | 'expected'>): AgreedComment => ({
    kind: 'unclear',
    note,
    writer,
    found,
    expected,
  });
  if (problem !== undefined) return unclear(problem);
  const [date, second] = dates;
  if (date === undefined || second !== undefined)
    return unclear({ found: text, expected: 'one date and time' });
  if (date.allDay) return unclear({ found: date.raw, expected: 'the time of day as well' });
  return { kind: 'date', note, writer, start: date.start };
}
