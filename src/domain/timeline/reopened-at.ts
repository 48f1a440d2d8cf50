import type { Instant, IssueFacts } from '../snapshot.ts';

/** When somebody last opened an issue again, or -Infinity. What the desk opens again was never meant to end. */
export function reopenedAt({ stateEvents }: IssueFacts, deskIds: readonly number[]): Instant {
  return stateEvents.reduce(
    (latest, { state, user, at }) =>
      state === 'reopened' && (user === null || !deskIds.includes(user.id)) ? Math.max(latest, at) : latest,
    Number.NEGATIVE_INFINITY,
  );
}
