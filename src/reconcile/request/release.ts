import { handBack } from '../../domain/engagement/answer-of-sme.ts';
import { lostBecause } from '../../domain/engagement/lost-because.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction, WriteRecord } from '../../plan/action.ts';
import { recordOf, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const withSme: readonly (RequestState | 'none')[] = ['assigned', 'engaged', 'changed'];

/**
 * Lets the SME go who has handed the request back, has left the roster, is not active any more or is away on the
 * date (`docs/rules.md#after-assignment`). Once the meeting has begun nobody is let go: it is too late for another.
 */
export function letGo({ view, context }: PhaseInput): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  if (decision === null || !mayBeLetGo(view)) return [];
  if (decision.start <= context.snapshot.now) return [];
  if (handBack(view) !== null) {
    return release(view, context, { excluded: true, why: `${decision.username} has handed it back` });
  }
  const loss = view.state === 'changed' ? null : lostBecause(view, context);
  if (loss === null) return [];
  return release(view, context, { excluded: true, why: `${decision.username} cannot take it: ${loss}` });
}

/** While the authority is in doubt nobody is let go: nobody could be found instead. A changed request waits anyway. */
export function mayBeLetGo(view: RequestView): boolean {
  if (!withSme.includes(view.state) || view.issue.state === 'closed') return false;
  return view.authority || (view.state === 'changed' && view.approval.kind !== 'declined');
}

/**
 * Writes down that the SME of a request is let go. The label moves when somebody else is looked for, in the same
 * run; what was granted to the one who leaves is taken back after that.
 */
export function release(
  view: RequestView,
  context: RequestContext,
  { excluded, why }: { readonly excluded: boolean; readonly why: string },
): WriteRecord[] {
  const before = recordOf(view, context);
  if (before.decision === null || view.state === 'none') return [];
  const { sme } = before.decision;
  const record = {
    ...before,
    decision: null,
    released: sme,
    excluded: excluded ? [...new Set([...before.excluded, sme])] : before.excluded,
  };
  return [writeRecord(view, { record, text: recordText(view, context, record, view.state), why })];
}
