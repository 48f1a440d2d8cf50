import { liesAhead } from '../../domain/dates/lies-ahead.ts';
import { mayGrant } from '../../domain/opportunity-team/desired-rows.ts';
import { opportunityChannel } from '../../domain/request/opportunity-channel.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { requestChannel } from './announce.ts';
import { staleInvitations } from './invite.ts';
import type { SlackOn } from './slack-on.ts';

/**
 * Whether a channel cannot be read in which this request has something to tell, to invite or to take back: then
 * nobody can say that Slack is up to date (`docs/rules.md#off-or-down`). It delays this one request only.
 */
export function isBlind(view: RequestView, context: RequestContext, slack: SlackOn): boolean {
  if (view.record.state === null) return false;
  const channels = [
    requestChannel(view, context),
    wantedChannel(view, context),
    ...staleInvitations(view, context, view.record.state).map((each) => each.channel),
  ];
  return channels.some((channel) => channel !== null && slack.unreadable.includes(channel));
}

/** The channel an SME is still to be invited to, or null. */
function wantedChannel(view: RequestView, context: RequestContext): string | null {
  const channel = opportunityChannel(view, context);
  const settled = view.record.state?.invitations.some(
    (each) => each.channel === channel && each.outcome !== 'intended',
  );
  const isWanted = mayGrant(view) && liesAhead(view, context.snapshot.now) && settled !== true;
  return isWanted ? channel : null;
}
