import type { Config } from '../config/types.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import { isRequest, requestContext, viewRequest } from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { answerClaims } from './request/answer-claims.ts';
import { check } from './request/check.ts';
import { decide, decline } from './request/decide.ts';
import { keepAuthority } from './request/keep-authority.ts';
import type { Phase } from './request/phase.ts';
import { protect, recognise } from './request/recognise.ts';
import { reopen } from './request/reopen.ts';
import { removeSurplus, repairScope, takeBack } from './request/repair-scope.ts';
import { throughPhases } from './request/through-phases.ts';

/** The phases of one request, in order; each sees what the ones before it will have written. */
const phases: readonly Phase[] = [
  protect,
  removeSurplus,
  answerClaims,
  takeBack,
  recognise,
  reopen,
  decline,
  check,
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
  for (const view of views) {
    if (only !== null && view.issue.iid !== only) continue;
    actions.push(...throughPhases(phases, { view, context, views, engagements }));
  }
  return actions;
}
