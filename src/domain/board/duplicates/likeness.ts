import { type Ask, type AskIndex, askIndex } from './ask-index.ts';
import { isProductStem } from './ask-words.ts';

/** How much two asks are alike. */
export interface Alike {
  /** Number of the other card. */
  readonly iid: number;
  /** From 0 to 1: the mean of how much of one's solution is in the other's text, and the other way round. */
  readonly score: number;
}

/** Compares the asks of a board. */
export interface Likeness {
  /** The other asks whose score with this one is at least so much, in any order. */
  readonly alikes: (iid: number, atLeast: number) => readonly Alike[];
  /** Stems of one's solution that stand in the other's text as well, the telling ones first. */
  readonly shared: (iid: number, other: number) => readonly string[];
}

/** What a word counts for where only one that is nearly the same stands. */
const nearlyTheSame = 0.45;

/**
 * Compares asks by how much of what one proposes stands in the challenge or the solution of the other, rare words
 * weighing more. The benefit is left out: everybody wants to be faster. Why it is made so:
 * `docs/decisions/0044-which-feedback-is-alike.md`.
 */
export function likenessOf(asks: readonly Ask[]): Likeness {
  const index = askIndex(asks);
  const places = new Map(index.asks.map(({ iid }, place) => [iid, place]));
  return {
    alikes: (iid, atLeast) => {
      const place = places.get(iid);
      return place === undefined ? [] : alikesAt(index, place, atLeast);
    },
    shared: (iid, other) => {
      const [one, two] = [places.get(iid), places.get(other)];
      if (one === undefined || two === undefined) return [];
      const text = new Set(index.asks[two]?.text);
      const both = (index.asks[one]?.solution ?? []).filter((stem) => text.has(stem));
      return [...both]
        .sort((a, b) => index.weight(b) - index.weight(a) || a - b)
        .map((stem) => index.stems[stem] ?? '')
        .sort((a, b) => Number(isProductStem(a)) - Number(isProductStem(b)));
    },
  };
}

function alikesAt(index: AskIndex, place: number, atLeast: number): Alike[] {
  const ask = index.asks[place];
  if (ask === undefined || ask.mass === null) return [];
  const there = sharesOfAsk(index, ask.solution);
  const back = sharesInAsk(index, ask.text);
  const found: Alike[] = [];
  // Each ask is compared with each other one: what is not alike must cost nothing but the comparison.
  for (let other = 0; other < index.asks.length; other += 1) {
    const mass = index.asks[other]?.mass ?? null;
    if (other === place || mass === null) continue;
    const score = ((there[other] ?? 0) / ask.mass + (back[other] ?? 0) / mass) / 2;
    if (score >= atLeast) found.push({ iid: index.asks[other]?.iid ?? 0, score });
  }
  return found;
}

/** By ask: how much of a solution stands in its text. Each word counts once, by its best match. */
function sharesOfAsk(index: AskIndex, solution: readonly number[]): Float64Array {
  const shares = new Float64Array(index.asks.length);
  const counted = new Int32Array(index.asks.length).fill(-1);
  for (const stem of solution) {
    const count = (found: number, factor: number): void => {
      for (const other of index.inText(found)) {
        if (counted[other] === stem) continue;
        counted[other] = stem;
        shares[other] = (shares[other] ?? 0) + index.weight(stem) * factor;
      }
    };
    count(stem, 1);
    for (const near of index.near(stem)) count(near, nearlyTheSame);
  }
  return shares;
}

/** By ask: how much of its solution stands in a text. */
function sharesInAsk(index: AskIndex, text: readonly number[]): Float64Array {
  const factors = new Map(text.map((stem) => [stem, 1]));
  for (const stem of text) {
    for (const near of index.near(stem)) if (!factors.has(near)) factors.set(near, nearlyTheSame);
  }
  const shares = new Float64Array(index.asks.length);
  for (const [stem, factor] of factors) {
    const weight = index.weight(stem) * factor;
    for (const other of index.inSolution(stem)) shares[other] = (shares[other] ?? 0) + weight;
  }
  return shares;
}
