import type { FormLine } from './form-lines.ts';
import { answersOf, isNothing, plainValue } from './plain-value.ts';

/** One thing that can be chosen, by any of its names. */
export interface Option {
  readonly value: string;
  readonly names: readonly string[];
}

/** What stands under a choice. */
export type Choice =
  | { readonly kind: 'blank' }
  | { readonly kind: 'option'; readonly value: string }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'other-blank' }
  | { readonly kind: 'several'; readonly found: readonly string[] }
  | { readonly kind: 'unknown'; readonly found: readonly string[] };

const longestName = 200;
/** More lines than any list of choices has, even if the form was sent ten times. */
const mostLines = 500;

function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '');
}

/** The options by every key that one of their names has; the first one that claims a key keeps it. */
type OptionIndex = ReadonlyMap<string, Option>;

function indexOf(options: readonly Option[]): OptionIndex {
  const index = new Map<string, Option>();
  for (const option of options) {
    for (const key of option.names.map(nameKey)) {
      if (key !== '' && !index.has(key)) index.set(key, option);
    }
  }
  return index;
}

function optionNamed(options: OptionIndex, text: string): Option | null {
  if (text.length > longestName) return null;
  return options.get(nameKey(text)) ?? options.get(nameKey(text.replace(/\([^)]*\)/g, ''))) ?? null;
}

/** The text behind `Other`, or null: the line is not about another choice. Empty: nothing was written there. */
function otherText(text: string): string | null {
  const match = /^other(?:[ \t]*\([^)]{0,80}\))?(?:[ \t]*[:=\uff1a\-\u2013\u2014.][ \t]*|[ \t]+|$)/i.exec(
    text,
  );
  if (match === null) return null;
  const rest = plainValue(text.slice(match[0].length));
  return isNothing(rest) || /^_+$/.test(rest) ? '' : rest;
}

/** What the lines of a choice add up to. */
interface Picks {
  readonly values: Set<string>;
  readonly others: Map<string, string>;
  readonly unknown: string[];
  otherBlank: boolean;
}

function pick(picks: Picks, text: string, options: OptionIndex, allowsOther: boolean): void {
  const other = allowsOther ? otherText(text) : null;
  const named = optionNamed(options, other === null || other === '' ? text : other);
  if (named !== null) picks.values.add(named.value);
  else if (other === null) picks.unknown.push(text);
  else if (other === '') picks.otherBlank = true;
  else picks.others.set(nameKey(other), other);
}

/** Several names on one line: `AI, AppSec`. Fewer than two known ones are no list. */
function pickList(picks: Picks, text: string, options: OptionIndex): boolean {
  const parts = text.slice(0, longestName).split(/[,;/&+]|\band\b|\bor\b/);
  const known = parts.map((part) => optionNamed(options, part));
  if (parts.length < 2 || known.some((option) => option === null)) return false;
  for (const option of known) if (option !== null) picks.values.add(option.value);
  return true;
}

function outcome(picks: Picks): Choice {
  const found = [...picks.values, ...picks.others.values(), ...picks.unknown];
  if (found.length > 1) return { kind: 'several', found };
  const [value] = picks.values;
  if (value !== undefined) return { kind: 'option', value };
  const [other] = picks.others.values();
  if (other !== undefined) return { kind: 'other', text: other };
  if (picks.unknown.length > 0) return { kind: 'unknown', found };
  return picks.otherBlank ? { kind: 'other-blank' } : { kind: 'blank' };
}

/**
 * Reads a choice of one. Ticked boxes decide; where none is ticked, what was written in place of the boxes does, and
 * an unticked `Other: text` that somebody filled in. `Other` that names an option is that option
 * (docs/rules.md#requests).
 */
export function readChoice(
  lines: readonly FormLine[],
  offered: readonly Option[],
  allowsOther: boolean,
): Choice {
  const options = indexOf(offered);
  const picks: Picks = { values: new Set(), others: new Map(), unknown: [], otherBlank: false };
  if (lines.length > mostLines) return { kind: 'several', found: [`${lines.length} lines`] };
  const answers = answersOf(lines).map((line) => ({ ...line, text: plainValue(line.text) }));
  const ticked = answers.filter((line) => line.checked === true);
  const written = answers.filter((line) => line.checked === null);
  for (const line of ticked) pick(picks, line.text, options, allowsOther);
  const otherOnly = picks.otherBlank && picks.values.size === 0 && picks.unknown.length === 0;
  if (otherOnly && written.length === 1) {
    for (const line of written)
      pick(picks, otherText(line.text) === null ? `Other: ${line.text}` : line.text, options, true);
  }
  if (ticked.length > 0) return outcome(picks);
  for (const line of written) {
    if (optionNamed(options, line.text) !== null || !pickList(picks, line.text, options)) {
      pick(picks, line.text, options, allowsOther);
    }
  }
  const filled = answers.filter((line) => line.checked === false && (otherText(line.text) ?? '') !== '');
  if (allowsOther && written.length === 0) {
    for (const line of filled) pick(picks, line.text, options, true);
  }
  return outcome(picks);
}

/** Whether a section's one box is ticked, or a word stands there that says so. */
export function isTicked(lines: readonly FormLine[]): boolean {
  return lines.some((line) => {
    if (line.kind !== 'line') return false;
    if (line.checked !== null)
      return line.checked && !/\b(?:not|no)\b/i.test(line.text.slice(0, longestName));
    return /^(?:x|yes|y|true|confirmed|i confirm)[.!]?$/i.test(plainValue(line.text));
  });
}
