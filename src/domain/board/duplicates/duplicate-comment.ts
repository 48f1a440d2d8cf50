import type { Config } from '../../../config/types.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { sentenceList } from '../../notifications/words.ts';
import type { CardView } from '../card.ts';
import { whoMayMove } from '../standing/who-may-move.ts';
import { stemsOf, wordsOf } from './ask-words.ts';
import type { DuplicateProposal } from './similar-cards.ts';

/** At most so many of the words in common are told. */
const mostWords = 5;

/**
 * The comment on the younger card that proposes an older one: why, how to answer, and who may. It calls upon nobody, the
 * label shows it on the board.
 */
export function duplicateComment(
  view: CardView,
  { older, because }: DuplicateProposal,
  config: Pick<Config, 'areas' | 'program'>,
): string {
  const number = `#${older.card.iid}`;
  return [
    `This may be the same ask as ${number}: ${reason(view, older, because)}.`,
    `- Yes: react to this comment with 👍, or set ~"duplicate::confirmed". Both then count together, and the status of the oldest open one goes for both.\n- No: react with 👎, or set ~"duplicate::rejected". The two are not proposed again.`,
    `The answer is up to ${whoMayMove(config, view.areaKey)}. It can be changed later by the other label.`,
  ].join('\n\n');
}

function reason(view: CardView, older: CardView, because: DuplicateProposal['because']): string {
  switch (because.kind) {
    case 'product issue':
      return 'both name the same product issue';
    case 'words': {
      const words = plainWords(view, older, because.stems).slice(0, mostWords).map(escapeMarkdown);
      return words.length === 0
        ? 'what they propose is worded much alike'
        : `what they propose has words in common (${sentenceList(words)})`;
    }
    default:
      return because satisfies never;
  }
}

/**
 * The words behind some stems as the younger card has them, in the order of the stems. Only words that both cards write
 * in small letters, and never otherwise: who may read one card need not read the other, and the name of a customer, or
 * of a person, begins with a capital.
 */
function plainWords(view: CardView, older: CardView, stems: readonly string[]): string[] {
  const [mine, theirs] = [smallWords(view), smallWords(older)];
  return stems.flatMap((stem) => {
    const word = mine.get(stem);
    return word !== undefined && theirs.has(stem) ? [word] : [];
  });
}

/** By stem the first word of a card, where all its words are written in small letters. */
function smallWords({ form: { challenge, solution } }: CardView): Map<string, string> {
  const words = [solution, challenge].flatMap((part) => (part.state === 'given' ? wordsOf(part.value) : []));
  const isSmall = (word: string) => /^\p{Ll}+$/u.test(word);
  const others = new Set(words.filter((word) => !isSmall(word)).flatMap(stemsOf));
  const found = new Map<string, string>();
  for (const word of words) {
    for (const stem of stemsOf(word)) if (!others.has(stem) && !found.has(stem)) found.set(stem, word);
  }
  return found;
}
