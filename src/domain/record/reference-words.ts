import type { Reference } from '../snapshot.ts';

const pattern =
  /\[\[((?:record|note|message|row|invite|issue|file|channel)\([^)\]]*\))\?([^:\]]*):([^\]]*)\]\]/g;

/** Words in a record that depend on how an action of the same run ends; `run/apply` puts in what came true. */
export function whenDone(reference: Reference, done: string, notDone: string): string {
  return `[[${reference}?${done}:${notDone}]]`;
}

const fileLinks = /\[\[(file\([^)\]]*\))\|([^\]|\n]*)\]\]/g;

/**
 * A link to a file of the same run, for a comment. Where the file did not come about, the whole line that holds it
 * is left out: write nothing else on it that is needed.
 */
export function fileLink(file: Reference, words: string): string {
  return `[[${file}|${words}]]`;
}

/** The text with every such choice made and every file linked; `became` gives null for what did not come about. */
export function settleWords(text: string, became: (reference: string) => string | number | null): string {
  const chosen = text.replace(pattern, (_, reference: string, done: string, notDone: string) =>
    became(reference) === null ? notDone : done,
  );
  const lines = chosen.split('\n').filter((line) => {
    return [...line.matchAll(fileLinks)].every(([, file = '']) => became(file) !== null);
  });
  return lines
    .join('\n')
    .replace(fileLinks, (_, file: string, words: string) => `[${words}](${became(file)})`);
}

/** Whether a string in a record is the name of something that does not exist yet. */
export function isReference(value: string): value is Reference {
  return /^(?:record|note|message|row|invite|issue|file|channel)\(.*\)$/.test(value);
}
