import type { Config } from '../../../config/types.ts';
import type { Deal } from './deal.ts';

/** How much more a deal weighs, and why. */
export interface Urgency {
  /** A whole number; all of them are in the same unit, so that their order and sums are exact. */
  readonly factor: bigint;
  /** One sentence for each reason, without dates: those would be others every day. */
  readonly reasons: readonly string[];
}

const dayLength = 86_400_000;

/**
 * Near and soon exclude each other, low probability comes on top (`docs/rules.md#customer-feedback`). A deal whose day has
 * passed and that is still open is near; one that is won, or that there is none of, is not urgent.
 *
 * @param today `YYYY-MM-DD` in the program's calendar.
 */
export function urgencyOf(deal: Deal | null, { urgency }: Config['feedback'], today: string): Urgency {
  if (deal === null || deal.closed) return { factor: scaled(1) * scaled(1), reasons: [] };
  const days = (Date.parse(`${deal.closeDate}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayLength;
  const within = [
    { days: urgency.nearDays, factor: urgency.near },
    { days: urgency.soonDays, factor: urgency.soon },
  ].find((each) => days <= each.days);
  const unlikely = deal.probability !== null && deal.probability < urgency.unlikelyBelow;
  return {
    factor: scaled(within?.factor ?? 1) * scaled(unlikely ? urgency.unlikely : 1),
    reasons: [
      ...(within === undefined ? [] : [`× ${within.factor}: the deal closes within ${within.days} days.`]),
      ...(unlikely
        ? [`× ${urgency.unlikely}: the probability of the deal is below ${urgency.unlikelyBelow} %.`]
        : []),
    ],
  };
}

function scaled(factor: number): bigint {
  return BigInt(Math.round(factor * 1_000_000));
}
