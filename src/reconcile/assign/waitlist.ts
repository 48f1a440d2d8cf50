import type { Choice } from '../../domain/assignment/choose.ts';
import { exceedsEveryBudget, type Supply, type Wish } from '../../domain/assignment/eligibility.ts';
import { nextPossibleDates } from '../../domain/assignment/next-possible.ts';
import { nobodyKey } from '../../domain/assignment/who-searches.ts';
import { leadsToAsk } from '../../domain/authorization/may-assign.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { type NobodyBecause, waitlistedComment } from '../../domain/notifications/waitlisted-comment.ts';
import { opportunityGone } from '../../domain/request/opportunity-gone.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from '../request/actions-on.ts';

const howMany = 3;

/**
 * Nobody is assigned: the requester is told once for each search why, when it would work, and what there is to choose;
 * other dates are another search. Who was let go is no assignee any more.
 */
export function waitlist(
  view: RequestView,
  context: RequestContext,
  { wish, choice, supply }: { readonly wish: Wish; readonly choice: Choice; readonly supply: Supply },
): IssueAction[] {
  if (view.state === 'waitlisted' && view.notes.has(nobodyKey(view))) return [];
  const because = becauseOf(view, context, choice, exceedsEveryBudget(wish, supply));
  const record = decidedOn(recordOf(view, context), view, 'waitlisted');
  const requester = view.issue.author.username;
  const leads = because === 'too large' ? leadsToAsk(context.config, view.areaKey, requester) : [];
  const why = because === 'a lead chooses' ? 'a lead chooses somebody else' : 'nobody can take it yet';
  const dates = choice.kind === 'nobody' ? nextPossibleDates(wish, supply, howMany) : [];
  const told = commentOnce(view, {
    key: nobodyKey(view),
    body: waitlistedComment(view, context, { because, candidates: choice.candidates, dates }),
    mentions: [requester, ...leads],
  });
  if (view.state === 'waitlisted') return told;
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'waitlisted'), why }),
    ...told,
    moveTo(view, eventOf(view, because), 'waitlisted', {
      ...(view.issue.assignees.length > 0 ? { assignees: [] } : {}),
      why,
    }),
  ];
}

/**
 * Whoever had the request is let go while the dates of its form cannot be taken up: it is waitlisted, and the next run
 * gives it back for other dates.
 */
export function waitForDates(view: RequestView, context: RequestContext, event: RequestEvent): IssueAction[] {
  if (view.state === 'approved' || view.state === 'waitlisted') return [];
  const record = decidedOn(recordOf(view, context), view, 'waitlisted');
  const why = 'nobody can be found for its dates';
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'waitlisted'), why }),
    moveTo(view, event, 'waitlisted', {
      ...(view.issue.assignees.length > 0 ? { assignees: [] } : {}),
      why,
    }),
  ];
}

function becauseOf(
  view: RequestView,
  context: RequestContext,
  choice: Choice,
  tooLarge: boolean,
): NobodyBecause {
  if (opportunityGone(view, context)) return 'opportunity closed';
  if (choice.kind === 'chosen') return 'a lead chooses';
  if (tooLarge) return 'too large';
  return view.state === 'approved' || view.state === 'waitlisted' ? 'nobody free' : 'SME lost';
}

function eventOf(view: RequestView, because: NobodyBecause): RequestEvent {
  if (view.state === 'assigned' || view.state === 'engaged') return 'SME lost';
  if (view.state === 'awaiting-feedback') return 'new dates within limits';
  return because === 'too large' ? 'larger than any budget' : 'nobody free';
}
