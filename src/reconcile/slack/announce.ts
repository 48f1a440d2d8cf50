import { liesAhead } from '../../domain/dates/lies-ahead.ts';
import { announcement, announcementKey } from '../../domain/notifications/announcement.ts';
import { mayGrant } from '../../domain/opportunity-team/desired-rows.ts';
import { opportunityGone } from '../../domain/request/opportunity-gone.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf } from '../request/actions-on.ts';
import { ownMessages } from './own-messages.ts';
import type { SlackOn } from './slack-on.ts';

/** Posts, edits or thins out the request's message. From `assigned` on it names the SME: then it is a grant. */
export function announce(view: RequestView, context: RequestContext, slack: SlackOn): IssueAction[] {
  const channel = requestChannel(view, context);
  if (channel === null || view.record.state === null || slack.unreadable.includes(channel)) return [];
  const key = announcementKey(view);
  const [oldest, ...surplus] = ownMessages(slack, { channel, key });
  const text = announcement(view, context, oldest?.text ?? null);
  const names = view.state === 'assigned' || view.state === 'engaged';
  const authority = names ? (view.record.state.approval ?? null) : null;
  const on = { issue: view.issue.iid, expect: expectOf(view), channel, key };
  const thinned = surplus.flatMap((message): IssueAction[] =>
    message.ts.includes('(') ? [] : [{ ...on, kind: 'slack.delete', ts: message.ts }],
  );
  if (oldest === undefined && isUnshown(view)) return [];
  if (names && (authority === null || !mayGrant(view) || opportunityGone(view, context))) return thinned;
  if (oldest === undefined) {
    // Slack may have been off or down until now: what is over interests nobody in the channel any more.
    return view.issue.state === 'closed' || !liesAhead(view, context.snapshot.now)
      ? thinned
      : [...thinned, { ...on, kind: 'slack.post', text, authority }];
  }
  if (oldest.text === text) return thinned;
  return [...thinned, { ...on, kind: 'slack.edit', ts: oldest.ts, text, authority }];
}

/** The channel a request is announced in, or null: its area has none. */
export function requestChannel(view: RequestView, { config }: Pick<RequestContext, 'config'>): string | null {
  return config.areas.find((each) => each.key === view.areaKey)?.slack.request ?? null;
}

/** Before a request was shown to its approvers nobody else hears of it. */
function isUnshown(view: RequestView): boolean {
  return view.state === 'none' || view.state === 'submitted' || view.state === 'needs-info';
}
