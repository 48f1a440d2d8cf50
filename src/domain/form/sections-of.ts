import type { Block } from '../markdown/block.ts';
import { linesOfBlock } from './form-lines.ts';
import { type OwnTitle, opensNothing, readSections, type Sections } from './read-sections.ts';
import type { FormTitles } from './titles.ts';

/**
 * What stands under each field of a text. Quotes belong to the story, except where nothing but quotes opens a field: a
 * form that was sent on, or answered between its quoted lines like a mail.
 */
export function sectionsOf<Key extends string>(
  titles: FormTitles<Key>,
  blocks: readonly Block[],
  own: OwnTitle<Key>,
): Sections<Key> {
  const lines = blocks.map(linesOfBlock);
  const plain = readSections(titles, lines.flat(), own);
  if (!opensNothing(titles, plain) || blocks.every(({ quote }) => quote === 0)) return plain;
  const unquoted = blocks.map((block, index) =>
    block.quote === 0 ? (lines[index] ?? []) : linesOfBlock({ ...block, quote: 0 }),
  );
  return readSections(titles, unquoted.flat(), own);
}
