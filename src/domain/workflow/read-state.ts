import type { LabelEvent, UserRef } from '../snapshot.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import { isForged } from './forged-label.ts';
import { isRequestLabel, type RequestState, requestStates, stateOfLabel } from './request-state.ts';

/** A person's click on a label of the scope that the desk has not yet answered. */
export interface Claim {
  readonly event: number;
  readonly user: UserRef;
  readonly label: string;
  readonly labelId: number;
  /** Null: a label of the scope that names no state. */
  readonly state: RequestState | null;
}

/** What the history says: the desk's own last word, and what people have clicked since it was decided. */
export interface StateReading {
  readonly own: RequestState | null;
  readonly ownEvent: number;
  /** By event id. A claim stays one when its label is gone again: a click in the same second is never lost. */
  readonly claims: readonly Claim[];
}

/** A transition as the record remembers it: where to, and the highest event id it was decided on. */
export interface Decided {
  readonly to: RequestState;
  readonly on: number;
}

/**
 * Reads the state of a request from its label events (`docs/rules.md#transitions`). `own` is the last label of
 * the scope that the desk added; claims are people's adds above the event id that transition was decided on, or
 * above `own` itself where the record does not know it.
 */
export function readState(input: {
  events: readonly LabelEvent[];
  deskIds: readonly number[];
  decided: readonly Decided[];
  /** Names of the labels on the issue. */
  labels: readonly string[];
}): StateReading {
  const adds = byEventId(input.events).filter(
    (event) => event.action === 'add' && event.label !== null && isRequestLabel(event.label.name),
  );
  const byDesk = (event: LabelEvent): boolean => event.user !== null && input.deskIds.includes(event.user.id);
  const ownAdds = adds.filter((event) => byDesk(event) && isOwnWord(event, input.decided));
  // A label that somebody took off was not left by the desk, and one that somebody set again is a claim: neither is
  // a state to fall back to.
  const standing = ownAdds.filter(
    (event) => isStanding(event, adds, input.labels) && !isTakenBack(event, input.events, byDesk),
  );
  const last = foremost(standing, input.decided) ?? standing.at(-1) ?? ownAdds.at(-1);
  const own = last?.label ? stateOfLabel(last.label.name) : null;
  const ownEvent = last?.id ?? 0;
  const since = watermark(input.decided, own, ownEvent) ?? firstOfRun(ownAdds, last);
  const claims: Claim[] = [];
  for (const event of adds) {
    if (event.id <= since || byDesk(event) || event.user === null || event.label === null) continue;
    const { id: labelId, name } = event.label;
    claims.push({ event: event.id, user: event.user, label: name, labelId, state: stateOfLabel(name) });
  }
  return { own, ownEvent, claims };
}

/** A label of a state that the desk itself can have set. */
function isOwnWord({ id, label }: LabelEvent, decided: readonly Decided[]): boolean {
  const state = stateOfLabel(label?.name ?? '');
  return state !== null && !isForged({ state, event: id }, decided);
}

/** Whether the desk itself has taken a label off again: a state that was left, or one set by the slower of two runs. */
function isTakenBack(
  added: LabelEvent,
  events: readonly LabelEvent[],
  byDesk: (event: LabelEvent) => boolean,
): boolean {
  return events.some(
    (event) =>
      event.action === 'remove' &&
      event.id > added.id &&
      event.label?.id === added.label?.id &&
      byDesk(event),
  );
}

/** Whether a label that was added is on the issue because of that. */
function isStanding(added: LabelEvent, adds: readonly LabelEvent[], labels: readonly string[]): boolean {
  const newest = adds.findLast((each) => nameOf(each) === nameOf(added));
  return newest === added && labels.includes(nameOf(added));
}

function nameOf(event: LabelEvent): string {
  return event.label?.name ?? '';
}

/**
 * Which of several labels that the desk itself has set is the state, or undefined: there are not several. Only two
 * runs at once leave them, and only where labels of a scope do not exclude one another: the slower run has set an
 * earlier state beside the one that the record tells of, or where there is no record yet beside a later one.
 */
function foremost(standing: readonly LabelEvent[], decided: readonly Decided[]): LabelEvent | undefined {
  if (standing.length < 2) return undefined;
  const noted = decided.at(-1)?.to;
  if (noted !== undefined) return standing.find((event) => stateOfLabel(nameOf(event)) === noted);
  return requestStates
    .flatMap((state) => standing.find((event) => stateOfLabel(nameOf(event)) === state) ?? [])
    .at(-1);
}

/**
 * The record notes a transition before the label moves, so its newest entry may be one that never happened
 * (a run that was killed in between): only an entry for the state that stands, decided before it, is believed.
 */
function watermark(decided: readonly Decided[], own: RequestState | null, ownEvent: number): number | null {
  const entry = decided.findLast((each) => each.to === own && each.on < ownEvent);
  return entry?.on ?? null;
}

/**
 * The event by which the desk set the label that stands for the first time: where it only had to put it back, the
 * click that had replaced it is still to be answered.
 */
function firstOfRun(ownAdds: readonly LabelEvent[], last: LabelEvent | undefined): number {
  let first = last;
  for (const event of ownAdds.slice(0, last === undefined ? 0 : ownAdds.indexOf(last)).reverse()) {
    if (event.label?.name !== last?.label?.name) break;
    first = event;
  }
  return first?.id ?? 0;
}
