import { moversOf } from '../../domain/board/standing/movers.ts';
import type { Period } from '../../domain/metrics/facts.ts';
import { areaOf } from '../../domain/metrics/group.ts';
import { itemAreaAt, itemChanges, standingAt } from '../../domain/metrics/item-states.ts';
import { quarterBefore, quarterOf } from '../../domain/metrics/month.ts';
import { movedItems, resolvedIn } from '../../domain/metrics/program/moved-items.ts';
import type { ProgramHistory } from '../../domain/metrics/program-history.ts';
import type { Instant } from '../../domain/snapshot.ts';

/** A card that metric 2 counts as resolved in a quarter. */
interface Improvement {
  readonly iid: number;
  /** Key of a configured area, or `other`. */
  readonly areaKey: string;
  /** What stood behind `feedback-type::` at the cut-off; null: nothing. */
  readonly kind: string | null;
  readonly at: Instant;
  /** Set by a lead or SME, for the product manager. */
  readonly forManager: boolean;
}

/** The improvements of one quarter, in the order of the areas and then of their time. */
export interface ImprovedQuarter {
  readonly quarter: Period;
  readonly improvements: readonly Improvement[];
}

/**
 * The improvements of the quarter now and of those before it, newest first, `count` in all: each as of its own
 * cut-off, so that they are the ones that metric 2 has counted (`docs/metrics.md`).
 */
export function improvementsByQuarter(history: ProgramHistory, count: number): readonly ImprovedQuarter[] {
  const { timezone } = history.config.calendar;
  const quarters: ImprovedQuarter[] = [];
  let quarter = quarterOf(history.now, timezone);
  while (quarters.length < count) {
    quarters.push({ quarter, improvements: improvementsIn(history, quarter) });
    quarter = quarterBefore(quarter, timezone);
  }
  return quarters;
}

function improvementsIn({ config, facts, now }: ProgramHistory, { from, to }: Period): Improvement[] {
  const cutOff = Math.min(to, now);
  const submitted = facts.feedback.filter(({ submittedAt }) => submittedAt < cutOff);
  const places = new Map([...config.areas.map(({ key }) => key), 'other'].map((key, index) => [key, index]));
  const place = ({ areaKey }: Improvement): number => places.get(areaKey) ?? places.size;
  const { isManager } = moversOf(config);
  return movedItems(config, submitted, cutOff)
    .flatMap(({ item, changes }): Improvement[] => {
      const resolved = resolvedIn(changes, from, cutOff);
      if (resolved === null) return [];
      const kind = standingAt(itemChanges(item, 'feedback-type'), cutOff)?.value ?? null;
      const areaKey = areaOf(config, itemAreaAt(item, cutOff));
      const forManager = resolved.user !== null && !isManager(resolved.user);
      return [{ iid: item.iid, areaKey, kind, at: resolved.at, forManager }];
    })
    .sort((a, b) => place(a) - place(b) || a.at - b.at || a.iid - b.iid);
}
