import type { Notified } from './state.ts';

const token =
  /<(?:@(?<user>[UW][A-Z0-9]+)|!subteam\^(?<group>S[A-Z0-9]+)|!(?<all>channel|group|here|everyone))(?:\|[^<>]*)?>/g;

const broadcasts = { channel: 'channel', group: 'channel', here: 'here', everyone: 'everyone' } as const;

/** A text and the rules it is sent with. */
export interface Sent {
  readonly text: string;
  /** Block Kit blocks, or null; their Markdown, user and broadcast elements notify too. */
  readonly blocks: readonly unknown[] | null;
  /** `link_names` or `parse: full`: plain `@name` and `@channel` become mentions as well. */
  readonly linkNames: boolean;
}

/**
 * Whom a message notifies. Special tokens count wherever they stand; escaped ones (`&lt;@U…&gt;`) are plain text.
 * Plain `@channel` counts only with `linkNames`. `known` maps a user name to its id and tells whether an id exists.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function notifiedBy(sent: Sent, known: ReadonlyMap<string, string>): Notified {
  const ids = new Set(known.values());
  const users = new Set<string>();
  const groups = new Set<string>();
  const all = new Set<'channel' | 'here' | 'everyone'>();
  for (const text of [sent.text, ...blockTexts(sent.blocks ?? [])]) {
    for (const { groups: part = {} } of text.matchAll(token)) {
      if (part.user !== undefined && ids.has(part.user)) users.add(part.user);
      if (part.group !== undefined) groups.add(part.group);
      if (isBroadcast(part.all)) all.add(broadcasts[part.all]);
    }
    if (!sent.linkNames) continue;
    for (const [, name = ''] of text.matchAll(/(?<![\w@.])@([a-z0-9][a-z0-9._-]*)/g)) {
      const user = known.get(name);
      if (user !== undefined) users.add(user);
      if (isBroadcast(name)) all.add(broadcasts[name]);
    }
  }
  return { users: [...users], groups: [...groups], broadcasts: [...all] };
}

function isBroadcast(name: string | undefined): name is keyof typeof broadcasts {
  return name !== undefined && Object.hasOwn(broadcasts, name);
}

/** The texts in blocks that can mention somebody; elements of rich text are given as the token they stand for. */
function blockTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(blockTexts);
  if (typeof value !== 'object' || value === null) return [];
  const {
    type,
    text,
    user_id: user,
    usergroup_id: group,
    range,
    ...rest
  }: Record<string, unknown> = { ...value };
  if (type === 'plain_text') return [];
  const inner = Object.values(rest).flatMap(blockTexts);
  if (type === 'mrkdwn') return [String(text), ...inner];
  if (type === 'user') return [`<@${String(user)}>`];
  if (type === 'usergroup') return [`<!subteam^${String(group)}>`];
  if (type === 'broadcast') return [`<!${String(range)}>`];
  return [...blockTexts(text), ...inner];
}
