import { type Choice, ranked } from '../../domain/assignment/choose.ts';
import type { Supply, Wish } from '../../domain/assignment/eligibility.ts';
import { leadsToAsk } from '../../domain/authorization/may-assign.ts';
import { recommendedNote } from '../../domain/notifications/recommended-note.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from '../request/actions-on.ts';
import { viewAfter } from '../request/view-after.ts';
import { roundOf } from './round.ts';
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
  const waits = view.state === 'approved' || view.state === 'waitlisted';
  const moved = waits ? [] : waitlist(view, context, { wish, choice, supply });
  const leads = leadsToAsk(context.config, view.areaKey, view.issue.author.username);
  const names = ranked(choice.candidates, wish).slice(0, howMany);
  return [
    ...moved,
    ...commentOnce(viewAfter(moved, view, context).view, {
      key: `recommended:${roundOf(view)}`,
      body: recommendedNote(view, context, leads, names),
      mentions: leads,
      internal: true,
    }),
  ];
}
