/** A source of choices that gives the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** True in so many cases of a hundred. */
  chance(percent: number): boolean;
  shuffled<T>(list: readonly T[]): T[];
}

/** Marsaglia's xorshift with 32 bits: plenty for choosing words. */
export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 97) >>> 0 || 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
  for (let warm = 0; warm < 8; warm += 1) below(2);
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    chance: (percent) => below(100) < percent,
    shuffled: (list) =>
      list
        .map((item) => ({ item, place: below(1_000_000) }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
  };
}
