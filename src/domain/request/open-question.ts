import { unfitToDecide } from '../authorization/approvers.ts';
import { commentsOfPeople, type PersonalComment } from '../commands/comments-of-people.ts';
import { readCommand } from '../commands/read-command.ts';
import type { Instant } from '../snapshot.ts';
import { requestLabel } from '../workflow/request-state.ts';
import { answersOfRequester } from './answers-of-requester.ts';
import type { RequestView } from './request-view.ts';

/**
 * The question that a request waits for an answer to, or null: the newest comment beginning with `question:` by
 * somebody who may decide, since the request was last put before the approvers, while the requester has said
 * nothing after it (`docs/rules.md#approval`).
 */
export function openQuestion(view: RequestView): PersonalComment | null {
  const since = lastShownAt(view);
  if (since === null) return null;
  const { facts, issue } = view;
  const request = { areaKey: view.areaKey, authorId: issue.author.id };
  const asked = commentsOfPeople(issue, facts.deskIds).findLast(
    (comment) =>
      comment.at >= since &&
      readCommand(comment.body)?.kind === 'question' &&
      unfitToDecide(facts.directory.byId(comment.author.id), request, facts) === null,
  );
  if (asked === undefined) return null;
  return answersOfRequester(view).some((answer) => answer.note > asked.id) ? null : asked;
}

/** When the desk last set `request::awaiting-approval`, or null: what nobody was shown raises no question. */
function lastShownAt({ issue, facts }: RequestView): Instant | null {
  const shown = issue.labelEvents.filter(
    ({ action, label, user }) =>
      action === 'add' &&
      label?.name === requestLabel('awaiting-approval') &&
      user !== null &&
      facts.deskIds.includes(user.id),
  );
  return shown.length === 0 ? null : Math.max(...shown.map((event) => event.at));
}
