/**
 * What a start costs on the demo's clock, in milliseconds: GitLab sends the webhook, a runner takes the job, and a
 * run that is worth it installs the dependencies from its cache.
 */
export const startTimes = { webhook: 1_000, runner: 8_000, install: 10_000 } as const;

/** What each answer of an outside system costs on the demo's clock, in milliseconds. */
export const answerTime = 80;

/** A crashed run is started again this much later on the demo's clock, in milliseconds. */
export const restartAfter = 90_000;
