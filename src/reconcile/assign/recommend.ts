import { type Choice, ranked } from '../../domain/assignment/choose.ts';
import type { Supply, Wish } from '../../domain/assignment/eligibility.ts';
import { proposalKey } from '../../domain/assignment/who-searches.ts';
import { leadsToAsk } from '../../domain/authorization/may-assign.ts';
import { recommendedNote } from '../../domain/notifications/recommended-note.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from '../request/actions-on.ts';
import { rewriteRecord } from '../request/rewrite-record.ts';
import { viewAfter } from '../request/view-after.ts';
import { waitlist } from './waitlist.ts';

const howMany = 3;

/**
 * With `assignment.mode: recommend` a person chooses: three names with reasons go to the leads of the area, once for
 * each search, and the assignee that one of them sets is the choice (`docs/rules.md#assignment`). It is an internal
 * note, because loads and reasons are for leads. Where an SME was let go the request waits as waitlisted.
 */
export function recommend(
  view: RequestView,
  context: RequestContext,
  { wish, choice, supply }: { readonly wish: Wish; readonly choice: Choice; readonly supply: Supply },
): IssueAction[] {
  const leads = leadsToAsk(context.config, view.areaKey, view.issue.author.username);
  const names = ranked(choice.candidates, wish).slice(0, howMany);
  const proposed = commentOnce(view, {
    key: proposalKey(view),
    body: recommendedNote(view, context, leads, names),
    mentions: leads,
    internal: true,
  });
  const waits = view.state === 'approved' || view.state === 'waitlisted';
  const now = viewAfter(proposed, view, context);
  if (!waits) return [...proposed, ...waitlist(now.view, now.context, { wish, choice, supply })];
  // First the record, which has to say that a lead is waited for now: the note is what the next run looks for.
  return proposed.length === 0
    ? []
    : [...rewriteRecord(now.view, now, 'a lead is asked to choose'), ...proposed];
}
