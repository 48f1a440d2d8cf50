import type { AgreedComment } from '../../domain/dates/agreed-comment.ts';
import type { Problem } from '../../domain/form/request-form.ts';
import {
  agreedPastComment,
  agreedSeriesComment,
  agreedUnclearComment,
  datesRefusedComment,
} from '../../domain/notifications/dates-comments.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from './actions-on.ts';
import { keyNow } from './new-dates.ts';
import type { PhaseInput } from './phase.ts';

type Decision = NonNullable<RecordState['decision']>;

/** An SME is chosen already: the state stays, and the requester is told once for each edit what is to be mended. */
export function refuseDates(input: PhaseInput, problems: readonly Problem[]): IssueAction[] {
  const requester = input.view.issue.author.username;
  return commentOnce(input.view, {
    key: `dates:${keyNow(input).slice(0, 12)}`,
    body: datesRefusedComment(requester, problems),
    mentions: [requester],
  });
}

/** Why an agreed date cannot be taken up, for its writer: once for each comment. Empty: it can. */
export function answerAgreed(
  { view, context }: PhaseInput,
  decision: Decision,
  agreed: AgreedComment,
): IssueAction[] {
  const key = `agreed:${agreed.note}`;
  const writer = agreed.writer.username;
  const requester = view.issue.author.username;
  if (agreed.kind === 'unclear') {
    return commentOnce(view, { key, body: agreedUnclearComment(writer, agreed), mentions: [writer] });
  }
  if (agreed.start === decision.start && decision.parts.length === 0) return [];
  if (decision.parts.length > 0) {
    const mentions = [...new Set([writer, requester])];
    return commentOnce(view, { key, body: agreedSeriesComment(writer, requester), mentions });
  }
  if (agreed.start > context.snapshot.now) return [];
  return commentOnce(view, { key, body: agreedPastComment(writer), mentions: [writer] });
}
