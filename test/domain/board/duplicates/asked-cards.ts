import type { Card, CardView } from '../../../../src/domain/board/card.ts';
import { cardView, given } from '../../../builders/card-on-paper.ts';
import { hour, monday } from '../../../builders/snapshot.ts';
import type { AskPair, AskText } from './ask-pair.ts';

/** A card of the area AI with the words of an ask; it is as old as its number is low. */
export function askedCard(
  iid: number,
  { challenge, solution, benefit }: Partial<AskText>,
  changes: Partial<Card> = {},
  areaKey = 'ai',
): CardView {
  const part = (text = '') => (text === '' ? ({ state: 'blank' } as const) : given(text));
  return cardView(
    { iid, createdAt: monday + iid * hour, ...changes },
    { challenge: part(challenge), solution: part(solution), benefit: part(benefit) },
    areaKey,
  );
}

/** Both cards of every pair, those of a pair one after the other. */
export function cardsOfPairs(pairs: readonly AskPair[]): CardView[] {
  return pairs.flatMap(({ area, texts: [one, other] }, index) => [
    askedCard(2 * index + 1, one, {}, area),
    askedCard(2 * index + 2, other, {}, area),
  ]);
}
