import type { Outcome } from '../outcome.ts';

/** Slack as the desk uses it. Every post carries its key in the message's metadata. */

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** Shared with another organisation (`is_shared`, `is_ext_shared` or pending). */
  readonly shared: boolean;
  readonly deskIsMember: boolean;
}

export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly key: string;
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

  /** The desk's conversations with one person each: conversation id by user id. */
  directConversations(): Promise<Readonly<Record<string, string>>>;

  /** The conversation with one person, opened if there was none; its id. */
  openDirect(user: string): Promise<Outcome<string>>;
  post(message: { channel: string; key: string; text: string }): Promise<Outcome<{ ts: string }>>;
  edit(message: { channel: string; ts: string; key: string; text: string }): Promise<Outcome<null>>;
  remove(message: { channel: string; ts: string }): Promise<Outcome<null>>;
  /** `invited` is false when Slack said that the user was there already: then the membership is not the desk's. */
  invite(channel: string, user: string): Promise<Outcome<{ invited: boolean }>>;
  removeMember(channel: string, user: string): Promise<Outcome<null>>;
}
