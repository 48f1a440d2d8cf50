import { escapeMarkdown } from './escape-markdown.ts';

/** Longer texts of people are cut in a table or list: the form itself stands above. */
const longest = 300;

/** Text of people, escaped and cut to one readable piece (`docs/security.md#sinks`). */
export function shortText(text: string): string {
  const characters = [...text.slice(0, longest * 4)];
  if (characters.length <= longest && text.length <= longest * 4) return escapeMarkdown(text);
  return `${escapeMarkdown(characters.slice(0, longest).join(''))} …`;
}

/** Text of people as a cell of a table; empty text is said to be nothing. */
export function tableCell(text: string): string {
  return shortText(text) || 'nothing';
}
