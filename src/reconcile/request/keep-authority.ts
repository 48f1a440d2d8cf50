import { recordText } from '../../domain/notifications/record-text.ts';
import { type RecordState, withNewApproval } from '../../domain/record/record-state.ts';
import { isShownAsChanged } from '../../domain/record/shown-as-changed.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { IssueAction } from '../../plan/action.ts';
import { decidedOn, moveTo, recordOf, writeRecord } from './actions-on.ts';
import { listProblems, sendBack, voidShown } from './check.ts';
import type { PhaseInput } from './phase.ts';
import { show } from './show.ts';

const beforeAssigned: readonly (RequestState | 'none')[] = ['approved', 'waitlisted'];
const withSme: readonly (RequestState | 'none')[] = ['assigned', 'engaged'];

/**
 * Between the approval and the meeting the authority has to stand in every run. Where it does not, the request is
 * shown again: before an SME was assigned as `awaiting-approval`, afterwards as `changed`, where everything that
 * was granted stays and nothing new is (`docs/rules.md#transitions`).
 */
export function keepAuthority(input: PhaseInput): IssueAction[] {
  const { view } = input;
  const early = beforeAssigned.includes(view.state);
  if (!early && !withSme.includes(view.state)) return [];
  if (view.authority || view.issue.state === 'closed' || view.approval.kind === 'declined') return [];
  if (view.approval.kind === 'counts') return renew(input, view.approval);
  const edited = isEdited(view.record.state, view.digest?.value) || isShownAsChanged(view.record.state);
  const event: RequestEvent = edited ? 'binding field edited' : 'authority lost';
  const to = early && !edited ? 'awaiting-approval' : 'changed';
  const result = checkRequest(view, input.context, input);
  switch (result.kind) {
    case 'clean':
      return show(input, result.shown, { event, to });
    case 'problems':
      if (to === 'awaiting-approval') return sendBack(input, result.problems, event);
      return [
        voidShown(view, input.context, to),
        ...listProblems(input, result.problems),
        moveTo(view, event, to, { why: 'what was approved is not what stands there now' }),
      ];
    case 'held':
      return [];
    default:
      return result satisfies never;
  }
}

function isEdited(record: RecordState | null, digest: string | undefined): boolean {
  return record !== null && record.digest !== digest;
}

/** The approver took the label off and set it again: the newer click is the authority now. */
function renew(input: PhaseInput, approval: { event: number; user: number; digest: string }): IssueAction[] {
  const { view, context } = input;
  const { event, user, digest } = approval;
  const renewed = withNewApproval(recordOf(view, context), { event, user, digest });
  const state = view.state === 'none' ? 'approved' : view.state;
  const record = decidedOn(renewed, view, state);
  const text = recordText(view, context, record, state);
  return [writeRecord(view, { record, text, why: `approved once more (event ${event})` })];
}
