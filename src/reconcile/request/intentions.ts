import { salesforceUserOfSme } from '../../domain/opportunity-team/salesforce-user-of-sme.ts';
import { withWish } from '../../domain/opportunity-team/team-wish.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { withInvitation } from '../../domain/request/invitation.ts';
import { opportunityChannel } from '../../domain/request/opportunity-channel.ts';
import { opportunityGone } from '../../domain/request/opportunity-gone.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { slackUserOfSme } from '../../domain/request/slack-user-of-sme.ts';
import type { Instant } from '../../domain/snapshot.ts';

/**
 * The record with what the assignment of somebody will bring about outside, so that one edit carries decision and
 * intentions together; `since` is the moment from which an effect may be the desk's own. What cannot be known yet is noted by the step that does it.
 */
export function withIntentions(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  chosen: { readonly username: string; readonly since: Instant },
): RecordState {
  return intendInvitation(view, context, intendRow(view, context, record, chosen), chosen.username);
}

function intendRow(
  view: RequestView,
  { config, snapshot }: RequestContext,
  record: RecordState,
  { username, since }: { readonly username: string; readonly since: Instant },
): RecordState {
  const { opportunity } = view.form;
  if (snapshot.salesforce.mode !== 'on' || opportunity.state !== 'given') return record;
  const user = salesforceUserOfSme(config, snapshot.salesforce.users, username);
  const known = snapshot.salesforce.opportunities[opportunity.value];
  if (user === null || known === undefined || known.closed) return record;
  return withWish(record, { opportunity: opportunity.value, user, row: null, since });
}

function intendInvitation(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  username: string,
): RecordState {
  const channel = opportunityChannel(view, context);
  const user = slackUserOfSme(context, username);
  if (channel === null || user === null || opportunityGone(view, context)) return record;
  return withInvitation(record, { channel, user, outcome: 'intended' });
}
