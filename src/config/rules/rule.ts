import type { Written } from '../normalise.ts';
import type { Finding } from '../problem.ts';

/** One cross-field rule: every place that breaks it. Pure; both files are right in themselves when it runs. */
export type Rule = (written: Written) => Iterable<Finding>;

/** Names are the same if they differ only in case, spacing or Unicode form. */
export function sameName(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The repeated entries of a list, each with its index and the index of the first of its kind. */
export function* repeats(texts: Iterable<string>): Iterable<{ text: string; index: number; first: number }> {
  const seen = new Map<string, number>();
  let index = 0;
  for (const text of texts) {
    const first = seen.get(sameName(text));
    if (first === undefined) seen.set(sameName(text), index);
    else yield { text, index, first };
    index += 1;
  }
}
