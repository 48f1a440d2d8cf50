import type { SlackMetadata } from './state.ts';

/** What a call says about a message's metadata. */
export type GivenMetadata =
  | { readonly kind: 'absent' | 'removed' | 'wrong' }
  | { readonly kind: 'given'; readonly metadata: SlackMetadata };

/**
 * Reads the `metadata` argument, JSON text: an object with `event_type` and `event_payload`, or `{}` for none.
 * https://docs.slack.dev/messaging/message-metadata
 */
export function readMetadata(text: string | undefined): GivenMetadata {
  if (text === undefined || text === '') return { kind: 'absent' };
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'wrong' };
  if (Object.keys(value).length === 0) return { kind: 'removed' };
  const { event_type: type, event_payload: payload }: Record<string, unknown> = { ...value };
  if (typeof type !== 'string' || type === '') return { kind: 'wrong' };
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return { kind: 'wrong' };
  return { kind: 'given', metadata: { event_type: type, event_payload: { ...payload } } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
