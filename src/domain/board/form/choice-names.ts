import type { FeedbackKind, Impact } from './feedback-form.ts';

/** What a kind of feedback is called, in the form and on pages. */
export const kindNames: Readonly<Record<FeedbackKind, string>> = {
  'feature-request': 'Feature request',
  bug: 'Bug',
  enhancement: 'Enhancement',
};

/** What an impact is called. */
export const impactNames: Readonly<Record<Impact, string>> = {
  blocker: 'Blocker',
  major: 'Major',
  minor: 'Minor',
};
