import { type Candidate, candidateOf, type Supply } from '../../domain/assignment/eligibility.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { assignedComment } from '../../domain/notifications/assigned-comment.ts';
import { choiceNote } from '../../domain/notifications/choice-note.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from '../request/actions-on.ts';
import { calendarUpload } from '../request/calendar-upload.ts';

type Decision = NonNullable<RecordState['decision']>;

/** The calendar file, one comment to requester and SME that links it, and one internal note that mentions nobody; each once for each decision. */
export function tellAssigned(
  view: RequestView,
  context: RequestContext,
  decision: Decision,
  candidates: readonly Candidate[],
): IssueAction[] {
  const { number, username } = decision;
  return [
    ...calendarUpload(view, context, decision),
    ...commentOnce(view, {
      key: `assigned:${number}`,
      body: assignedComment(view, context, decision, candidates),
      mentions: [view.issue.author.username, username],
    }),
    ...commentOnce(view, {
      key: `choice:${number}`,
      body: choiceNote(candidates, decision, context.directory),
      mentions: [],
      internal: true,
    }),
  ];
}

/** A decision that nobody was told of: a date that has moved, a choice by hand, a run that ended before the comments. */
export function tellMissed(view: RequestView, context: RequestContext, supply: Supply): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  const wish = wishOf(view);
  if (decision === null || wish === null || view.issue.state === 'closed') return [];
  const byHand = view.state === 'changed' && decision.override !== null;
  if (view.state !== 'assigned' && !byHand) return [];
  const { number } = decision;
  if (view.notes.has(`assigned:${number}`) && view.notes.has(`choice:${number}`)) return [];
  const candidates = context.config.roster.map((sme) => candidateOf(sme, wish, supply));
  return tellAssigned(view, context, decision, candidates);
}
