import type { CardView } from '../../domain/board/card.ts';
import type { SetCard } from '../../plan/card-action.ts';
import { expectOfCard } from './actions-on-card.ts';

/** Confidential first: nothing else is written until GitLab has said so (`docs/rules.md#customer-feedback`). */
export function protectCard({ card }: CardView): SetCard[] {
  if (card.confidential) return [];
  return [
    {
      kind: 'card.set',
      card: card.iid,
      expect: expectOfCard(card),
      add: [],
      remove: [],
      confidential: true,
      why: 'customer feedback is confidential',
    },
  ];
}
