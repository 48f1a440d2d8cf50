import type { LabelEvent, UserRef } from '../snapshot.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import { isRequestLabel, type RequestState, stateOfLabel } from './request-state.ts';

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
}): StateReading {
  const adds = byEventId(input.events).filter(
    (event) => event.action === 'add' && event.label !== null && isRequestLabel(event.label.name),
  );
  const byDesk = (event: LabelEvent): boolean => event.user !== null && input.deskIds.includes(event.user.id);
  const last = adds.findLast((event) => byDesk(event) && stateOfLabel(event.label?.name ?? '') !== null);
  const own = last?.label ? stateOfLabel(last.label.name) : null;
  const ownEvent = last?.id ?? 0;
  const since = watermark(input.decided, own, ownEvent);
  const claims: Claim[] = [];
  for (const event of adds) {
    if (event.id <= since || byDesk(event) || event.user === null || event.label === null) continue;
    const { id: labelId, name } = event.label;
    claims.push({ event: event.id, user: event.user, label: name, labelId, state: stateOfLabel(name) });
  }
  return { own, ownEvent, claims };
}

/**
 * The record notes a transition before the label moves, so its newest entry may be one that never happened
 * (a run that was killed in between): only an entry for the state that stands, decided before it, is believed.
 */
function watermark(decided: readonly Decided[], own: RequestState | null, ownEvent: number): number {
  const entry = decided.findLast((each) => each.to === own && each.on < ownEvent);
  return entry?.on ?? ownEvent;
}
