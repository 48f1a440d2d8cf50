import type { UserRef } from '../../snapshot.ts';
import type { Card, CardView, Groups } from '../card.ts';

/**
 * Whom a card is told to, each once: its author, unless that is the desk, and whoever it is assigned to
 * (`docs/rules.md#customer-feedback`).
 */
export function askersOf(
  { author, assignees }: Pick<Card, 'author' | 'assignees'>,
  deskIds: readonly number[],
): readonly UserRef[] {
  const people = [author, ...assignees].filter(({ id }) => !deskIds.includes(id));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The askers who are called upon on this card: not those who are on an earlier card of its group already. */
export function askersToldOn(
  { card }: CardView,
  { groups, byNumber }: { readonly groups: Groups; readonly byNumber: ReadonlyMap<number, CardView> },
  deskIds: readonly number[],
): readonly UserRef[] {
  const members = groups.membersOf(card.iid);
  const earlier = members.slice(0, Math.max(0, members.indexOf(card.iid)));
  const told = earlier.flatMap((iid) => {
    const view = byNumber.get(iid);
    return view === undefined ? [] : askersOf(view.card, deskIds).map(({ id }) => id);
  });
  return askersOf(card, deskIds).filter(({ id }) => !told.includes(id));
}
