import { answersOf } from './answers.ts';
import type { FormLine } from './form-lines.ts';
import { startsWithPattern } from './line-start.ts';
import { isNothing, plainValue } from './plain-value.ts';

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
/** More answers than one choice has, even if the form was sent ten times: it is certain then that they are too many. */
const mostPicks = 20;

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
  const named = options.get(nameKey(text));
  if (named !== undefined || !text.includes('(')) return named ?? null;
  return options.get(nameKey(text.replace(/\([^)]*\)/g, ''))) ?? null;
}

const otherWord = /other(?:[ \t]*\([^)]{0,80}\))?(?:[ \t]*[:=\uff1a\-\u2013\u2014.][ \t]*|[ \t]+|$)/iy;
/** A line to write on. */
const rule = /_+$/y;

/** The text behind `Other`, or null: the line is not about another choice. Empty: nothing was written there. */
function otherText(text: string): string | null {
  if (!startsWithPattern(otherWord, text)) return null;
  const rest = plainValue(text.slice(otherWord.lastIndex));
  return isNothing(rest) || startsWithPattern(rule, rest) ? '' : rest;
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
  if (lines.length > mostLines) return { kind: 'several', found: [`${lines.length} lines`] };
  const answers = answersOf(lines);
  const texts = (checked: boolean | null) =>
    answers.filter((line) => line.checked === checked).map(({ text }) => text);
  const [ticked, written] = [texts(true), texts(null)];
  const isBare = allowsOther && ticked.length + written.length === 0;
  const filled = isBare ? texts(false).filter((text) => (otherText(text) ?? '') !== '') : [];
  const picked = [ticked, written, filled].find((each) => each.length > 0) ?? [];
  if (picked.length > mostPicks) return { kind: 'several', found: [...picked.slice(0, mostPicks), '…'] };
  const options = indexOf(offered);
  const picks: Picks = { values: new Set(), others: new Map(), unknown: [], otherBlank: false };
  if (ticked.length > 0) pickTicked(picks, ticked, written, options, allowsOther);
  else pickWritten(picks, written, options, allowsOther);
  for (const text of filled) pick(picks, text, options, true);
  return outcome(picks);
}

/** Ticked boxes; what `Other` is may stand on the line below its box. */
function pickTicked(
  picks: Picks,
  ticked: readonly string[],
  written: readonly string[],
  options: OptionIndex,
  allowsOther: boolean,
): void {
  for (const text of ticked) pick(picks, text, options, allowsOther);
  const otherOnly = picks.otherBlank && picks.values.size === 0 && picks.unknown.length === 0;
  const [below, second] = written;
  if (!otherOnly || below === undefined || second !== undefined) return;
  pick(picks, otherText(below) === null ? `Other: ${below}` : below, options, true);
}

function pickWritten(
  picks: Picks,
  written: readonly string[],
  options: OptionIndex,
  allowsOther: boolean,
): void {
  for (const text of written) {
    if (optionNamed(options, text) !== null || !pickList(picks, text, options)) {
      pick(picks, text, options, allowsOther);
    }
  }
}

const denial = /\b(?:not|no)\b/i;
const assent = /(?:x|yes|y|true|confirmed|i confirm)[.!]?$/iy;

/** Whether a section's one box is ticked, or a word stands there that says so. */
export function isTicked(lines: readonly FormLine[]): boolean {
  const written = lines.filter((line) => line.kind === 'line');
  const words = written.filter(({ checked }) => checked === null).slice(0, mostPicks);
  return (
    written.some(({ checked, text }) => checked === true && !denial.test(text.slice(0, longestName))) ||
    words.some(({ text }) => text.length <= longestName && startsWithPattern(assent, plainValue(text)))
  );
}
