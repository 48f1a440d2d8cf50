import type { EnsureSchedule } from '../../plan/action.ts';
import type { ScheduleFacts } from './setup-input.ts';

/** What a scheduled pipeline runs: the value of `SME_DESK_TASK`, which the jobs' rules compare. */
export type DeskTask = 'reconcile' | 'maintain' | 'publish';

interface WantedSchedule {
  readonly task: DeskTask;
  /** The natural key: by it a schedule is found again. */
  readonly description: string;
  readonly cron: string;
}

/**
 * The schedules of the desk: only what a job answers, since GitLab runs nothing for another task and says nothing.
 * The 15 minutes are the guarantee behind the webhook. The monthly pages are due on the second, outside working
 * hours, when the last day is over in every time zone; the days after it try again what was held back. The care of the
 * feedback boards has the morning of each day, so that what happened overnight is told when people come.
 */
export const deskSchedules: readonly WantedSchedule[] = [
  { task: 'reconcile', description: 'SME Desk: reconcile', cron: '*/15 * * * *' },
  { task: 'maintain', description: 'SME Desk: feedback boards (daily)', cron: '20 6 * * *' },
  { task: 'publish', description: 'SME Desk: publish (monthly)', cron: '40 5 2-9 * *' },
];

/** Schedules that are missing, switched off, or differ in branch, time or task (`docs/gitlab.md#ci`). */
export function planSchedules(
  schedules: readonly ScheduleFacts[],
  options: { readonly timezone: string; readonly ref: string },
): EnsureSchedule[] {
  return deskSchedules.flatMap((wanted) => {
    const found = oldestNamed(schedules, wanted.description);
    if (found !== null && fits(found, wanted, options)) return [];
    return [
      {
        kind: 'schedule.ensure' as const,
        schedule: found?.id ?? null,
        description: wanted.description,
        cron: wanted.cron,
        timezone: options.timezone,
        ref: options.ref,
        variables: { SME_DESK_TASK: wanted.task },
      },
    ];
  });
}

/** The schedule with a description; of several the oldest, so that a second run finds the same one. */
function oldestNamed(schedules: readonly ScheduleFacts[], description: string): ScheduleFacts | null {
  const named = schedules.filter((each) => each.description === description);
  return named.sort((a, b) => a.id - b.id)[0] ?? null;
}

function fits(
  found: ScheduleFacts,
  wanted: WantedSchedule,
  options: { readonly timezone: string; readonly ref: string },
): boolean {
  return (
    found.active &&
    found.cron === wanted.cron &&
    found.timezone === options.timezone &&
    branchName(found.ref) === branchName(options.ref) &&
    found.variables.SME_DESK_TASK === wanted.task
  );
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}
