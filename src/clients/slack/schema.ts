import { z } from 'zod';
import type { SlackChannel } from './types.ts';

const flag = z.boolean().default(false);

export const identitySchema = z.object({ user_id: z.string(), bot_id: z.string().optional() });

/** A topic or purpose; absent where there can be none. */
const words = z
  .object({ value: z.string().default('') })
  .default({ value: '' })
  .transform((it) => it.value);

/** A channel. Shared is shared in whichever of Slack's words for it, an invitation that is still open included. */
export const channelSchema = z
  .object({
    id: z.string(),
    name: z.string().default(''),
    is_archived: flag,
    is_member: flag,
    is_shared: flag,
    is_ext_shared: flag,
    is_org_shared: flag,
    is_pending_ext_shared: flag,
    creator: z.string().nullish(),
    topic: words,
    purpose: words,
  })
  .transform(
    (channel): SlackChannel => ({
      id: channel.id,
      name: channel.name,
      archived: channel.is_archived,
      shared:
        channel.is_shared || channel.is_ext_shared || channel.is_org_shared || channel.is_pending_ext_shared,
      deskIsMember: channel.is_member,
      creator: channel.creator ?? null,
      topic: channel.topic,
      purpose: channel.purpose,
    }),
  );

/** A conversation with one person. */
export const directSchema = z.object({ id: z.string(), user: z.string() });

/** The name of the desk's messages in Slack's message metadata. */
export const eventType = 'sme_desk';

/** A channel that was just made. */
export const createdSchema = z
  .object({ channel: z.object({ id: z.string().regex(/^[CG][A-Z0-9]{2,20}$/) }) })
  .transform((answer) => answer.channel.id);

export const postedSchema = z.object({ ts: z.string().regex(/^\d+\.\d+$/) });

export const pageSchema = z.object({
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
