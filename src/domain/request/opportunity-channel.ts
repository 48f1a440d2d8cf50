import { mayBeUsed } from '../validation/resolve-channel.ts';
import type { RequestContext, RequestView } from './request-view.ts';
import { temporaryChannel } from './temporary-channel.ts';

/**
 * The channel an SME is invited to: the one Salesforce holds for the opportunity, else the one that stood in the
 * record when the request was approved, if it is still what it was, else the temporary one that was made for this
 * request. A channel of the desk's own making serves no other request. Null: none, and the record says why.
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
  const theirs = usable.filter((each) => each.creator !== slack.botUserId);
  const fromSalesforce = theirs.find((each) => each.id === known?.slackChannel);
  if (fromSalesforce !== undefined) return fromSalesforce.id;
  const approved = view.record.state?.channel ?? null;
  if (approved === null) return temporaryChannel(view, context);
  const same = theirs.find((each) => each.id === approved.id && each.name === approved.name);
  return same !== undefined && mayBeUsed(same, context.config) ? same.id : temporaryChannel(view, context);
}
