import type { SlackFacts } from '../../domain/snapshot.ts';

/** Slack while it is there. */
export type SlackOn = Extract<SlackFacts, { mode: 'on' }>;
