import { isByHand, whoSearches } from '../../assignment/who-searches.ts';
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
  assignment: 'an SME is usually chosen by',
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
  // A decision that nobody was told of yet is waited on from now on, too.
  if (state === view.state)
    return runningClock({ ...view, record: { ...view.record, state: record } }, context);
  const byHand = isByHand(whoSearches(view, context, { state, record }));
  return clockOf(view, config, { state, record, since: snapshot.now, byHand });
}
