import type { IssueFacts } from '../snapshot.ts';
import { requestTypeLabel } from './request-type-label.ts';

/** GitLab writes the issues of Service Desk as this user; it adds a number where the name was taken. */
const supportBot = /^support-bot\d*$/i;

/**
 * Whether an open issue came in by e-mail and is nobody else's business: GitLab's support bot has written it, and it
 * has no type but that of a request (`docs/rules.md#requests`). Its author is no requester, so that it can never be
 * one.
 */
export function isMailed({
  author,
  state,
  labels,
}: Pick<IssueFacts, 'author' | 'state' | 'labels'>): boolean {
  if (state !== 'opened' || !supportBot.test(author.username)) return false;
  return labels.every((label) => !label.startsWith('type::') || label === requestTypeLabel);
}
