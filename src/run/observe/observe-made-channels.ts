import { slackAddress } from '../../domain/clocks/slack-person.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { currentChannel, isLargeOpportunity, madeFacts } from '../../domain/request/temporary-channel.ts';
import type { ChannelFacts } from '../../domain/snapshot.ts';

interface Wanted {
  readonly context: RequestContext;
  readonly views: readonly RequestView[];
}

/** Whether channels have to be listed because one was made for a request, or is to be. */
export function concernsMadeChannels({ context, views }: Wanted): boolean {
  return views.some(
    (view) => (view.record.state?.channelsMade.length ?? 0) > 0 || isLargeOpportunity(view, context),
  );
}

/** The open channels that the desk has made for requests, each with the moment its history is read from. */
export function openMadeChannels(
  { views }: Pick<Wanted, 'views'>,
  slack: { readonly channels: readonly ChannelFacts[]; readonly botUserId: string },
): Map<string, number> {
  const found = views.flatMap((view): [string, number][] => {
    return (view.record.state?.channelsMade ?? []).flatMap((made): [string, number][] => {
      const facts = madeFacts(made, slack);
      const isOpen = facts !== null && !facts.archived && facts.deskIsMember;
      return isOpen ? [[facts.id, made.since - clockSkew]] : [];
    });
  });
  return new Map(found);
}

/** Slack and GitLab do not share a clock. */
const clockSkew = 120_000;

/** E-mails of requesters who are still to be invited to a channel of their request's own. */
export function emailsOfRequesters({ context, views }: Wanted): string[] {
  return views.flatMap((view) => {
    const made = currentChannel(view);
    const wanted = made === null ? isLargeOpportunity(view, context) : made.requester === 'intended';
    const { id, emails } = slackAddress(context, view.issue.author.username);
    return wanted && id === null ? [...emails] : [];
  });
}
