import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import type { LabelEvent } from '../../../src/domain/snapshot.ts';
import { labelMoves, type Move, standing } from './label-moves.ts';

const known = [
  ...['submitted', 'needs-info', 'awaiting-approval', 'approved', 'waitlisted', 'assigned', 'changed'],
  ...['engaged', 'awaiting-feedback', 'completed', 'declined', 'cancelled'],
];

/** A stretch of time in one state; null: without any. */
interface Stretch {
  readonly state: string | null;
  readonly from: number;
  readonly to: number;
}

/** What one request was right before an instant, the cut-off. */
export interface RequestAt {
  readonly history: RequestHistory;
  readonly state: string | null;
  readonly isOpen: boolean;
  /** When the desk first set a state before the cut-off; null: it had not. */
  readonly firstSet: (state: string) => number | null;
  /** Milliseconds between two instants in which the issue was open. */
  readonly openBetween: (from: number, to: number) => number;
  /** Milliseconds in a state, while open. */
  readonly openIn: (state: string) => number;
  /** When the engagement was found to have taken place; null: it was not. */
  readonly tookPlaceAt: number | null;
  /** When its first SME was assigned, if it has one at the cut-off; null: it has none. */
  readonly smeSince: number | null;
  /** When it was both closed and declined, if it is at the cut-off; null: it is not. */
  readonly declinedAt: number | null;
  /** When `sla::breached` was set. */
  readonly escalations: readonly number[];
}

/** Whether an event is the desk's own work. A deleted account may have been the desk's. */
function isDesks({ user }: LabelEvent, desk: readonly number[] | null): boolean {
  return desk === null || user === null || user.username === 'ghost' || desk.includes(user.id);
}

/** The stretches of a request up to an instant, one for each moment at which something moved. */
function stretchesOf(moves: readonly Move[], cutOff: number): Stretch[] {
  const times = [...new Set(moves.map(({ at }) => at))].filter((at) => at < cutOff);
  const stretches: Stretch[] = [];
  times.forEach((from, index) => {
    const to = times[index + 1] ?? cutOff;
    const state = standing(moves, to)?.value ?? null;
    const last = stretches.at(-1);
    if (last?.state === state) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ state, from, to });
  });
  return stretches;
}

/** Moments at which the issue was closed or opened again, in order. Without any, a closing time counts. */
function turnsOf(history: RequestHistory): { at: number; isClosed: boolean }[] {
  const own = history.stateEvents.filter(({ at }) => at >= history.submittedAt);
  if (own.length === 0 && history.closedAt !== null) {
    return [{ at: Math.max(history.closedAt, history.submittedAt), isClosed: true }];
  }
  let clock = history.submittedAt;
  return own
    .toSorted((one, other) => one.id - other.id)
    .map(({ at, state }) => {
      clock = Math.max(clock, at);
      return { at: clock, isClosed: state === 'closed' };
    });
}

function cameToNothing({ outcome }: RequestHistory): boolean {
  return outcome === 'did not take place' || outcome === 'moved';
}

/** Of the stretches in which it stood as over, without another state between, the beginning of the first. */
function foundOver(stretches: readonly Stretch[]): number | null {
  const isOver = ({ state }: Stretch): boolean => state === 'awaiting-feedback' || state === 'completed';
  const last = stretches.at(-1);
  if (last === undefined || !isOver(last)) return null;
  const other = stretches.findLastIndex((stretch) => stretch.state !== null && !isOver(stretch));
  return stretches.slice(other + 1).find(isOver)?.from ?? null;
}

/** Reads one request as it was right before an instant. `desk`: user ids of the desk; null: not known. */
export function requestAt(
  history: RequestHistory,
  desk: readonly number[] | null,
  cutOff: number,
): RequestAt {
  const moves = labelMoves(
    history,
    'request',
    (event, value) =>
      known.includes(value) && (value === 'approved' || value === 'declined' || isDesks(event, desk)),
  );
  const stretches = stretchesOf(moves, cutOff);
  const turns = turnsOf(history);
  const isClosedBefore = (instant: number): boolean =>
    turns.findLast(({ at }) => at < instant)?.isClosed === true;
  const openBetween = (from: number, to: number): number => {
    const inside = turns.map(({ at }) => at).filter((at) => at > from && at < to);
    const marks = [from, ...inside, to];
    return marks.reduce((open, mark, index) => {
      const next = marks[index + 1] ?? mark;
      return next > mark && !isClosedBefore(next) ? open + next - mark : open;
    }, 0);
  };
  const firstSet = (state: string): number | null =>
    moves.find((move) => move.isAdd && move.value === state && move.at < cutOff)?.at ?? null;
  const state = standing(moves, cutOff)?.value ?? null;
  const isOpen = !isClosedBefore(cutOff);
  const over = firstSet('completed') !== null && cameToNothing(history) ? null : foundOver(stretches);
  const hasSme =
    ['assigned', 'changed', 'engaged', 'awaiting-feedback'].includes(state ?? '') ||
    (state === 'completed' && over !== null);
  const since = stretches.at(-1)?.from ?? cutOff;
  const declined = [since, ...turns.map(({ at }) => at)].filter(
    (at) => at >= since && at < cutOff && turns.findLast((turn) => turn.at <= at)?.isClosed === true,
  );
  return {
    history,
    state,
    isOpen,
    firstSet,
    openBetween,
    openIn: (wanted) =>
      stretches
        .filter((stretch) => stretch.state === wanted)
        .reduce((sum, { from, to }) => sum + openBetween(from, to), 0),
    tookPlaceAt: over,
    smeSince: hasSme ? firstSet('assigned') : null,
    declinedAt: state === 'declined' && !isOpen ? Math.min(...declined) : null,
    escalations: history.labelEvents
      .filter(
        (event) =>
          event.action === 'add' &&
          event.label?.name === 'sla::breached' &&
          event.at >= history.submittedAt &&
          isDesks(event, desk),
      )
      .map(({ at }) => at),
  };
}
