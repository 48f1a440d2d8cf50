import type { Scores } from '../../domain/board/card.ts';
import type { CardPhase } from './card-phase.ts';

const scope = 'score::';

/**
 * Keeps the label `score::` what the score says (`docs/rules.md#customer-feedback`). It is the desk's own: what a person
 * has set or taken off is put back without a word, since it changes nothing for anybody. A closed card keeps what it has.
 */
export const keepBand: CardPhase = ({ card }, { scores }) => {
  const wanted = labelOf(scores, card.iid);
  if (wanted === 'as it is' || card.state === 'closed') return {};
  const remove = card.labels.filter((label) => label.startsWith(scope) && label !== wanted.label);
  const add = wanted.label === null || card.labels.includes(wanted.label) ? [] : [wanted.label];
  if (add.length === 0 && remove.length === 0) return {};
  return { add, remove, why: wanted.why };
};

interface Wanted {
  readonly label: string | null;
  readonly why: string;
}

function labelOf(scores: Scores, card: number): Wanted | 'as it is' {
  switch (scores.kind) {
    case 'off':
      return { label: null, why: 'There are no scores without Salesforce.' };
    case 'down':
      return 'as it is';
    case 'scored': {
      const band = scores.byCard.get(card)?.band;
      return band === undefined
        ? { label: null, why: 'It has no score: it is over, or nothing is known of its customer.' }
        : { label: `${scope}${band}`, why: `Its score is ${band} among the asks of its area.` };
    }
    default:
      return scores satisfies never;
  }
}
