import type { Config } from '../../../config/types.ts';
import type { CardView, Groups } from '../card.ts';
import { cardsByNumber } from '../cards-by-number.ts';
import { type AnsweredProposal, answeredProposals, type DuplicateAnswer } from './duplicate-answers.ts';

type Program = Pick<Config, 'areas' | 'roster'>;

/**
 * What counts as the answer to the newest proposal on a card; null: there is none. What was said by somebody who has
 * left the configuration since still stands in the record (`docs/rules.md#customer-feedback`).
 */
export function answerToProposal(
  view: CardView,
  cards: readonly CardView[],
  config: Program,
  deskIds: readonly number[],
): DuplicateAnswer | null {
  const newest = answeredProposals(view, config, deskIds).at(-1);
  if (newest === undefined) return null;
  if (newest.answer !== null) return newest.answer;
  const older = cardsByNumber(cards).get(newest.older)?.card.id;
  const isMeant = older === undefined ? isNotLookedAt(cards) : (id: number) => id === older;
  if (recordedSame(view).some(isMeant)) return 'confirmed';
  return recordedApart(view).some(isMeant) ? 'rejected' : 'open';
}

/** A card that was closed long ago is not looked at, so that its number leads to no id; what is left can only be it. */
function isNotLookedAt(cards: readonly CardView[]): (id: number) => boolean {
  const ids = new Set(cards.map(({ card }) => card.id));
  return (id) => !ids.has(id);
}

/**
 * Global ids of the cards that a card is the same ask as, ascending: what goes into its record. A pair is in it while
 * the newest answer says so, or the record does and nobody who may has said anything else. A card that is not looked at
 * any more, since it was closed long ago, stays as the record has it.
 */
export function sameAsOf(
  view: CardView,
  cards: readonly CardView[],
  config: Program,
  deskIds: readonly number[],
): readonly number[] {
  return answeredAs('confirmed', recordedSame(view), answeredProposals(view, config, deskIds), {
    view,
    cards,
  });
}

/** Global ids of the cards that a card is not the same ask as, ascending, under the same laws. */
export function apartFrom(
  view: CardView,
  cards: readonly CardView[],
  config: Program,
  deskIds: readonly number[],
): readonly number[] {
  return answeredAs('rejected', recordedApart(view), answeredProposals(view, config, deskIds), {
    view,
    cards,
  });
}

/** What the record holds, changed by what was answered since. */
function answeredAs(
  wanted: DuplicateAnswer,
  recorded: readonly number[],
  proposals: readonly AnsweredProposal[],
  { view, cards }: { readonly view: CardView; readonly cards: readonly CardView[] },
): readonly number[] {
  const answered = proposals.filter(({ answer }) => answer !== null);
  const ids = new Set(recorded);
  for (const { older, answer } of answered) {
    const id = cardsByNumber(cards).get(older)?.card.id;
    if (id === undefined || id === view.card.id) continue;
    if (answer === wanted) ids.add(id);
    else ids.delete(id);
  }
  return [...ids].sort((a, b) => a - b);
}

function recordedSame({ card }: CardView): readonly number[] {
  return (card.record?.value?.sameAs ?? []).filter((id) => id !== card.id);
}

function recordedApart({ card }: CardView): readonly number[] {
  return card.record?.value?.apart ?? [];
}

/**
 * Cards as groups of the same ask: joined by what was confirmed, one after the other. Two cards that a third one has
 * joined stay together when that one is not looked at any more.
 */
export function groupsOf(cards: readonly CardView[], config: Program, deskIds: readonly number[]): Groups {
  const above = new Map<number, number>();
  const rootOf = (id: number): number => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    return root;
  };
  for (const view of cards) {
    for (const other of sameAsOf(view, cards, config, deskIds)) {
      const [one, two] = [rootOf(view.card.id), rootOf(other)];
      if (one !== two) above.set(Math.max(one, two), Math.min(one, two));
    }
  }
  const groups = new Map<number, CardView[]>();
  for (const view of [...cards].sort(headFirst)) {
    const root = rootOf(view.card.id);
    groups.set(root, [...(groups.get(root) ?? []), view]);
  }
  const members = new Map<number, readonly number[]>();
  for (const group of groups.values()) {
    const iids = group.map(({ card }) => card.iid);
    for (const iid of iids) members.set(iid, iids);
  }
  const membersOf = (iid: number): readonly number[] => members.get(iid) ?? [iid];
  return { membersOf, headOf: (iid) => membersOf(iid)[0] ?? iid };
}

/** Open cards before closed ones, then the oldest. */
function headFirst({ card: a }: CardView, { card: b }: CardView): number {
  return (
    Number(a.state === 'closed') - Number(b.state === 'closed') || a.createdAt - b.createdAt || a.iid - b.iid
  );
}
