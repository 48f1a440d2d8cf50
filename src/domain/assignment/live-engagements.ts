import type { RequestView } from '../request/request-view.ts';
import type { RequestState } from '../workflow/request-state.ts';
import { type Engagement, engagementsOf } from './engagement.ts';

const holding: readonly (RequestState | 'none')[] = ['assigned', 'changed', 'engaged', 'awaiting-feedback'];

/** The engagements that live requests hold: decided, and neither over nor given back. */
export function liveEngagements(views: readonly RequestView[]): Engagement[] {
  return views.flatMap((view) => {
    const decision = view.record.state?.decision ?? null;
    if (decision === null || !holding.includes(view.state)) return [];
    return engagementsOf(view.issue.iid, decision.username, decision);
  });
}
