import { formatInstant } from '../../calendar/format-instant.ts';
import { type Clock, type ClockKind, clockOf } from '../../clocks/clock.ts';
import { runningClock } from '../../clocks/running-clock.ts';
import type { RecordState } from '../../record/record-state.ts';
import { approversOfRequest } from '../../request/approvers-of-request.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../request/request-view.ts';
import type { RequestState } from '../../workflow/request-state.ts';
import { sentenceList } from '../words.ts';

const expectations: Readonly<Record<ClockKind, string>> = {
  answer: 'an answer is asked for by',
  approval: 'usually decided by',
  pickup: 'usually accepted by',
  feedback: 'a first reminder comes on',
};

/** Who is waited for, since when, and by when it is usually done; null: nobody is. */
export function waitingLine(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
): string | null {
  const clock = clockAt(view, context, record, state);
  if (clock === null) return null;
  const awaited = clock.kind === 'approval' ? approversOfRequest(view, context) : clock.awaited;
  const zone = requesterZone(context, view.issue.author.username);
  const since = formatInstant(clock.since, zone);
  const due = formatInstant(clock.due, zone);
  return `Waiting for ${sentenceList(awaited, 'or')} since ${since}; ${expectations[clock.kind]} ${due}.`;
}

/** The clock that runs, or that will run from now on when this text tells a transition that is being planned. */
function clockAt(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
): Clock | null {
  const { config, snapshot } = context;
  const before = view.record.state?.decision?.number ?? null;
  const isNew = state !== view.state || (state === 'assigned' && record.decision?.number !== before);
  return isNew ? clockOf(view, config, { state, record, since: snapshot.now }) : runningClock(view, context);
}
