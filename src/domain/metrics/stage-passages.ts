import type { Instant } from '../snapshot.ts';
import type { Interval } from './facts.ts';
import type { StageStay } from './stage-stays.ts';

/** What became of an opportunity that was in the stage of a step during a period. */
export interface StagePassage {
  /** It went straight to the next stage in the period. */
  readonly entered: boolean;
  /** It went straight to a later stage, or was won, in the period. */
  readonly skipped: boolean;
  /** When it first entered the next stage in the period; else when it left last; else, still in it, the cut-off. */
  readonly until: Instant;
}

/** How many opportunities were in a stage, and how many of them entered the next. */
export interface Entries {
  readonly in: number;
  readonly entered: number;
}

/**
 * What became of every opportunity, by id, that was in the stage between the beginning of a period and its cut-off `to`.
 * One that is in it right before the period begins is in it in the period, even if it leaves at the very first moment:
 * else that step would be in no period at all.
 */
export function stagePassages(
  stays: readonly StageStay[],
  { from, to }: Interval,
): ReadonlyMap<string, StagePassage> {
  const passages = new Map<string, StagePassage>();
  for (const stay of stays) {
    if (stay.from >= to || stay.to < from) continue;
    const before = passages.get(stay.opportunityId);
    const hasLeft = stay.to < to;
    const enters = hasLeft && stay.exit === 'next';
    const until = before?.entered === true ? before.until : Math.min(stay.to, to);
    passages.set(stay.opportunityId, {
      entered: before?.entered === true || enters,
      skipped: before?.skipped === true || (hasLeft && stay.exit === 'later'),
      until,
    });
  }
  return passages;
}

/** How many there are of each. */
export function entriesOf(passages: Iterable<StagePassage>): Entries {
  const entries = { in: 0, entered: 0 };
  for (const { entered } of passages) {
    entries.in += 1;
    if (entered) entries.entered += 1;
  }
  return entries;
}
