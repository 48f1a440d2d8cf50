import { monthPattern } from './date-words.ts';
import type { AnswerLine } from './form-lines.ts';

const monthAndYear = new RegExp(`^${monthPattern}\\.?\\s+\\d{4}(?!\\d)`);

/**
 * An answer with a date as its writer sees it. `3. Dezember 2026` begins like the third item of a numbered list, and
 * Markdown takes its number away; it comes back where a list of so few lines cannot have come that far. Else
 * `1. December 2026` may be the first of several months, and has to be asked about.
 */
export function dateLine(line: AnswerLine, lines: number): string {
  const { text } = line;
  const plain = text.slice(0, 40).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const number = line.number ?? 0;
  return number > lines && monthAndYear.test(plain) ? `${number}. ${text}` : text;
}
