import type { Target } from './metric.ts';

/** What a figure is compared with, in its own unit. A fixed goal has no baseline. */
export type Baseline =
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'value'; readonly value: number };

/** How a figure stands against its goal. `target` is in the unit of the figure. */
export type GoalStatus =
  | { readonly kind: 'met'; readonly target: number }
  | { readonly kind: 'not-met'; readonly target: number }
  | { readonly kind: 'no-baseline'; readonly reason: string }
  | { readonly kind: 'no-figure'; readonly reason: string };

/** The baseline of a figure where `metrics.baseline` gives figures by key. */
export function configuredBaseline(figures: Readonly<Record<string, number>>, key: string): Baseline {
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

/** Compares a figure with its goal. Equal to the target is met. `reason`: why there is no figure. */
export function goalStatus(
  value: number | null,
  reason: string,
  baseline: Baseline,
  target: Target,
): GoalStatus {
  if (target.kind === 'baseline' && baseline.kind === 'none') {
    return { kind: 'no-baseline', reason: baseline.reason };
  }
  if (value === null) return { kind: 'no-figure', reason };
  const wanted = targetValue(baseline, target);
  const met = target.direction === 'higher' ? value >= wanted : value <= wanted;
  return { kind: met ? 'met' : 'not-met', target: wanted };
}

function targetValue(baseline: Baseline, target: Target): number {
  if (target.kind === 'fixed' || baseline.kind === 'none') return target.kind === 'fixed' ? target.value : 0;
  return baseline.value * (target.direction === 'higher' ? 1 + target.change : 1 - target.change);
}
