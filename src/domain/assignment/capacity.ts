import type { Config, Sme } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import type { Engagement } from './engagement.ts';

const fourWeeks = 28 * 24 * 3_600_000;

/** Hours an SME has for engagements in any four weeks (`docs/rules.md#assignment`). */
export function capacityOf(config: Pick<Config, 'assignment'>, sme: Sme): number {
  return sme.weeklyHours * config.assignment.engagementShare * 4;
}

/** Hours one engagement takes: its duration and the preparation. */
export function hoursOf(config: Pick<Config, 'assignment'>, durationMinutes: number): number {
  return durationMinutes / 60 + config.assignment.preparationHours;
}

/**
 * The most hours of somebody's engagements that fall into any four weeks around a moment. One full week is
 * fine; four weeks together never exceed the capacity.
 */
export function loadAround(engagements: readonly Engagement[], at: Instant): number {
  const starts = [...engagements.map((each) => each.start), at].filter(
    (start) => start <= at && start > at - fourWeeks,
  );
  let most = 0;
  for (const from of starts) {
    let hours = 0;
    for (const each of engagements) {
      if (each.start >= from && each.start < from + fourWeeks) hours += each.hours;
    }
    most = Math.max(most, hours);
  }
  return most;
}
