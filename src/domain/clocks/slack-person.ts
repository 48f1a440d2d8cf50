import { sameUsername } from '../people.ts';
import type { RequestContext } from '../request/request-view.ts';
import { requesterEntry } from '../request/requester.ts';

/** How somebody is found in Slack. */
export interface SlackAddress {
  /** The configured Slack user id, or null. */
  readonly id: string | null;
  /** E-mail addresses by which Slack may know them, the surest first; not needed where the id is configured. */
  readonly emails: readonly string[];
}

/** From the roster, else by e-mail: the configured one, the public one of GitLab, the organisation's pattern. */
export function slackAddress(
  { config, directory }: Pick<RequestContext, 'config' | 'directory'>,
  username: string,
): SlackAddress {
  const sme = config.roster.find((each) => sameUsername(each.gitlab, username));
  const emails = [
    sme?.email ?? null,
    requesterEntry(config, username)?.email ?? null,
    directory.byUsername(username)?.publicEmail ?? null,
    config.identity.emailPattern?.replace('{gitlab}', username) ?? null,
  ].filter((email) => email !== null);
  return { id: sme?.slackUser ?? null, emails: [...new Set(emails)] };
}

/** Somebody in Slack, as this run has read it. */
export type SlackPerson =
  /** `channel`: the desk's conversation with them; null: there was none yet. */
  | { readonly kind: 'known'; readonly id: string; readonly channel: string | null }
  /** Slack was asked by every address and knows nobody. */
  | { readonly kind: 'unknown' }
  /** Slack is not there, was not asked, or the conversation could not be read. */
  | { readonly kind: 'unread' };

/** Whom a message goes to. A conversation that cannot be read does not say whether they were told already. */
export function slackPerson(context: RequestContext, username: string): SlackPerson {
  const { slack } = context.snapshot;
  if (slack.mode !== 'on') return { kind: 'unread' };
  const { id, emails } = slackAddress(context, username);
  const answers = id === null ? emails.map((email) => slack.usersByEmail[email]) : [id];
  const known = answers.find((answer) => typeof answer === 'string') ?? null;
  if (known === null) return { kind: answers.includes(undefined) ? 'unread' : 'unknown' };
  const channel = slack.direct[known] ?? null;
  if (channel !== null && slack.unreadable.includes(channel)) return { kind: 'unread' };
  return { kind: 'known', id: known, channel };
}
