import type { Slack } from '../../clients/slack/types.ts';
import type { Config } from '../../config/types.ts';
import { slackAddress } from '../../domain/clocks/slack-person.ts';
import type { Directory } from '../../domain/people.ts';
import type { Instant } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import type { AskersInSlack } from '../../reconcile/board/news-to-askers.ts';
import { UnreadableChannels } from './unreadable-channels.ts';

/** Longer than the news of a day can be on their way. */
const lookBack = 3 * 86_400_000;

/** What Slack says of those who have news today, and what could not be read. */
interface ObservedAskers {
  readonly askers: AskersInSlack;
  readonly problems: readonly DeskError[];
}

/**
 * Finds those who have news in Slack, and what the desk has told them of late. Slack is asked nothing while nobody has
 * news. Who cannot be asked about is told nothing in Slack: the comment on the card is there all the same.
 */
export async function observeAskers(
  slack: Slack | null,
  context: { readonly config: Config; readonly directory: Directory; readonly now: Instant },
  usernames: readonly string[],
): Promise<ObservedAskers> {
  if (slack === null || usernames.length === 0) return { askers: nobody, problems: [] };
  const unreadable = new UnreadableChannels();
  try {
    const askers = await findAskers(slack, context, usernames, unreadable);
    return { askers, problems: unreadable.problems() };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { askers: nobody, problems: [error] };
  }
}

const nobody: AskersInSlack = { users: new Map(), told: new Set() };

async function findAskers(
  slack: Slack,
  context: { readonly config: Config; readonly directory: Directory; readonly now: Instant },
  usernames: readonly string[],
  unreadable: UnreadableChannels,
): Promise<AskersInSlack> {
  const conversations = await slack.directConversations();
  const oldest = Math.floor((context.now - lookBack) / 1000);
  const users = new Map<string, string>();
  const told = new Set<string>();
  for (const username of [...new Set(usernames)].sort()) {
    const user = await slackUser(slack, context, username);
    if (user === null) continue;
    const channel = conversations[user] ?? null;
    const read = () => (channel === null ? Promise.resolve([]) : slack.deskMessages(channel, oldest));
    const messages = await unreadable.attempt(channel ?? '', read, null);
    if (messages === null) continue;
    users.set(username, user);
    for (const { key } of messages) told.add(key);
  }
  return { users, told };
}

/** The configured Slack user, else the surest address that Slack knows. */
async function slackUser(
  slack: Slack,
  context: Parameters<typeof slackAddress>[0],
  username: string,
): Promise<string | null> {
  const { id, emails } = slackAddress(context, username);
  if (id !== null) return id;
  for (const email of emails) {
    const found = await slack.userByEmail(email);
    if (found !== null) return found;
  }
  return null;
}
