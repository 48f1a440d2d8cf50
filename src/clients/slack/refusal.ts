import { ErrorCode, SlackError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { ClientError, type ClientErrorOptions } from '../client-error.ts';
import type { ClientErrorCode } from '../error-catalogue.ts';

/** Error words of Slack that have a cure of their own; the rest is `slack-refused`. */
const codes: Readonly<Record<string, ClientErrorCode>> = {
  invalid_auth: 'slack-token-refused',
  not_authed: 'slack-token-refused',
  account_inactive: 'slack-token-refused',
  token_revoked: 'slack-token-refused',
  token_expired: 'slack-token-refused',
  missing_scope: 'slack-scope-missing',
  not_allowed_token_type: 'slack-scope-missing',
  channel_not_found: 'slack-channel-not-found',
  not_in_channel: 'slack-not-in-channel',
  is_archived: 'slack-channel-archived',
  message_not_found: 'slack-message-not-found',
  cant_invite: 'slack-user-cannot-be-invited',
  cant_invite_self: 'slack-user-cannot-be-invited',
  user_not_found: 'slack-user-cannot-be-invited',
  user_is_restricted: 'slack-user-cannot-be-invited',
  name_taken: 'slack-name-taken',
  restricted_action: 'slack-action-restricted',
  ratelimited: 'slack-rate-limited',
  rate_limited: 'slack-rate-limited',
};

/** What Slack says of a person whom the desk wants to write to. */
const personCodes: Readonly<Record<string, ClientErrorCode>> = {
  user_not_found: 'slack-person-unreachable',
  user_not_visible: 'slack-person-unreachable',
  user_disabled: 'slack-person-unreachable',
  cannot_dm_bot: 'slack-person-unreachable',
  channel_not_found: 'slack-person-unreachable',
};

/** Slack's own documentation says of these that part of the work may have been done. */
const doubtful = new Set(['fatal_error', 'internal_error', 'service_unavailable']);

/** A call as its message names it. */
interface Called {
  readonly method: string;
  readonly channel: string | null;
}

/**
 * What the library threw, as an error that is safe to print: of Slack's answer only the error word is kept.
 *
 * @param about Slack's name of the method and the channel's id, for the message.
 */
export function slackRefusal(error: unknown, about: Called, write: boolean): ClientError {
  const { method } = about;
  if (error instanceof ClientError) return error;
  if (error instanceof WebAPIRequestError && error.original instanceof ClientError) return error.original;
  if (error instanceof WebAPIPlatformError) return platformRefusal(error.data.error, about, write);
  if (error instanceof SlackError && error.code === ErrorCode.HTTPError) {
    return new ClientError('slack-refused', { detail: method, reason: 'http status' });
  }
  return unreadable(method, write);
}

function platformRefusal(word: unknown, { method, channel }: Called, write: boolean): ClientError {
  // A page of HTML comes through the library as the error word.
  if (typeof word !== 'string' || !/^[a-z][a-z0-9_]{1,60}$/.test(word)) return unreadable(method, write);
  const where = channel === null ? method : `${method} in ${channel}`;
  const options: ClientErrorOptions = { detail: `${where}: ${word}`, reason: word, vendorCode: word };
  if (doubtful.has(word)) {
    return new ClientError('slack-failed', { ...options, outcome: write ? 'unknown' : 'not-applied' });
  }
  const ofPerson = method === 'conversations.open' ? personCodes[word] : undefined;
  return new ClientError(ofPerson ?? codes[word] ?? 'slack-refused', options);
}

export function unreadable(method: string, write: boolean): ClientError {
  const outcome = write ? 'unknown' : 'not-applied';
  return new ClientError('slack-answer-unreadable', { detail: method, outcome, reason: 'answer unreadable' });
}
