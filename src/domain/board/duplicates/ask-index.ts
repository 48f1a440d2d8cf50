import { isProductStem, stemsOf, wordsOf } from './ask-words.ts';
import { nearStems } from './near-stems.ts';

/** What one card asks for, in the words of its form. */
export interface Ask {
  /** Number of the card. */
  readonly iid: number;
  readonly challenge: string;
  readonly solution: string;
}

/** The asks of a board by their words; asks and stems are named by their place in a list. */
export interface AskIndex {
  readonly asks: readonly {
    readonly iid: number;
    /** Stems of the solution, each once. */
    readonly solution: readonly number[];
    /** Stems of challenge and solution, each once. */
    readonly text: readonly number[];
    /** Weight of the whole solution, with `wordsMore`. Null: there is no solution. */
    readonly mass: number | null;
  }[];
  readonly stems: readonly string[];
  /** How much a stem tells: the rarer, the more. */
  readonly weight: (stem: number) => number;
  /** Asks whose text has the stem. */
  readonly inText: (stem: number) => readonly number[];
  /** Asks whose solution has the stem. */
  readonly inSolution: (stem: number) => readonly number[];
  /** Stems that may be the same word. */
  readonly near: (stem: number) => readonly number[];
}

/** Of each part of a form so much is read: what is asked for stands at its beginning, and time is short. */
const mostCharacters = 4000;

/** What a word of the product counts for, compared with another one that is as rare. */
const productWeight = 0.5;

/** A solution of one or two words is little to go by: each is weighed as if so many words more stood in it that nobody has. */
const wordsMore = 2;

/** A board with fewer cards is counted as one of so many: of three cards nothing is learnt about which words are rare. */
const fewest = 100;

/** Makes the index of some asks. */
export function askIndex(asks: readonly Ask[]): AskIndex {
  const { stems, idsOf } = stemIds();
  const read = asks.map(({ iid, challenge, solution }) => {
    const asked = idsOf(solution);
    return { iid, solution: asked, text: [...new Set([...asked, ...idsOf(challenge)])] };
  });
  const inText = postings(read.map(({ text }) => text));
  const inSolution = postings(read.map(({ solution }) => solution));
  const all = Math.max(fewest, asks.length);
  const weights = stems.map((stem, id) => {
    const rarity = inverseFrequency(inText.get(id)?.length ?? 0, all);
    return isProductStem(stem) ? rarity * productWeight : rarity;
  });
  const weight = (stem: number): number => weights[stem] ?? 0;
  const massOf = (solution: readonly number[]): number | null =>
    solution.length === 0
      ? null
      : solution.reduce((sum, stem) => sum + weight(stem), wordsMore * inverseFrequency(1, all));
  return {
    asks: read.map((ask) => ({ ...ask, mass: massOf(ask.solution) })),
    stems,
    weight,
    inText: (stem) => inText.get(stem) ?? [],
    inSolution: (stem) => inSolution.get(stem) ?? [],
    near: nearStems(stems),
  };
}

/** Inverse document frequency as in BM25: never below zero. */
function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** Gives stems their numbers as they come; the stems of a word are worked out once. */
function stemIds(): { readonly stems: readonly string[]; readonly idsOf: (text: string) => number[] } {
  const stems: string[] = [];
  const ids = new Map<string, number>();
  const ofWord = new Map<string, readonly number[]>();
  const idOf = (stem: string): number => {
    const known = ids.get(stem);
    if (known !== undefined) return known;
    ids.set(stem, stems.length);
    return stems.push(stem) - 1;
  };
  const idsOfWord = (word: string): readonly number[] => {
    const known = ofWord.get(word);
    if (known !== undefined) return known;
    const found = stemsOf(word).map(idOf);
    ofWord.set(word, found);
    return found;
  };
  return { stems, idsOf: (text) => [...new Set(wordsOf(text.slice(0, mostCharacters)).flatMap(idsOfWord))] };
}

function postings(lists: readonly (readonly number[])[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [place, list] of lists.entries()) {
    for (const stem of list) {
      const places = found.get(stem);
      if (places === undefined) found.set(stem, [place]);
      else places.push(place);
    }
  }
  return found;
}
