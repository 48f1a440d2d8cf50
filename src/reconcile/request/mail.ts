import { mailedComment } from '../../domain/notifications/mailed-comment.ts';
import { isMailed } from '../../domain/request/is-mailed.ts';
import { requestFormLink } from '../../domain/request/request-form-link.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, expectOf } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const key = 'mailed';

/**
 * A request that came in by e-mail is answered once with the link of the form, and closed. It never becomes a request:
 * nobody knows who has written it. Who opens it again keeps it open (`docs/rules.md#requests`).
 */
export function answerMail({ view, context }: PhaseInput): IssueAction[] {
  if (!isMailed(view.issue)) return [];
  if (view.notes.has(key) && view.issue.stateEvents.some((event) => event.state === 'reopened')) return [];
  const body = mailedComment(requestFormLink(context.snapshot.project));
  return [
    ...commentOnce(view, { key, body, mentions: [] }),
    {
      kind: 'issue.set',
      issue: view.issue.iid,
      expect: expectOf(view),
      add: [],
      remove: [],
      state: 'close',
      why: 'it came in by e-mail and was answered with the link of the form',
    },
  ];
}
