import type { Config } from '../config/types.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import { isRequest, requestContext, viewRequest } from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Action } from '../plan/action.ts';
import type { Phase } from './request/phase.ts';
import { throughPhases } from './request/through-phases.ts';

/** The phases of one request, in order; each sees what the ones before it will have written. */
const phases: readonly Phase[] = [];

/**
 * Step 5 of a run: what time brings. Requests that nobody answers end, meetings are over, feedback is asked for, and
 * whoever is late is told (`docs/rules.md#clocks`).
 */
export function followUp(config: Config, snapshot: Snapshot, only: number | null): Action[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const engagements = liveEngagements(views);
  return views
    .filter((view) => only === null || view.issue.iid === only)
    .flatMap((view) => throughPhases(phases, { view, context, views, engagements }));
}
