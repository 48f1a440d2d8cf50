import type { Unit } from '../domain/metrics/figure.ts';
import { type GoalStatus, goalStatus } from '../domain/metrics/goal-status.ts';
import { valueText } from '../report/figure-text.ts';
import type { SiteGoal } from '../report/site/site-metrics.ts';
import type { Told } from './lookup.ts';

/** The number a goal asks for, in the unit of its figure; null: it is measured against a baseline that is missing. */
export function targetOf({ target, baseline }: SiteGoal): number | null {
  const status = goalStatus(0, '', baseline, target);
  return status.kind === 'met' || status.kind === 'not-met' ? status.target : null;
}

/** The goal in a few words: `Goal: at least 71.5 %`. */
export function goalText(goal: SiteGoal, unit: Unit): string {
  const target = targetOf(goal);
  const { baseline, target: asked } = goal;
  const bound = asked.direction === 'higher' ? 'at least' : 'at most';
  if (target !== null) return `Goal: ${bound} ${valueText(target, unit)}`;
  const change = asked.kind === 'baseline' ? `${Math.round(asked.change * 100)} %` : '';
  const word = asked.direction === 'higher' ? 'above' : 'below';
  return `Goal: ${change} ${word} the baseline (${baseline.kind === 'none' ? baseline.reason : ''})`;
}

/** How the figure of the whole program stands against a goal. */
export function statusOf(goal: SiteGoal, told: Told): GoalStatus {
  return goalStatus(told.value, told.note || 'not available', goal.baseline, goal.target);
}
