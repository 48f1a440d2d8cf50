import type { Instant } from '../domain/snapshot.ts';
import { runError } from './error-catalogue.ts';
import { readPlan } from './plan-file.ts';
import type { Session } from './session.ts';

/** The moment to plan for: that of a saved plan, `--now`, or (null) GitLab's clock. */
export async function plannedFor({ flags, now }: Pick<Session, 'flags' | 'now'>): Promise<Instant | null> {
  if (flags.apply && flags.plan !== null) return (await readPlan(flags.plan)).now;
  return now;
}

/**
 * Throws an error of usage where something is to be published for a moment that has not come by GitLab's clock: the
 * month would be told as over, and a published page is never rewritten (`docs/rules.md#metrics`).
 */
export function refuseFuture(now: Instant, gitlabClock: Instant | null): void {
  if (gitlabClock !== null && now <= gitlabClock) return;
  throw runError('usage', {
    what: 'Nothing is published for a moment that has not come yet by GitLab’s clock.',
    cure: 'Leave --now out: GitLab says what time it is. To look ahead, leave --apply out.',
  });
}
