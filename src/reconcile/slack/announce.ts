import { announcement, announcementKey } from '../../domain/notifications/announcement.ts';
import { mayGrant } from '../../domain/opportunity-team/desired-rows.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { DeskMessage } from '../../domain/snapshot.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf } from '../request/actions-on.ts';
import type { SlackOn } from './slack-on.ts';

/** Posts, edits or thins out the request's message. From `assigned` on it names the SME: then it is a grant. */
export function announce(view: RequestView, context: RequestContext, slack: SlackOn): IssueAction[] {
  const channel = requestChannel(view, context);
  if (channel === null || view.record.state === null || slack.unreadable.includes(channel)) return [];
  const key = announcementKey(view);
  const text = announcement(view, context);
  const [oldest, ...surplus] = slack.messages
    .filter((message) => message.key === key && message.channel === channel)
    .sort((a, b) => compareTs(a, b));
  const names = view.state === 'assigned' || view.state === 'engaged';
  const authority = names ? (view.record.state.approval ?? null) : null;
  const on = { issue: view.issue.iid, expect: expectOf(view), channel, key };
  const thinned = surplus.flatMap((message): IssueAction[] =>
    message.ts.includes('(') ? [] : [{ ...on, kind: 'slack.delete', ts: message.ts }],
  );
  if (oldest === undefined && isUnshown(view)) return [];
  if (names && (authority === null || !mayGrant(view))) return thinned;
  if (oldest === undefined) {
    return view.issue.state === 'closed'
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

/** Slack's timestamps are decimal seconds of one length, so text order is time order; coming ones are last. */
function compareTs(a: DeskMessage, b: DeskMessage): number {
  if (a.ts === b.ts) return 0;
  return a.ts < b.ts ? -1 : 1;
}
