import type { CardView, Groups } from '../card.ts';
import type { ProductIssue } from '../form/feedback-form.ts';
import { proposalKey } from './duplicate-answers.ts';
import { type Likeness, likenessOf } from './likeness.ts';

/** An older card that may be the same ask, and what speaks for it. */
export interface DuplicateProposal {
  readonly older: CardView;
  readonly because:
    | { readonly kind: 'product issue' }
    /** Stems of words that both have, the telling ones first. */
    | { readonly kind: 'words'; readonly stems: readonly string[] };
}

/**
 * From which score on two asks are alike enough to ask people; chosen with `test/domain/board/tuning-pairs.ts`
 * (`docs/decisions/0044-which-feedback-is-alike.md`).
 */
const alikeFrom = 0.31;

/** The likeness of cards whose form says what is asked for. */
export function likenessOfCards(cards: readonly CardView[]): Likeness {
  return likenessOf(
    cards.flatMap(({ card, form: { challenge, solution } }) =>
      solution.state === 'given'
        ? [
            {
              iid: card.iid,
              solution: solution.value,
              challenge: challenge.state === 'given' ? challenge.value : '',
            },
          ]
        : [],
    ),
  );
}

/**
 * The one older open card of the same area that is to be proposed as the same ask: the oldest one with the same product
 * issue, else the one whose text is most alike. Null: there is none, or whatever is alike counts together with the card
 * already or was proposed on it before, itself or by another of its group.
 */
export function proposalFor(
  view: CardView,
  older: readonly CardView[],
  likeness: Likeness,
  groups: Groups,
): DuplicateProposal | null {
  const asked = new Set(view.card.comments.map(({ key }) => key));
  const together = new Set(groups.membersOf(view.card.iid));
  const mayBe = ({ card, areaKey }: CardView): boolean =>
    card.state === 'opened' &&
    areaKey === view.areaKey &&
    !together.has(card.iid) &&
    !groups.membersOf(card.iid).some((iid) => asked.has(proposalKey(iid)));
  return namesSameIssue(view, older, mayBe) ?? mostAlike(view, older, mayBe, likeness);
}

type MayBe = (older: CardView) => boolean;

function namesSameIssue(view: CardView, older: readonly CardView[], mayBe: MayBe): DuplicateProposal | null {
  const mine = productIssueKey(view);
  if (mine === null) return null;
  const oldest = older.find((each) => productIssueKey(each) === mine && mayBe(each));
  return oldest === undefined ? null : { older: oldest, because: { kind: 'product issue' } };
}

/** GitLab knows no difference of case in paths. */
function productIssueKey({ form: { productIssue } }: CardView): string | null {
  if (productIssue.state !== 'given') return null;
  const { project, iid }: ProductIssue = productIssue.value;
  return `${project.toLowerCase()}#${iid}`;
}

function mostAlike(
  view: CardView,
  older: readonly CardView[],
  mayBe: MayBe,
  likeness: Likeness,
): DuplicateProposal | null {
  const alikes = likeness
    .alikes(view.card.iid, alikeFrom)
    .toSorted((a, b) => b.score - a.score || a.iid - b.iid);
  for (const { iid } of alikes) {
    const best = older.find(({ card }) => card.iid === iid);
    if (best === undefined || !mayBe(best)) continue;
    return { older: best, because: { kind: 'words', stems: likeness.shared(view.card.iid, iid) } };
  }
  return null;
}
