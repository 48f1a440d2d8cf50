import type { Reference } from '../snapshot.ts';

const pattern = /\[\[((?:record|note|message|row|invite|issue|file)\([^)\]]*\))\?([^:\]]*):([^\]]*)\]\]/g;

/** Words in a record that depend on how an action of the same run ends; `run/apply` puts in what came true. */
export function whenDone(reference: Reference, done: string, notDone: string): string {
  return `[[${reference}?${done}:${notDone}]]`;
}

/** The text with every such choice made. */
export function settleWords(text: string, cameTrue: (reference: string) => boolean): string {
  return text.replace(pattern, (_, reference: string, done: string, notDone: string) =>
    cameTrue(reference) ? done : notDone,
  );
}

/** Whether a string in a record is the name of something that does not exist yet. */
export function isReference(value: string): value is Reference {
  return /^(?:record|note|message|row|invite|issue|file)\(.*\)$/.test(value);
}
