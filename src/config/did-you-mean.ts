/** Edits (insert, delete, replace) from one word to the other; words longer than 40 count as far apart. */
function distance(from: string, to: string): number {
  if (Math.max(from.length, to.length) > 40) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The one known word that was most likely meant, or null: at most a third of its letters differ. */
export function didYouMean(word: string, known: Iterable<string>): string | null {
  let best: { word: string; edits: number } | null = null;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits > Math.floor(candidate.length / 3)) continue;
    if (best === null || edits < best.edits) best = { word: candidate, edits };
  }
  return best?.word ?? null;
}

/** The cure for a name that is not among the known ones. */
export function writeOneOf(word: string, known: readonly string[]): string {
  const meant = didYouMean(word, known);
  if (meant !== null) return `Did you mean "${meant}"?`;
  if (known.length === 0) return 'Remove it: there is none to choose from.';
  return `Write one of: ${known.join(', ')}.`;
}
