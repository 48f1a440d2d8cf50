import type { Beat } from '../../src/sandbox/story/standard-story.ts';

/** One page of the tour: what somebody does, and what everybody sees after the desk's next run. */
export interface Chapter {
  readonly title: string;
  /** Why this can happen, and what to look at; Markdown. */
  readonly text: string;
  readonly beats: readonly Beat[];
  /** What people look at in place of the request. */
  readonly looksAt?: 'wiki' | 'feedback';
}
