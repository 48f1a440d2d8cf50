import type { BaselineGoal } from './definitions.ts';

/** The figures that goals are set against the baseline for. */
export type GoalKey = 'technical-win-rate' | 'time-to-assigned' | 'time-to-engaged';

/** What a figure is compared with: percent for the win rate, hours for the times. */
export type Baseline =
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'value'; readonly value: number };

/** How a figure stands against its goal. `target` is in the unit of the figure. */
export type GoalStatus =
  | { readonly kind: 'met'; readonly target: number }
  | { readonly kind: 'not-met'; readonly target: number }
  | { readonly kind: 'no-baseline'; readonly reason: string }
  | { readonly kind: 'no-figure' };

/** The baseline of a figure where `metrics.baseline` gives figures by their {@link GoalKey}. */
export function configuredBaseline(figures: Readonly<Record<string, number>>, key: GoalKey): Baseline {
  const value = figures[key];
  if (value === undefined) return { kind: 'none', reason: `metrics.baseline has no figure "${key}"` };
  return { kind: 'value', value };
}

/** The baseline of a figure that was measured over the baseline period. */
export function measuredBaseline(value: number | null, period: string): Baseline {
  if (value === null) return { kind: 'none', reason: `nothing to measure in ${period}` };
  return { kind: 'value', value };
}

/** What to say where no baseline is configured. */
export const noBaseline: Baseline = { kind: 'none', reason: 'set metrics.baseline in config/program.yml' };

/** Compares a figure with its goal. Equal to the target is met. */
export function goalStatus(value: number | null, baseline: Baseline, goal: BaselineGoal): GoalStatus {
  if (baseline.kind === 'none') return { kind: 'no-baseline', reason: baseline.reason };
  if (value === null) return { kind: 'no-figure' };
  const higher = goal.direction === 'higher';
  const target = baseline.value * (higher ? 1 + goal.change : 1 - goal.change);
  const met = higher ? value >= target : value <= target;
  return { kind: met ? 'met' : 'not-met', target };
}
