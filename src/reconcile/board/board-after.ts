import type { CardComment, CardView } from '../../domain/board/card.ts';
import type { Action } from '../../plan/action.ts';
import type { BoardContext } from './card-phase.ts';

/**
 * The board as it will be after some actions, so that agendas and pages of the same run tell of it: whether a run was
 * stopped before them must not be seen in what they say.
 */
export function boardAfter(context: BoardContext, actions: readonly Action[]): BoardContext {
  const onCard = Map.groupBy(
    actions.flatMap((action) => ('card' in action ? [action] : [])),
    ({ card }) => card,
  );
  const { desk, now } = context;
  const cards = context.cards.map((view) =>
    (onCard.get(view.card.iid) ?? []).reduce((before, action) => after(before, action, { desk, now }), view),
  );
  return { ...context, cards };
}

function after(view: CardView, action: Action, by: Pick<BoardContext, 'desk' | 'now'>): CardView {
  const { card } = view;
  if (action.kind === 'card.set') {
    const stay = card.labels.filter((label) => !action.remove.includes(label));
    const labels = [...stay, ...action.add.filter((label) => !stay.includes(label))];
    return {
      ...view,
      card: { ...card, labels, confidential: card.confidential || action.confidential === true },
    };
  }
  if (action.kind !== 'card.comment') return view;
  const id = (card.comments.at(-1)?.id ?? 0) + 1;
  const comment: CardComment = { id, author: by.desk.id, at: by.now, key: action.key, internal: false };
  return { ...view, card: { ...card, comments: [...card.comments, comment] } };
}
