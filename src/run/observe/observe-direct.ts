import type { Slack, SlackMessage } from '../../clients/slack/types.ts';
import { peopleToTell } from '../../domain/clocks/people-to-tell.ts';
import { slackAddress } from '../../domain/clocks/slack-person.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { UnreadableChannels } from './unreadable-channels.ts';

/** The desk's conversations with the people who may have to be told something in this run. */
export interface ObservedDirect {
  /** Slack user id by e-mail, of everybody who was looked for by one. */
  readonly usersByEmail: Readonly<Record<string, string | null>>;
  /** Conversation id by Slack user id. */
  readonly direct: Readonly<Record<string, string>>;
  readonly messages: readonly SlackMessage[];
}

const day = 86_400_000;

/** Reads what the desk has written to each of them; nothing is asked of Slack while nobody is to be told. */
export async function observeDirect(
  slack: Slack,
  context: RequestContext,
  views: readonly RequestView[],
  unreadable: UnreadableChannels,
): Promise<ObservedDirect> {
  const usernames = peopleToTell(context, views);
  if (usernames.length === 0) return { usersByEmail: {}, direct: {}, messages: [] };
  const { users, usersByEmail } = await findUsers(slack, context, usernames);
  const conversations = await slack.directConversations();
  const since = sinceWhen(context, views);
  const direct: Record<string, string> = {};
  const messages: SlackMessage[] = [];
  for (const user of users) {
    const channel = conversations[user];
    if (channel === undefined) continue;
    direct[user] = channel;
    messages.push(
      ...(await unreadable.attempt(channel, () => slack.deskMessages(channel, Math.floor(since / 1000)), [])),
    );
  }
  return { usersByEmail, direct, messages };
}

/** No message about a request is older than the request; a digest is at most a week old. */
function sinceWhen({ snapshot }: RequestContext, views: readonly RequestView[]): number {
  return Math.min(snapshot.now - 14 * day, ...views.map((view) => view.issue.createdAt));
}

/** Slack user ids, and what Slack has said to each address; the surest address that it knows counts. */
async function findUsers(slack: Slack, context: RequestContext, usernames: readonly string[]) {
  const users = new Set<string>();
  const usersByEmail: Record<string, string | null> = {};
  for (const username of usernames) {
    const { id, emails } = slackAddress(context, username);
    let found = id;
    for (const email of id === null ? emails : []) {
      if (found !== null) break;
      if (!(email in usersByEmail)) usersByEmail[email] = await slack.userByEmail(email);
      found = usersByEmail[email] ?? null;
    }
    if (found !== null) users.add(found);
  }
  return { users: [...users].sort(), usersByEmail };
}
