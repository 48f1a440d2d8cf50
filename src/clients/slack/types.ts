import type { Outcome } from '../outcome.ts';

/** Slack as the desk uses it. Every post carries its key in the message's metadata. */

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** Shared with another organisation (`is_shared`, `is_ext_shared` or pending). */
  readonly shared: boolean;
  readonly deskIsMember: boolean;
  /** User id of whoever has made it. */
  readonly creator: string | null;
  readonly topic: string;
  readonly purpose: string;
}

export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly key: string;
  /** Absent: it is not. */
  readonly pinned?: true;
}

/** A message of a person at the top level of a channel. Its words are not kept, nor who wrote it. */
export interface SlackAsk {
  readonly channel: string;
  readonly ts: string;
  /**
   * Whether the desk has replied in its thread. Slack names only a few of those who have: where they are more than it
   * names, the desk may be among them, and counts as being so.
   */
  readonly answered: boolean;
}

/** One reading of a channel, oldest first. */
export interface SlackHistory {
  /** The desk's own messages with a key. */
  readonly own: readonly SlackMessage[];
  /** What people have written since the desk came. */
  readonly asks: readonly SlackAsk[];
}

export interface Slack {
  /** The desk's own Slack user id. */
  me(): Promise<string>;
  /** The channel, or null: it does not exist or the desk cannot see it. */
  channel(id: string): Promise<SlackChannel | null>;
  /** Channels the desk can see, public and private, not archived ones excluded. */
  channels(): Promise<readonly SlackChannel[]>;
  members(channel: string): Promise<readonly string[]>;
  /** Slack user id, or null: nobody is known by that address. */
  userByEmail(email: string): Promise<string | null>;
  /** The desk's own messages with a key since `oldest` (epoch seconds), oldest first. */
  deskMessages(channel: string, oldest: number): Promise<readonly SlackMessage[]>;
  /** The same reading with what people have written. */
  history(channel: string, oldest: number): Promise<SlackHistory>;
  /** One message of a person as it is now; null: it is gone. */
  ask(channel: string, ts: string): Promise<SlackAsk | null>;

  /** The desk's conversations with one person each: conversation id by user id. */
  directConversations(): Promise<Readonly<Record<string, string>>>;

  /** The conversation with one person, opened if there was none; its id. */
  openDirect(user: string): Promise<Outcome<string>>;
  post(message: { channel: string; key: string; text: string }): Promise<Outcome<{ ts: string }>>;
  /** Posts into the thread of a message, and not to the channel. */
  reply(message: { channel: string; thread: string; key: string; text: string }): Promise<Outcome<null>>;
  edit(message: { channel: string; ts: string; key: string; text: string }): Promise<Outcome<null>>;
  remove(message: { channel: string; ts: string }): Promise<Outcome<null>>;
  /** `invited` is false when Slack said that the user was there already: then the membership is not the desk's. */
  invite(channel: string, user: string): Promise<Outcome<{ invited: boolean }>>;
  removeMember(channel: string, user: string): Promise<Outcome<null>>;

  /** Makes a private channel; its id. A name that is taken, by whomever, is refused with `slack-name-taken`. */
  createChannel(name: string): Promise<Outcome<string>>;
  setTopic(channel: string, topic: string): Promise<Outcome<null>>;
  setPurpose(channel: string, purpose: string): Promise<Outcome<null>>;
  /** True: it is pinned now; false: it was before. */
  pin(message: { channel: string; ts: string }): Promise<Outcome<boolean>>;
  /** True: it is archived now; false: it was before. */
  archive(channel: string): Promise<Outcome<boolean>>;
}
