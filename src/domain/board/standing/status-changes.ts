import type { Instant, LabelEvent, UserRef } from '../../snapshot.ts';
import { byEventId } from '../../timeline/fold-labels.ts';
import { type CardStatus, cardStatuses } from '../card.ts';

/** What the labels of a card's status begin with. */
export const statusScope = 'feedback::';

/** One label of a status set or taken off. */
export interface StatusChange {
  readonly event: number;
  readonly action: 'add' | 'remove';
  readonly value: CardStatus;
  /** Two labels can have borne one name, one after the other. */
  readonly label: number;
  readonly at: Instant;
  /** Null: the account is gone. */
  readonly user: UserRef | null;
}

/**
 * The changes of a card's status by event id, whoever made them: of two in the same second the higher id is the later
 * one. A deleted label has no name any more, and a value that is no status says nothing.
 */
export function statusChanges(events: readonly LabelEvent[]): StatusChange[] {
  return byEventId(events).flatMap(({ id, action, label, at, user }) => {
    const value = label === null ? null : statusIn(label.name);
    return label === null || value === null ? [] : [{ event: id, action, value, label: label.id, at, user }];
  });
}

/** The status that a label stands for, or null. */
function statusIn(label: string): CardStatus | null {
  return cardStatuses.find((status) => label === `${statusScope}${status}`) ?? null;
}
