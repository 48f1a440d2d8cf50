import type { CardView } from '../domain/board/card.ts';
import type { CardAction } from '../plan/card-action.ts';
import { actionsOn } from './board/actions-on-card.ts';
import type { BoardContext, CardPhase } from './board/card-phase.ts';
import { check } from './board/check.ts';
import { duplicates } from './board/duplicates.ts';
import { keepBand } from './board/keep-band.ts';
import { keepStatus } from './board/keep-status.ts';
import { mergedWish } from './board/merged-wish.ts';
import { productIssueClosed } from './board/product-issue-closed.ts';
import { protectCard } from './board/protect-card.ts';
import { recognise } from './board/recognise.ts';
import { remind } from './board/remind.ts';
import { tellAskers } from './board/tell-askers.ts';
import { writeCardRecord } from './board/write-card-record.ts';

/** What is looked after on an open card, in order. */
const phases: readonly CardPhase[] = [
  recognise,
  check,
  keepStatus,
  duplicates,
  keepBand,
  productIssueClosed,
  tellAskers,
  remind,
];

/** On a closed card nothing is moved any more; what is due is told. */
const closedPhases: readonly CardPhase[] = [tellAskers];

/**
 * The care of the cards, oldest first; of one card: confidential before anything else, then what the phases wish as one
 * change, what is said, and the record.
 *
 * @param only Number of the one card that is written, or null: all.
 */
export function maintainBoard(context: BoardContext, only: number | null): CardAction[] {
  const meant = context.cards.filter(({ card }) => only === null || card.iid === only);
  return meant.flatMap((view) =>
    view.card.state === 'closed' ? careForClosed(view, context) : careForOpen(view, context),
  );
}

function careForOpen(view: CardView, context: BoardContext): CardAction[] {
  const wish = mergedWish(view, phases, context);
  const { change, comments, links } = actionsOn(view, wish);
  return [
    ...protectCard(view),
    ...change,
    // A link is no reason of its own: it comes before the comment that it is never written again without.
    ...links,
    ...comments,
    // The record says what was judged: whoever is to be told of that has been told before.
    ...writeCardRecord(view, context),
  ];
}

/** It is made confidential too: feedback that its author closes at once names a customer all the same. */
function careForClosed(view: CardView, context: BoardContext): CardAction[] {
  return [...protectCard(view), ...actionsOn(view, mergedWish(view, closedPhases, context)).comments];
}
