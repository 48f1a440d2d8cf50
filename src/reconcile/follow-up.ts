import type { Config } from '../config/types.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Action, DigestAction } from '../plan/action.ts';
import { project } from '../plan/project.ts';
import { clocks } from './follow-up/clocks.ts';
import { digest } from './follow-up/digest.ts';
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
 * Step 5 of a run: what time brings. Requests that nobody answers end, meetings are over, feedback is asked for, and
 * whoever is late is told (`docs/rules.md#clocks`).
 */
export function followUp(config: Config, snapshot: Snapshot, only: number | null): Action[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const engagements = liveEngagements(views);
  const actions = views
    .filter((view) => only === null || view.issue.iid === only)
    .flatMap((view) => throughPhases(phases, { view, context, views, engagements }));
  return only === null ? [...actions, ...digestAfter(actions, context, views)] : actions;
}

/** A digest tells what is, so it comes last, and never in a run that looks at one request only. */
function digestAfter(
  actions: readonly Action[],
  context: RequestContext,
  views: readonly RequestView[],
): DigestAction[] {
  if (actions.length === 0) return digest(context, views);
  const later = requestContext(context.config, project(context.snapshot, actions));
  return digest(
    later,
    later.snapshot.issues.filter(isRequest).map((issue) => viewRequest(later, issue)),
  );
}
