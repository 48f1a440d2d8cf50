import { lastNoteId } from '../commands/comments-of-people.ts';
import { toldAssignments } from '../engagement/told-assignments.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { UserRef } from '../snapshot.ts';
import { hoursOf } from './capacity.ts';
import { meetingsOf, type Time } from './engagement.ts';

type Decision = NonNullable<RecordState['decision']>;

/** The decision that somebody takes a request at a time, counted on from those that were told before. */
export function newDecision(
  view: RequestView,
  { config }: Pick<RequestContext, 'config'>,
  chosen: {
    readonly sme: UserRef;
    readonly window: Time & { readonly parts: readonly Time[] };
    readonly durationMinutes: number;
  },
): Decision {
  const told = toldAssignments(view);
  return {
    number: told + 1,
    sme: chosen.sme.id,
    username: chosen.sme.username,
    start: chosen.window.start,
    end: chosen.window.end,
    parts: chosen.window.parts.map(({ start, end }) => ({ start, end })),
    hours: hoursOf(config, chosen.durationMinutes) * meetingsOf(chosen.window).length,
    on: view.lastEvent,
    heard: lastNoteId(view.issue),
    accepted: null,
    dates: view.record.state?.dates ?? null,
    override: null,
    onTeam: false,
  };
}
