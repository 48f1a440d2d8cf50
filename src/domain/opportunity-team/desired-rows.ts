import { didNotTakePlace } from '../feedback/took-place.ts';
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

const keeping: readonly (RequestState | 'none')[] = [...granting, 'changed'];

/**
 * Whether a request keeps what was granted for it. One that was completed does, unless nothing took place: then all
 * of it is taken back (`docs/rules.md#feedback`).
 */
export function keeps(view: RequestView): boolean {
  if (view.state === 'completed' && didNotTakePlace(view.record.state)) return false;
  return keeping.includes(view.state);
}

/**
 * The rows a request wants (`docs/rules.md#after-assignment`). None without an SME, or while Salesforce is not
 * there. Where the form cannot be read or the SME not be matched now, what was granted stays: only another
 * opportunity or another SME ends a wish.
 */
export function desiredRows(view: RequestView, context: RequestContext): DesiredRow[] {
  const { salesforce } = context.snapshot;
  const record = view.record.state;
  if (salesforce.mode !== 'on' || !record?.decision || !keeps(view)) return [];
  const { iid: issue } = view.issue;
  const { opportunity } = view.form;
  const user = salesforceUserOfSme(context.config, salesforce.users, record.decision.username);
  if (opportunity.state === 'given' && user !== null)
    return [{ issue, opportunity: opportunity.value, user }];
  return record.team.map((row) => ({ issue, opportunity: row.opportunity, user: row.user }));
}

/** Whether a request in this state may be granted something new, if its authority stands. */
export function mayGrant(view: RequestView): boolean {
  return granting.includes(view.state) && view.authority && view.issue.state === 'opened';
}
