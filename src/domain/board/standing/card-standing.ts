import type { Instant, UserRef } from '../../snapshot.ts';
import type { Card, CardStatus, CardView } from '../card.ts';
import type { Movers } from './movers.ts';
import { type StatusChange, statusChanges, statusScope } from './status-changes.ts';

/** A move of somebody who may. */
export interface CardMove {
  /** Id of its label event. */
  readonly event: number;
  readonly value: CardStatus;
  /** User id. */
  readonly by: number;
  readonly at: Instant;
  /** By somebody who is no product manager, to where only product management puts a card. */
  readonly forManager: boolean;
}

/** A change of status by somebody who may not, that had or has to be undone. */
export interface UncountedMove {
  readonly event: number;
  readonly user: UserRef;
  readonly value: CardStatus;
  readonly action: 'add' | 'remove';
}

/** Where a card stands (`docs/rules.md#customer-feedback`). */
export interface CardStanding {
  /** The last move that counts; null: nobody has moved it, and it is new. */
  readonly move: CardMove | null;
  readonly value: CardStatus;
  /** Of the move; of a card that nobody has moved: when it was opened. */
  readonly since: Instant;
  /**
   * Since the last move that counts: what was undone already as well, since whoever has done it may not have been told
   * yet when a run was stopped.
   */
  readonly uncounted: readonly UncountedMove[];
  /** Labels of the scope `feedback::` that are on the card now, also those that are no status. */
  readonly labels: readonly string[];
  /** The highest event of a person that was judged for this; 0: none. */
  readonly judged: number;
}

/**
 * Where a card stands by the moves that count. What the record holds counted when it was made; events above it are
 * judged by the configuration of today, and where the record is lost all are. The desk's own never count.
 */
export function standingOf(
  { card, areaKey }: CardView,
  movers: Movers,
  deskIds: readonly number[],
): CardStanding {
  const changes = statusChanges(card.labelEvents);
  const byPeople = changes.filter(({ user }) => user === null || !deskIds.includes(user.id));
  const before = remembered(card);
  let move = before.move;
  for (const change of byPeople) {
    if (change.event <= before.judged || change.user === null) continue;
    if (movers.mayMove(areaKey, change.user)) move = moveAfter(move, change, change.user, movers);
  }
  const value = move?.value ?? 'new';
  const labels = card.labels.filter((label) => label.startsWith(statusScope));
  const since = move?.event ?? 0;
  const strangers = byPeople.filter(({ event, user }) => event > since && !movers.mayMove(areaKey, user));
  return {
    move,
    value,
    since: move?.at ?? card.createdAt,
    uncounted: strangers.flatMap((change) => {
      const next = changes.find(({ event, label }) => label === change.label && event > change.event);
      const isUndone = next === undefined ? isInTheWay(change, value, labels) : undoes(next, change, deskIds);
      const { event, user, action } = change;
      return isUndone && user !== null ? [{ event, user, value: change.value, action }] : [];
    }),
    labels,
    judged: Math.max(before.judged, byPeople.at(-1)?.event ?? 0),
  };
}

/**
 * What the record says, as far as it speaks of events that are there: an event that nobody has seen cannot have been
 * judged, and one far above all others would keep every later move from counting.
 */
function remembered({ record, labelEvents }: Card): {
  readonly move: CardMove | null;
  readonly judged: number;
} {
  const status = record?.value?.status ?? null;
  const event = labelEvents.find(({ id }) => id === status?.event);
  if (status !== null && event === undefined) return { move: null, judged: 0 };
  const move = status === null || event === undefined ? null : { ...status, at: event.at };
  const counted = status?.event ?? 0;
  const judged = record?.value?.judged ?? 0;
  const isSeen = judged > counted && labelEvents.some(({ id }) => id >= judged);
  return { move, judged: isSeen ? judged : counted };
}

/**
 * GitLab takes the other label of the scope off by an event of its own, before or behind that of the label that is set:
 * only what takes off the status that counts puts a card back to new, and what sets one afterwards counts instead.
 */
function moveAfter(
  before: CardMove | null,
  { event, action, value, at }: StatusChange,
  user: UserRef,
  movers: Movers,
): CardMove | null {
  const stands = before?.value ?? 'new';
  const to = action === 'add' ? value : 'new';
  const isMove = action === 'add' ? value !== 'new' || stands !== 'new' : value === stands && value !== 'new';
  if (!isMove) return before;
  return { event, value: to, by: user.id, at, forManager: isManagers(to) && !movers.isManager(user) };
}

/** Whether a card is put there by product management, and by others on its behalf. */
function isManagers(value: CardStatus): boolean {
  switch (value) {
    case 'accepted':
    case 'roadmap':
    case 'resolved':
    case 'declined':
      return true;
    case 'new':
    case 'reviewed':
    case 'backlog':
      return false;
    default:
      return value satisfies never;
  }
}

/** Whether the labels are not as they should be by this change, the last one of its label. */
function isInTheWay({ action, value }: StatusChange, counts: CardStatus, labels: readonly string[]): boolean {
  const isThere = labels.includes(`${statusScope}${value}`);
  return action === 'add' ? value !== counts && isThere : value === counts && !isThere;
}

function undoes(next: StatusChange, change: StatusChange, deskIds: readonly number[]): boolean {
  return next.action !== change.action && next.user !== null && deskIds.includes(next.user.id);
}
