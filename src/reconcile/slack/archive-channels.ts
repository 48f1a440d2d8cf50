import { keeps } from '../../domain/opportunity-team/desired-rows.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { channelsPast, isStillOpen, madeFacts } from '../../domain/request/temporary-channel.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf } from '../request/actions-on.ts';
import type { SlackOn } from './slack-on.ts';

/** Archives the channels that were made for a request and have had their day; no other channel ever. */
export function archiveChannels(
  view: RequestView,
  slack: SlackOn,
  views: readonly RequestView[],
): IssueAction[] {
  const { record } = view;
  if (record.state === null) return [];
  return channelsPast(view.state, record.state).flatMap((made): IssueAction[] => {
    const facts = madeFacts(made, slack);
    if (facts === null || facts.archived || isUsedElsewhere(facts.id, view, views)) return [];
    return [
      {
        kind: 'slack.channel.archive',
        issue: view.issue.iid,
        expect: expectOf(view),
        channel: facts.id,
        name: made.name,
        why: `it is not used any more, the request is ${view.state}`,
      },
    ];
  });
}

/** Whether a channel whose making has lost its answer may still turn up: then the request stays with the desk. */
export function owesArchive(view: RequestView, { snapshot }: RequestContext, slack: SlackOn): boolean {
  if (view.record.state === null) return false;
  const past = channelsPast(view.state, view.record.state);
  return past.some((made) => madeFacts(made, slack) === null && isStillOpen(made, slack, snapshot.now));
}

/** Another live request has somebody in it: whatever the reason, the talk goes on. */
function isUsedElsewhere(channel: string, view: RequestView, views: readonly RequestView[]): boolean {
  return views.some((other) => {
    const invitations = other.record.state?.invitations ?? [];
    return (
      other.issue.iid !== view.issue.iid &&
      keeps(other) &&
      invitations.some((each) => each.channel === channel)
    );
  });
}
