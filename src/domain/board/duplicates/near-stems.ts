import { distance } from 'fastest-levenshtein';

/** Shorter words are too easily mistaken for each other. */
const shortest = 5;

/** Of numbered names there can be thousands that differ by one sign: so many are enough. */
const most = 20;

/** How many letters in a hundred may differ. */
const lettersOff = 25;

/**
 * Finds the words of a vocabulary that one of them may be a misspelling or another form of: the same first letter, and
 * at most a quarter of the shorter one's letters off. Each word is looked up once.
 */
export function nearStems(vocabulary: readonly string[]): (stem: number) => readonly number[] {
  const buckets = new Map<string, number[]>();
  for (const [id, stem] of vocabulary.entries()) {
    if (stem.length < shortest) continue;
    const bucket = buckets.get(stem.charAt(0));
    if (bucket === undefined) buckets.set(stem.charAt(0), [id]);
    else bucket.push(id);
  }
  const known = new Map<number, readonly number[]>();
  return (id) => {
    const earlier = known.get(id);
    if (earlier !== undefined) return earlier;
    const stem = vocabulary[id] ?? '';
    const bucket = stem.length < shortest ? [] : (buckets.get(stem.charAt(0)) ?? []);
    const near: number[] = [];
    for (const other of bucket) {
      if (near.length >= most) break;
      if (other !== id && isNear(stem, vocabulary[other] ?? '')) near.push(other);
    }
    known.set(id, near);
    return near;
  };
}

function isNear(one: string, other: string): boolean {
  const off = Math.round((Math.min(one.length, other.length) * lettersOff) / 100);
  return Math.abs(one.length - other.length) <= off && distance(one, other) <= off;
}
