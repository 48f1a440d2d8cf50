/** Slack as plain data: what the embedded workspace holds. Ids match the patterns of Slack's published contract. */

export interface SlackUser {
  readonly id: string;
  name: string;
  realName: string;
  email: string | null;
  deleted: boolean;
  isBot: boolean;
}

export interface SlackMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** Whom a text notifies when Slack renders it. What reads `<@U…>` only because it was escaped notifies nobody. */
export interface Notified {
  /** User ids, in the order of first mention. */
  readonly users: readonly string[];
  /** User group ids. */
  readonly groups: readonly string[];
  /** `@channel`, `@here`, `@everyone`. */
  readonly broadcasts: readonly ('channel' | 'here' | 'everyone')[];
}

export interface SlackStoredMessage {
  /** Unique in its channel, and its place in time: `<seconds>.<microseconds>`. */
  readonly ts: string;
  readonly user: string;
  readonly botId: string | null;
  /** As it was sent, with its special tokens. */
  text: string;
  blocks: readonly unknown[] | null;
  metadata: SlackMetadata | null;
  readonly threadTs: string | null;
  edited: { readonly user: string; readonly ts: string } | null;
  /** What the text as it stands would notify; the oracle compares it with who was meant. */
  notifies: Notified;
  /** Slack shows a preview of links and media in it. */
  unfurls: boolean;
  /** It is pinned to its conversation. */
  pinned: boolean;
  /** Joins, as Slack writes them into the history of a channel. */
  readonly subtype: 'channel_join' | 'group_join' | null;
  /** Who invited the user that joined; null: nobody, or no join. */
  readonly inviter: string | null;
}

export interface SlackConversation {
  readonly id: string;
  /** Empty for a direct message. */
  name: string;
  readonly kind: 'public' | 'private' | 'im';
  isArchived: boolean;
  isGeneral: boolean;
  /** With another organisation: now, or invited and not accepted yet. */
  shared: 'no' | 'external' | 'pending';
  readonly creator: string;
  readonly created: number;
  topic: string;
  purpose: string;
  /** User ids, in the order they came. */
  members: string[];
  messages: SlackStoredMessage[];
}

/** What a token may do, and who it is. */
export interface SlackToken {
  readonly userId: string;
  readonly botId: string | null;
  readonly scopes: readonly string[];
}

/** How this workspace behaves, beside `strictSlack` of the sandbox. Each can be changed while the sandbox runs. */
export interface SlackSwitches {
  /** Calls a minute by method (`*`: each method that is not named); absent: no limit. */
  perMinute: Record<string, number>;
  /** Send no `Retry-After` with 429, as proxies in between do. */
  hideRetryAfter: boolean;
  /** Largest page of any list, whatever was asked for: Slack may always give fewer than `limit`. */
  pageSize: number;
  /** Every call answers 503. */
  down: boolean;
}

/** Everything Slack remembers. */
export interface SlackWorld {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  tokens: Record<string, SlackToken>;
  users: SlackUser[];
  conversations: SlackConversation[];
  /** Times (epoch ms) of the calls of the last minute, by method. */
  calls: Record<string, number[]>;
  /** The last number given out, by kind of thing. */
  counters: { message: number; conversation: number };
  /** Every notification that went out, in order: a later edit or deletion does not take one back. */
  notifications: {
    readonly channel: string;
    readonly ts: string;
    readonly by: string;
    readonly notified: Notified;
  }[];
  switches: SlackSwitches;
}

/** The switches a fresh workspace starts with. */
export function slackSwitches(): SlackSwitches {
  return { perMinute: {}, hideRetryAfter: false, pageSize: 1000, down: false };
}
