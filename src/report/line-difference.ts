/**
 * The lines that differ between two texts, as people read a difference: `-` for the old, `+` for the new ones, from
 * the first to the last line that is not the same. Empty: the texts are equal.
 */
export function lineDifference(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [
    `@@ line ${start + 1} @@`,
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
  ];
}
