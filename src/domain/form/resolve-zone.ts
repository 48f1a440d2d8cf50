import { zonesNamed } from '../calendar/zone-names.ts';
import { isTimezone } from '../calendar/zone-offset.ts';

/** A time zone as written. `offset` (minutes) is there where the word names one: `CET` is not `CEST`. */
export type WrittenZone =
  | { readonly kind: 'zone'; readonly timezone: string; readonly offset: number | null }
  /** The word means different things in different places. */
  | { readonly kind: 'several'; readonly examples: readonly string[] }
  | { readonly kind: 'unknown' };

/** `europe/madrid` as its database writes it. */
function properCase(zone: string): string {
  return zone.replace(
    /(^|[/_-])(\p{Ll})/gu,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );
}

function fixedOffset(word: string): string | null {
  const match = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(word);
  if (match === null) return null;
  const [, sign = '+', hours = '', minutes = '00'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/**
 * The zone behind a word, for a writer whose own zone is `home`. A short name with several meanings is certain only
 * if one of them is the writer's own zone; nothing is guessed (docs/rules.md#requests).
 */
export function resolveZone(word: string, home: string): WrittenZone {
  if (/^(?:z|utc)$/i.test(word)) return { kind: 'zone', timezone: 'UTC', offset: 0 };
  const fixed = fixedOffset(word);
  if (fixed !== null) return { kind: 'zone', timezone: fixed, offset: null };
  if (word.includes('/')) {
    const name = [word, properCase(word)].findLast((candidate) => isTimezone(candidate));
    return name === undefined ? { kind: 'unknown' } : { kind: 'zone', timezone: name, offset: null };
  }
  const meanings = zonesNamed(word);
  const own = meanings.find((meaning) => meaning.zones.includes(home));
  if (own !== undefined) return { kind: 'zone', timezone: home, offset: own.offset };
  const [first, second] = meanings;
  if (first === undefined) return { kind: 'unknown' };
  if (second !== undefined)
    return { kind: 'several', examples: meanings.flatMap((one) => one.zones.slice(0, 1)) };
  return { kind: 'zone', timezone: first.zones[0] ?? 'UTC', offset: first.offset };
}
