import type { RecordState } from '../record/record-state.ts';
import { opportunityGone } from '../request/opportunity-gone.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { RequestState } from '../workflow/request-state.ts';
import { exceedsEveryBudget } from './eligibility.ts';
import { searchRound } from './search-round.ts';
import { wishOf } from './wish.ts';

/** Who finds the SME of an approved request that has none, or why nobody does (`docs/rules.md#assignment`). */
export type Search =
  | 'the desk'
  | 'a lead'
  | 'a lead, too large'
  | 'nobody, not live'
  | 'nobody, opportunity closed';

/** Who finds the SME of a request that stands in a state, or will. While nobody could be proposed the desk goes on. */
export function whoSearches(
  view: RequestView,
  context: Pick<RequestContext, 'config' | 'snapshot'>,
  at: { readonly state: RequestState | 'none'; readonly record: RecordState | null },
): Search {
  const { config } = context;
  if (opportunityGone(view, context)) return 'nobody, opportunity closed';
  if (config.areas.find((each) => each.key === view.areaKey)?.live === false) return 'nobody, not live';
  const wish = wishOf({ ...view, record: { ...view.record, state: at.record } });
  if (wish !== null && exceedsEveryBudget(wish, { config })) return 'a lead, too large';
  const isProposed = at.state === 'approved' || view.notes.has(proposalKey(view));
  return config.assignment.mode === 'recommend' && isProposed ? 'a lead' : 'the desk';
}

/** Whether a lead has to choose the SME by hand. */
export function isByHand(search: Search): boolean {
  return search === 'a lead' || search === 'a lead, too large';
}

/** The key of the note that proposes SMEs to the leads. */
export function proposalKey(view: RequestView): string {
  return `recommended:${searchRound(view)}`;
}

/** The key of the comment that nobody was found. */
export function nobodyKey(view: RequestView): string {
  return `waitlisted:${searchRound(view)}`;
}
