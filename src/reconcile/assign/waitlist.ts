import type { Choice } from '../../domain/assignment/choose.ts';
import { exceedsEveryBudget, type Supply, type Wish } from '../../domain/assignment/eligibility.ts';
import { nextPossibleDates } from '../../domain/assignment/next-possible.ts';
import { leadsToAsk } from '../../domain/authorization/may-assign.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { type NobodyBecause, waitlistedComment } from '../../domain/notifications/waitlisted-comment.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from '../request/actions-on.ts';
import { roundOf } from './round.ts';

const howMany = 3;

/**
 * Nobody is assigned: the requester is told once why, when it would work, and what there is to choose. Who was let
 * go is no assignee any more.
 */
export function waitlist(
  view: RequestView,
  context: RequestContext,
  { wish, choice, supply }: { readonly wish: Wish; readonly choice: Choice; readonly supply: Supply },
): IssueAction[] {
  if (view.state === 'waitlisted') return [];
  const because = becauseOf(view, choice, exceedsEveryBudget(wish, supply));
  const record = decidedOn(recordOf(view, context), view, 'waitlisted');
  const requester = view.issue.author.username;
  const leads = because === 'too large' ? leadsToAsk(context.config, view.areaKey, requester) : [];
  const why = because === 'a lead chooses' ? 'a lead chooses somebody else' : 'nobody can take it yet';
  const dates = choice.kind === 'nobody' ? nextPossibleDates(wish, supply, howMany) : [];
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'waitlisted'), why }),
    // Before the label moves: a waitlisted request is not told again, so the comment must not get lost.
    ...commentOnce(view, {
      key: `waitlisted:${roundOf(view)}`,
      body: waitlistedComment(view, context, { because, candidates: choice.candidates, dates }),
      mentions: [requester, ...leads],
    }),
    moveTo(view, eventOf(view, because), 'waitlisted', {
      ...(view.issue.assignees.length > 0 ? { assignees: [] } : {}),
      why,
    }),
  ];
}

function becauseOf(view: RequestView, choice: Choice, tooLarge: boolean): NobodyBecause {
  if (choice.kind === 'chosen') return 'a lead chooses';
  if (tooLarge) return 'too large';
  return view.state === 'approved' ? 'nobody free' : 'SME lost';
}

function eventOf(view: RequestView, because: NobodyBecause): RequestEvent {
  if (view.state === 'assigned' || view.state === 'engaged') return 'SME lost';
  if (view.state === 'awaiting-feedback') return 'new dates within limits';
  return because === 'too large' ? 'larger than any budget' : 'nobody free';
}
