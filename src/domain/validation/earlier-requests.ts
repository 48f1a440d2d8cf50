import type { RequestView } from '../request/request-view.ts';
import type { SalesforceFacts } from '../snapshot.ts';
import { finalStates } from '../workflow/request-state.ts';

/** Another live request that was opened before. */
export interface EarlierRequest {
  readonly iid: number;
  readonly state: RequestView['state'];
}

/** What else is asked for the same customer: for the same opportunity, and for others of the same account. */
export interface EarlierRequests {
  readonly opportunity: readonly EarlierRequest[];
  readonly account: readonly EarlierRequest[];
}

/**
 * The live requests that were opened before this one for the same opportunity or, where Salesforce names it, the same
 * account; the newest first. Shown to the approver (`docs/rules.md#validation`).
 */
export function earlierRequests(
  view: RequestView,
  others: readonly RequestView[],
  salesforce: SalesforceFacts,
): EarlierRequests {
  const mine = opportunityOf(view);
  if (mine === null) return { opportunity: [], account: [] };
  const account = accountOf(mine, salesforce);
  const earlier = others
    .filter((other) => other.issue.iid < view.issue.iid && isLive(other))
    .sort((a, b) => b.issue.iid - a.issue.iid);
  const isSibling = (other: RequestView): boolean => {
    const theirs = opportunityOf(other);
    return (
      theirs !== null && theirs !== mine && account !== null && accountOf(theirs, salesforce) === account
    );
  };
  return {
    opportunity: earlier.filter((other) => opportunityOf(other) === mine).map(told),
    account: earlier.filter(isSibling).map(told),
  };
}

function isLive({ state }: RequestView): boolean {
  return state !== 'none' && !finalStates.includes(state);
}

function told({ issue, state }: RequestView): EarlierRequest {
  return { iid: issue.iid, state };
}

function opportunityOf({ form }: RequestView): string | null {
  return form.opportunity.state === 'given' ? form.opportunity.value : null;
}

function accountOf(opportunity: string, salesforce: SalesforceFacts): string | null {
  return salesforce.mode === 'on' ? (salesforce.opportunities[opportunity]?.accountId ?? null) : null;
}
