import type { Opportunity } from '../snapshot.ts';
import type { Opportunities } from './facts.ts';
import type { RequestTimes } from './request-times.ts';

/** Metric 1, Technical win rate. Rates in percent. */
export type TechnicalWinRate =
  | { readonly kind: 'not-available'; readonly reason: string }
  | {
      readonly kind: 'measured';
      readonly won: number;
      /** Closed in the period, with an engagement that took place. */
      readonly closed: number;
      /** Those, and the ones still open at the cut-off. */
      readonly all: number;
      /** Named by a request, but Salesforce does not know them any more: in no other count. */
      readonly gone: number;
      /** won ÷ closed; null: none closed. */
      readonly rate: number | null;
      /** The program's literal formula: won ÷ all; null: none at all. */
      readonly literal: number | null;
      /** Issue numbers of the requests whose opportunities are in `all`. */
      readonly requests: readonly number[];
    };

/** The days that count, `YYYY-MM-DD`, and the day on which the opportunities were read. */
export interface CloseDays {
  /** First day of the period. */
  readonly from: string;
  /** First day after it. */
  readonly to: string;
  readonly read: string;
}

/** Salesforce lets a closed opportunity keep a close date that lies ahead; it was closed by the day we read it. */
function closedOn(opportunity: Opportunity, read: string): string {
  return opportunity.closeDate < read ? opportunity.closeDate : read;
}

/** Issue numbers by opportunity, of the engagements that took place. */
function engagedOpportunities(requests: readonly RequestTimes[]): Map<string, number[]> {
  const engaged = new Map<string, number[]>();
  for (const { tookPlaceAt, history } of requests) {
    if (tookPlaceAt === null || history.opportunityId === null) continue;
    engaged.set(history.opportunityId, [...(engaged.get(history.opportunityId) ?? []), history.iid]);
  }
  return engaged;
}

/** What an opportunity is to the period; null: it was closed before it. */
function standing(opportunity: Opportunity, days: CloseDays): 'open' | 'won' | 'lost' | null {
  if (!opportunity.closed || closedOn(opportunity, days.read) >= days.to) return 'open';
  if (closedOn(opportunity, days.read) < days.from) return null;
  return opportunity.won ? 'won' : 'lost';
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/**
 * Metric 1 of the requests given, whenever they were submitted; each opportunity counts once
 * (`docs/rules.md#metrics`). Without Salesforce the answer is why there is none, never 0.
 */
export function technicalWinRate(
  requests: readonly RequestTimes[],
  opportunities: Opportunities,
  days: CloseDays,
): TechnicalWinRate {
  if (opportunities === 'off' || opportunities === 'down') {
    return { kind: 'not-available', reason: `Salesforce is ${opportunities}` };
  }
  const byId = new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]));
  const counts = { open: 0, won: 0, lost: 0, gone: 0 };
  const counted: number[] = [];
  for (const [id, issues] of engagedOpportunities(requests)) {
    const opportunity = byId.get(id);
    const what = opportunity === undefined ? 'gone' : standing(opportunity, days);
    if (what === null) continue;
    counts[what] += 1;
    if (what !== 'gone') counted.push(...issues);
  }
  const { won, gone } = counts;
  const closed = won + counts.lost;
  const all = closed + counts.open;
  const rates = { rate: percent(won, closed), literal: percent(won, all) };
  return { kind: 'measured', won, closed, all, gone, ...rates, requests: counted.sort((a, b) => a - b) };
}
