import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { RequestState } from '../workflow/request-state.ts';
import { salesforceUserOfSme } from './salesforce-user-of-sme.ts';

/** One wish: this SME belongs on this opportunity team because of this request. */
export interface DesiredRow {
  readonly issue: number;
  readonly opportunity: string;
  readonly user: string;
}

const granting: readonly (RequestState | 'none')[] = [
  'assigned',
  'engaged',
  'awaiting-feedback',
  'completed',
];

/** States that keep what was granted, and grant nothing new. */
export const keeping: readonly (RequestState | 'none')[] = [...granting, 'changed'];

/**
 * The row a request wants, or null: no SME yet, Salesforce does not know the SME as exactly one active user, or
 * Salesforce is not there (`docs/rules.md#after-assignment`).
 */
export function desiredRow(view: RequestView, context: RequestContext): DesiredRow | null {
  const { salesforce } = context.snapshot;
  const decision = view.record.state?.decision ?? null;
  if (salesforce.mode !== 'on' || decision === null || !keeping.includes(view.state)) return null;
  const { opportunity } = view.form;
  const user = salesforceUserOfSme(context.config, salesforce.users, decision.username);
  if (opportunity.state !== 'given' || user === null) return null;
  const known = salesforce.opportunities[opportunity.value];
  if (known === undefined) return null;
  return { issue: view.issue.iid, opportunity: opportunity.value, user };
}

/** Whether a request in this state may be granted something new, if its authority stands. */
export function mayGrant(view: RequestView): boolean {
  return granting.includes(view.state) && view.authority && view.issue.state === 'opened';
}
