import type { CardView } from '../../domain/board/card.ts';
import { feedbackTypeLabel } from '../../domain/board/feedback-type-label.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import type { BoardContext, CardWish } from './card-phase.ts';

/**
 * The labels that a card has from the beginning: its type, where it stands while it stands nowhere, and area, kind and
 * impact as its form says, each while there is none of its scope: what people set there counts
 * (`docs/rules.md#customer-feedback`). A label that the project does not know would be made by GitLab, or dropped.
 */
export function recognise(view: CardView, context: BoardContext): CardWish {
  const { card } = view;
  if (card.state === 'closed') return {};
  const { labels, value } = standingIn(view, context);
  const isNew = labels.length === 0 && value === 'new';
  const wanted = [feedbackTypeLabel, ...(isNew ? ['feedback::new'] : []), ...fromForm(view)];
  const known = new Set(context.labels.map(({ name }) => name));
  const add = wanted.filter((label) => known.has(label) && !card.labels.includes(label));
  return add.length === 0 ? {} : { add, why: 'The labels are set as the form says.' };
}

function fromForm({ card, form: { area, kind, impact } }: CardView): string[] {
  const given = [
    ['area::', area.state === 'given' ? area.value.key : null],
    ['feedback-type::', kind.state === 'given' ? kind.value : null],
    ['impact::', impact.state === 'given' ? impact.value : null],
  ] as const;
  return given.flatMap(([scope, value]) =>
    value === null || card.labels.some((label) => label.startsWith(scope)) ? [] : [`${scope}${value}`],
  );
}
