import { z } from 'zod';
import type { Config } from '../../config/types.ts';
import { unnamedReasons } from '../../domain/metrics/facts.ts';
import { outcomes } from '../../domain/record/record-state.ts';
import type { IssueFacts, LabelEvent, StateEvent, UserRef } from '../../domain/snapshot.ts';

/** Names by id, as they are in this run; null: a label that was deleted, an account that is gone. */
export interface Names {
  readonly label: (id: number) => LabelEvent['label'];
  readonly user: (id: number) => UserRef | null;
}

/** Stands where GitLab names no label or no user. Ids begin at 1. */
const nobody = 0;

const labelWidth = 5;
const stateWidth = 4;

/** Whole numbers, `width` of them for each event. */
function flat(width: number) {
  return z.custom<readonly number[]>(
    (value) => Array.isArray(value) && value.length % width === 0 && value.every(isCount),
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/**
 * The events of one issue as numbers: of a label event id, user, time, label and 1 for *add*; of a state event id, user,
 * time and 1 for *closed*. Names are left out: a renamed label has its new name in the past as well.
 */
export const eventsEntry = z.strictObject({ labels: flat(labelWidth), states: flat(stateWidth) });

export type EventsEntry = z.infer<typeof eventsEntry>;

/** The events of an issue as numbers. */
export function eventsAsNumbers({
  labelEvents,
  stateEvents,
}: Pick<IssueFacts, 'labelEvents' | 'stateEvents'>): EventsEntry {
  return {
    labels: labelEvents.flatMap(({ id, user, at, label, action }) => [
      id,
      user?.id ?? nobody,
      at,
      label?.id ?? nobody,
      action === 'add' ? 1 : 0,
    ]),
    states: stateEvents.flatMap(({ id, user, at, state }) => [
      id,
      user?.id ?? nobody,
      at,
      state === 'closed' ? 1 : 0,
    ]),
  };
}

/** The events that {@link eventsAsNumbers} was given, under the names of today. */
export function eventsOf(
  { labels, states }: EventsEntry,
  names: Names,
): { readonly labelEvents: LabelEvent[]; readonly stateEvents: StateEvent[] } {
  const labelEvents: LabelEvent[] = [];
  for (let row = 0; row < labels.length; row += labelWidth) {
    const [id = 0, by = nobody, at = 0, label = nobody, added] = labels.slice(row, row + labelWidth);
    const action = added === 1 ? 'add' : 'remove';
    labelEvents.push({ id, user: names.user(by), at, label: names.label(label), action });
  }
  const stateEvents: StateEvent[] = [];
  for (let row = 0; row < states.length; row += stateWidth) {
    const [id = 0, by = nobody, at = 0, closed] = states.slice(row, row + stateWidth);
    stateEvents.push({ id, user: names.user(by), at, state: closed === 1 ? 'closed' : 'reopened' });
  }
  return { labelEvents, stateEvents };
}

/** Ids of everybody whom the events name. */
export function usersOf({ labels, states }: EventsEntry): number[] {
  const users: number[] = [];
  for (let row = 0; row < labels.length; row += labelWidth) users.push(labels[row + 1] ?? nobody);
  for (let row = 0; row < states.length; row += stateWidth) users.push(states[row + 1] ?? nobody);
  return users.filter((id) => id !== nobody);
}

/** Longer than any series of meetings; in hours. */
const mostHours = 1000;

/** The end of the year 9999: every later time breaks some calendar. */
const lastInstant = 253_402_300_799_999;

const decisionEntry = z.strictObject({
  sme: z.int().positive(),
  start: z.int().nonnegative().max(lastInstant),
  hours: z.number().nonnegative().max(mostHours),
});

/** Whether a desk can have taken this decision: with times and hours that there are. */
export function isPossible(decision: NonNullable<RequestEntry['decision']>): boolean {
  return decisionEntry.safeParse(decision).success;
}

/**
 * What form, record and comments of a request say, as numbers and configured words. Where its opportunity stands in
 * the description, and not which one it is: `form` means that the form has to be read for it.
 */
export function requestEntry({ regions, requests }: Pick<Config, 'regions' | 'requests'>) {
  return eventsEntry.extend({
    // A request keeps the key of an area that has left the configuration since.
    area: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    region: z.enum(regions.map(({ key }) => key)).nullable(),
    opportunityAt: z.union([z.int().nonnegative(), z.literal('form')]).nullable(),
    decision: decisionEntry.nullable(),
    outcome: z.enum(outcomes).nullable(),
    rating: z.int().min(1).max(5).nullable(),
    nps: z.int().min(0).max(10).nullable(),
    fastTrack: z.boolean(),
    /** Numbers of the issues that the desk has opened because of it. */
    followUps: z.array(z.int().positive()),
    declined: z.enum([...requests.declineReasons, ...unnamedReasons]).nullable(),
  });
}

export type RequestEntry = z.infer<ReturnType<typeof requestEntry>>;
