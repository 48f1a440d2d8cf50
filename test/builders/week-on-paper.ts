import type { Action } from '../../src/plan/action.ts';
import { cast } from '../../src/sandbox/example/cast.ts';
import type { PaperDesk } from './paper-desk.ts';

/** One direct message, by the GitLab username of its reader. */
export interface Telling {
  /** UTC, `2026-11-24T09:00`. */
  readonly at: string;
  readonly to: string;
  readonly key: string;
  readonly text: string;
}

const minute = 60_000;

/**
 * Runs the desk's last step at regular times (in minutes; every hour) until a moment, and says what it told whom. The
 * other steps have nothing to do while nobody acts.
 */
export function runUntil(
  desk: PaperDesk,
  until: string,
  options: { every?: number; each?: (desk: PaperDesk) => void } = {},
): Telling[] {
  const told: Telling[] = [];
  const every = (options.every ?? 60) * minute;
  while (desk.world.now + every <= Date.parse(until)) {
    desk.later(every - minute - (desk.world.now % every));
    desk.run({ steps: ['follow-up', 'digest'] });
    options.each?.(desk);
    told.push(...tellings(desk.last, desk.world.now));
  }
  return told;
}

/** The direct messages among some actions. */
export function tellings(actions: readonly Action[], now: number): Telling[] {
  return actions.flatMap((action) => {
    if (action.kind !== 'slack.tell' && action.kind !== 'digest.tell') return [];
    const { key, text } = action;
    return [{ at: new Date(now).toISOString().slice(0, 16), to: usernameOf(action.user), key, text }];
  });
}

/** The GitLab username of a Slack user of the cast. */
function usernameOf(slackUser: string): string {
  return cast.find((each) => each.slack === slackUser)?.username ?? slackUser;
}
