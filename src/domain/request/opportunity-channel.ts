import { mayBeUsed } from '../validation/resolve-channel.ts';
import type { RequestContext, RequestView } from './request-view.ts';

/**
 * The channel an SME is invited to: the one Salesforce holds for the opportunity, else the one that stood in the
 * record when the request was approved, if it is still what it was. Null: none, and the record says why.
 */
export function opportunityChannel(view: RequestView, context: RequestContext): string | null {
  const { salesforce, slack } = context.snapshot;
  if (slack.mode !== 'on') return null;
  const { opportunity } = view.form;
  const known =
    salesforce.mode === 'on' && opportunity.state === 'given'
      ? salesforce.opportunities[opportunity.value]
      : undefined;
  const usable = slack.channels.filter((each) => !each.archived && !each.shared && each.deskIsMember);
  const fromSalesforce = usable.find((each) => each.id === known?.slackChannel);
  if (fromSalesforce !== undefined) return fromSalesforce.id;
  const approved = view.record.state?.channel ?? null;
  if (approved === null) return null;
  const same = usable.find((each) => each.id === approved.id && each.name === approved.name);
  return same !== undefined && mayBeUsed(same, context.config) ? same.id : null;
}
