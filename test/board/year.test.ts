import { expect, it } from 'vitest';
import { findingsText } from './oracle/finding.ts';
import { cardsIn, deskComments } from './oracle/see.ts';
import { playYear, type Year, type YearPlan } from './play-year.ts';

/**
 * Years of the board by seed, day by day, with an oracle that shares no code with the desk and looks at each run. The
 * shorter ones have the same seasons, and other people at other things.
 */
const years: readonly YearPlan[] = [
  { seed: 1, tier: 'premium', days: 365 },
  { seed: 4, tier: 'free', days: 180 },
  { seed: 5, tier: 'premium', days: 120 },
];

/** Whatever the desk says on cards has been said in each of them. */
const everyKind = [
  'duplicate',
  'not-a-mover',
  'problems',
  'product-closed',
  'reason',
  'record',
  'stale',
  'status',
];

function kindsOf({ last }: Year): string[] {
  const comments = cardsIn(last.after).flatMap((issue) => deskComments(issue, last.program));
  return [...new Set(comments.map(({ key }) => key.split(':', 1)[0] ?? ''))].sort();
}

it.each(years)(
  'a year of the board ends as the rules say: $tier, seed $seed, $days days',
  async (plan) => {
    const year = await playYear(plan);

    expect(findingsText(year.findings.slice(0, 20))).toBe('');
    expect(year.idle, 'a run after the last day writes nothing').toEqual([]);
    expect(year.offences).toEqual([]);
    expect(year.runs).toBeGreaterThan(plan.days / 2);
    expect(year.memory.size).toBeGreaterThan(plan.days / 8);
    expect(kindsOf(year)).toEqual(everyKind);
  },
  240_000,
);
