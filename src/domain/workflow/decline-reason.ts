import type { Config } from '../../config/types.ts';
import { commentsOfPeople, type PersonalComment } from '../commands/comments-of-people.ts';
import { readCommand } from '../commands/read-command.ts';
import { oneLine } from '../markdown/visible-text.ts';
import type { RequestView } from '../request/request-view.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import { reopenedAt } from '../timeline/reopened-at.ts';

/**
 * The comments of an approver that are the reason of their decline (`docs/rules.md#approval`), oldest first: after the
 * validation, or any before there was one, and since a declined request was opened again; the requester can read them,
 * and a question is not a reason.
 */
export function reasonComments(view: RequestView, approver: number): PersonalComment[] {
  const reopened = reopenedAt(view.issue, view.facts.deskIds);
  const since = Math.max(view.record.note?.at ?? view.issue.createdAt, reopened);
  return commentsOfPeople(view.issue, view.facts.deskIds).filter(
    (comment) =>
      comment.author.id === approver &&
      comment.at >= since &&
      comment.body.trim() !== '' &&
      readCommand(comment.body)?.kind !== 'question',
  );
}

/**
 * Why a request was declined, as one of `requests.decline_reasons`, or one of the two reasons that no configuration
 * names; null: it is not declined. What is written after the desk has ended it explains, and is not the reason it was
 * ended with. The words themselves go nowhere.
 */
export function declineReasonOf(
  view: RequestView,
  { requests }: { readonly requests: Pick<Config['requests'], 'declineReasons'> },
): string | null {
  if (view.state !== 'declined') return null;
  const decline = declineOf(view);
  if (decline === null || view.notes.has(`no-reason:${decline.event}`)) return 'no reason given';
  const told = view.notes.get(`declined:${decline.event}`)?.at ?? view.issue.closedAt;
  const until = told ?? Number.POSITIVE_INFINITY;
  const comments = reasonComments(view, decline.user).filter(({ at }) => at <= until);
  if (comments.length === 0) return 'no reason given';
  for (const { body } of comments) {
    const named = namedReason(body, requests.declineReasons);
    if (named !== null) return named;
  }
  return 'in other words';
}

/** Which click declined it, and whose it was; an approver who has left by now has declined it all the same. */
function declineOf({ approval, issue, facts }: RequestView): { event: number; user: number } | null {
  if (approval.kind === 'declined') return approval;
  const { declined } = facts.record?.labels ?? facts.labels;
  const clicks = byEventId(issue.labelEvents).filter(
    ({ action, label, user }) =>
      action === 'add' && label?.id === declined && user !== null && !facts.deskIds.includes(user.id),
  );
  const { id, user } = clicks.at(-1) ?? {};
  return id === undefined || user == null ? null : { event: id, user: user.id };
}

/**
 * The reason that stands first in a comment as a whole phrase, of two at one place the longer one. Case, marks and
 * line ends make no difference; what is quoted is somebody else's.
 */
function namedReason(body: string, reasons: readonly string[]): string | null {
  const own = body.split(/\r\n|[\n\r]/).filter((line) => !/^\s{0,3}>/.test(line));
  const text = words(own.join(' '));
  let found: { readonly reason: string; readonly at: number } | null = null;
  for (const reason of [...reasons].sort((a, b) => b.length - a.length)) {
    const at = text.indexOf(words(reason));
    if (at >= 0 && (found === null || at < found.at)) found = { reason, at };
  }
  return found?.reason ?? null;
}

/** A text as its words, each with one blank around it, so that no phrase begins or ends inside a word. */
function words(text: string): string {
  const parts = oneLine(text)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return ` ${parts.filter((part) => part !== '').join(' ')} `;
}

/** A reason as a part of the id of a figure: `not-enough-notice`. Empty where it holds no letter and no digit. */
export function reasonSlug(reason: string): string {
  return words(reason).trim().replaceAll(' ', '-');
}
