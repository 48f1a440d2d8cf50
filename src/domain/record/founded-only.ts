import { isReference } from './reference-words.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A record as it may be written at the end of an action: without invitations to a channel that was to be made and has
 * not come about. Nobody can be invited to what is not there, and a later run begins with the channel.
 */
export function foundedOnly(record: Json, became: (reference: string) => string | number | null): Json {
  const { invitations } = record;
  if (!Array.isArray(invitations)) return record;
  const all: readonly unknown[] = invitations;
  const founded = all.filter((each) => {
    const channel = channelIn(each);
    return channel === null || !isReference(channel) || became(channel) !== null;
  });
  return { ...record, invitations: founded };
}

function channelIn(invitation: unknown): string | null {
  if (typeof invitation !== 'object' || invitation === null || !('channel' in invitation)) return null;
  return typeof invitation.channel === 'string' ? invitation.channel : null;
}
