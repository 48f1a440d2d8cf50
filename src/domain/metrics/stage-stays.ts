import type { Instant } from '../snapshot.ts';
import type { Interval } from './facts.ts';
import type { OpportunityState, Pipeline } from './opportunity-timeline.ts';

/** A step from one stage of the sales process to the next. A stage can have several names. */
export interface StageStep {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Stages beyond `to`, as far as they are named. */
  readonly later: readonly string[];
}

/** A stretch of time that an opportunity spent in the stage `from` of a step; it ends at Infinity where it still does. */
export interface StageStay extends Interval {
  readonly opportunityId: string;
  /** Where it went: straight to the stage `to`, straight to a later one or won, or elsewhere. */
  readonly exit: 'next' | 'later' | 'elsewhere';
}

type Names = Readonly<Record<keyof StageStep, ReadonlySet<string>>>;

/** Every stay of every opportunity; those of one opportunity stand together, in order of time. */
export function stageStays({ opportunities }: Pipeline, step: StageStep): readonly StageStay[] {
  const names = { from: new Set(step.from), to: new Set(step.to), later: new Set(step.later) };
  const stays: StageStay[] = [];
  for (const [opportunityId, { states }] of opportunities) {
    let since: Instant | null = null;
    for (const state of states) {
      if (names.from.has(state.stage)) since ??= state.at;
      else if (since !== null) {
        stays.push({ opportunityId, from: since, to: state.at, exit: exitTo(state, names) });
        since = null;
      }
    }
    if (since === null) continue;
    stays.push({ opportunityId, from: since, to: Number.POSITIVE_INFINITY, exit: 'elsewhere' });
  }
  return stays;
}

function exitTo({ stage, won }: OpportunityState, names: Names): StageStay['exit'] {
  if (names.to.has(stage)) return 'next';
  return names.later.has(stage) || won ? 'later' : 'elsewhere';
}
