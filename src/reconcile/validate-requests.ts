import type { Config } from '../config/types.ts';
import type { Engagement } from '../domain/assignment/engagement.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import { isMailed } from '../domain/request/is-mailed.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { alarm } from './request/alarm.ts';
import { answerClaims } from './request/answer-claims.ts';
import { check } from './request/check.ts';
import { closed } from './request/closed.ts';
import { decide } from './request/decide.ts';
import { decline } from './request/decline.ts';
import { hear } from './request/hear.ts';
import { keepAuthority } from './request/keep-authority.ts';
import { answerMail } from './request/mail.ts';
import { override } from './request/override.ts';
import type { Phase } from './request/phase.ts';
import { question } from './request/question.ts';
import { protect, recognise } from './request/recognise.ts';
import { redate } from './request/redate.ts';
import { letGo } from './request/release.ts';
import { reopen } from './request/reopen.ts';
import { removeSurplus, repairScope, takeBack } from './request/repair-scope.ts';
import { teamDone } from './request/team-done.ts';
import { throughPhases } from './request/through-phases.ts';
import { viewAfter } from './request/view-after.ts';
import { windowsPassed } from './request/windows-passed.ts';

/** The phases of one request, in order; each sees what the ones before it will have written. */
const phases: readonly Phase[] = [
  protect,
  removeSurplus,
  closed,
  alarm,
  answerClaims,
  takeBack,
  recognise,
  reopen,
  decline,
  question,
  check,
  decide,
  keepAuthority,
  teamDone,
  override,
  letGo,
  redate,
  hear,
  windowsPassed,
  repairScope,
];

/** What came in by e-mail is no request and gets an answer only. */
const mailPhases: readonly Phase[] = [protect, removeSurplus, answerMail];

/** Step 1 of a run: recognise, make confidential, check, and verify approvals and declines. */
export function validateRequests(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const mailed = snapshot.issues.filter(isMailed).map((issue) => viewRequest(context, issue));
  const isMeant = ({ issue }: RequestView): boolean => only === null || issue.iid === only;
  let engagements: readonly Engagement[] = liveEngagements(views);
  const through = (chosen: readonly Phase[]) => (view: RequestView) => {
    const wanted = throughPhases(chosen, { view, context, views, engagements });
    engagements = engagementsAfter(wanted, view, context, engagements);
    return wanted;
  };
  return [
    ...views.filter(isMeant).flatMap(through(phases)),
    ...mailed.filter(isMeant).flatMap(through(mailPhases)),
  ];
}

/** What SMEs are taken by once one request is dealt with: two new dates of one run never meet in one person. */
function engagementsAfter(
  wanted: readonly IssueAction[],
  view: RequestView,
  context: RequestContext,
  engagements: readonly Engagement[],
): readonly Engagement[] {
  if (!wanted.some((action) => action.kind === 'record.write')) return engagements;
  const others = engagements.filter((each) => each.issue !== view.issue.iid);
  return [...others, ...liveEngagements([viewAfter(wanted, view, context).view])];
}
