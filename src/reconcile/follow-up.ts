import type { Config } from '../config/types.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import { isRequest, requestContext, viewRequest } from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { clocks } from './follow-up/clocks.ts';
import { expire } from './follow-up/expire.ts';
import { feedback } from './follow-up/feedback.ts';
import { followUpIssues } from './follow-up/follow-up-issues.ts';
import { meetingOver } from './follow-up/meeting-over.ts';
import { notReopened } from './follow-up/not-reopened.ts';
import { opportunityClosed } from './follow-up/opportunity-closed.ts';
import { reasonOverdue } from './follow-up/reason-overdue.ts';
import { relate } from './follow-up/relate.ts';
import { slaLabels } from './follow-up/sla-labels.ts';
import { waitlistOver } from './follow-up/waitlist-over.ts';
import type { Phase } from './request/phase.ts';
import { throughPhases } from './request/through-phases.ts';

/** The phases of one request, in order; each sees what the ones before it will have written. */
const phases: readonly Phase[] = [
  reasonOverdue,
  expire,
  waitlistOver,
  opportunityClosed,
  notReopened,
  meetingOver,
  followUpIssues,
  feedback,
  slaLabels,
  clocks,
  relate,
];

/**
 * Step 3 of a run: what time brings. Requests that nobody answers end, meetings are over, feedback is asked for, and
 * whoever is late is told (`docs/rules.md#clocks`).
 */
export function followUp(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const engagements = liveEngagements(views);
  return views
    .filter((view) => only === null || view.issue.iid === only)
    .flatMap((view) => throughPhases(phases, { view, context, views, engagements }));
}
