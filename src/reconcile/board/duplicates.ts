import type { CardView } from '../../domain/board/card.ts';
import { proposalKey } from '../../domain/board/duplicates/duplicate-answers.ts';
import { duplicateComment } from '../../domain/board/duplicates/duplicate-comment.ts';
import { answerToProposal } from '../../domain/board/duplicates/groups.ts';
import {
  type DuplicateProposal,
  likenessOfCards,
  proposalFor,
} from '../../domain/board/duplicates/similar-cards.ts';
import { moversOf } from '../../domain/board/standing/movers.ts';
import { newestByLabel } from '../../domain/timeline/fold-labels.ts';
import type { BoardContext, CardPhase, CardWish } from './card-phase.ts';

const scope = 'duplicate::';
const proposed = 'duplicate::proposed';

/** So many proposals are made in one run; the rest comes the next day, when people have answered some. */
const mostProposals = 10;

/**
 * Proposes that a card is the same ask as an older one, once for each pair, and keeps the label of its scope what was
 * answered by somebody who may (`docs/rules.md#customer-feedback`).
 */
export const duplicates: CardPhase = (view, context) => {
  const { card } = view;
  if (card.state === 'closed') return {};
  const proposal = proposalsOf(context).get(card.iid);
  if (proposal !== undefined) return propose(view, proposal, context);
  const answer = answerToProposal(view, context.cards, context.config, context.desk.ids);
  if (answer === null) return withoutForeign(view, context);
  const label = answer === 'open' ? proposed : `${scope}${answer}`;
  const why =
    answer === 'open'
      ? 'Nobody who may has answered yet whether it is the same ask as another one.'
      : `Whether it is the same ask as another one was answered: ${answer}.`;
  return onlyLabel(view, label, context, why);
};

function propose(view: CardView, proposal: DuplicateProposal, context: BoardContext): CardWish {
  const { iid } = proposal.older.card;
  return {
    ...onlyLabel(view, proposed, context, `It may be the same ask as #${iid}.`),
    comments: [
      { key: proposalKey(iid), body: duplicateComment(view, proposal, context.config), mentions: [] },
    ],
    links: [iid],
  };
}

/** One label of the scope and no other; nothing while the project does not know it. */
function onlyLabel({ card }: CardView, label: string, { labels }: BoardContext, why: string): CardWish {
  const remove = card.labels.filter((each) => each.startsWith(scope) && each !== label);
  const isThere = card.labels.includes(label);
  if ((isThere && remove.length === 0) || !labels.some(({ name }) => name === label)) return {};
  return { add: isThere ? [] : [label], remove, why };
}

/**
 * Without a proposal a label of the scope speaks of nothing. What somebody has set who may is theirs; the others, and
 * those that came along with a copy, are taken off.
 */
function withoutForeign({ card, areaKey }: CardView, { config }: BoardContext): CardWish {
  const movers = moversOf(config);
  const byName = new Map(
    [...newestByLabel(card.labelEvents).values()].map((event) => [event.label?.name, event]),
  );
  const remove = card.labels.filter(
    (label) => label.startsWith(scope) && !movers.mayMove(areaKey, byName.get(label)?.user ?? null),
  );
  return remove.length === 0 ? {} : { remove, why: 'Nothing was proposed that the label could answer.' };
}

const known = new WeakMap<BoardContext, ReadonlyMap<number, DuplicateProposal>>();

/** The proposals of a run by number of the younger card. Each card asks for its own, so that they are made once. */
function proposalsOf(context: BoardContext): ReadonlyMap<number, DuplicateProposal> {
  const found = known.get(context) ?? newProposals(context);
  known.set(context, found);
  return found;
}

/** Oldest card first, while nothing is open on it and the project has the label that asks for answers. */
function newProposals(context: BoardContext): Map<number, DuplicateProposal> {
  const { cards, config, desk, groups, labels } = context;
  const found = new Map<number, DuplicateProposal>();
  if (!labels.some(({ name }) => name === proposed)) return found;
  const likeness = likenessOfCards(cards);
  for (const [place, view] of cards.entries()) {
    if (found.size >= mostProposals) break;
    if (view.card.state === 'closed') continue;
    if (answerToProposal(view, cards, config, desk.ids) === 'open') continue;
    const proposal = proposalFor(view, cards.slice(0, place), likeness, groups);
    if (proposal !== null) found.set(view.card.iid, proposal);
  }
  return found;
}
