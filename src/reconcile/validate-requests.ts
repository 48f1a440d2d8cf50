import type { Config } from '../config/types.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import {
  isRequest,
  type RequestContext,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { project } from '../plan/project.ts';
import { answerClaims } from './request/answer-claims.ts';
import { check } from './request/check.ts';
import { decide, decline } from './request/decide.ts';
import { keepAuthority } from './request/keep-authority.ts';
import type { Phase } from './request/phase.ts';
import { protect, recognise } from './request/recognise.ts';
import { removeSurplus, repairScope } from './request/repair-scope.ts';

/** The phases of one request, in order; each sees what the ones before it will have written. */
const phases: readonly Phase[] = [
  protect,
  removeSurplus,
  answerClaims,
  recognise,
  check,
  decline,
  decide,
  keepAuthority,
  repairScope,
];

/** Step 1 of a run: recognise, make confidential, check, and verify approvals and declines. */
export function validateRequests(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const engagements = liveEngagements(views);
  const actions: IssueAction[] = [];
  for (const { issue } of views) {
    if (only !== null && issue.iid !== only) continue;
    actions.push(...validateOne(config, context, issue.iid, { views, engagements }));
  }
  return actions;
}

function validateOne(
  config: Config,
  first: RequestContext,
  iid: number,
  others: { views: Parameters<Phase>[0]['views']; engagements: Parameters<Phase>[0]['engagements'] },
): IssueAction[] {
  const actions: IssueAction[] = [];
  let { snapshot } = first;
  for (const phase of phases) {
    const issue = snapshot.issues.find((each) => each.iid === iid);
    if (issue === undefined) return actions;
    const context = requestContext(config, snapshot);
    const view = viewRequest(context, issue);
    const more = phase({ view, context, ...others });
    actions.push(...more);
    snapshot = project(snapshot, more);
  }
  return actions;
}
