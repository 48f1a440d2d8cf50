import type { Refusal } from '../../domain/authorization/approval.ts';
import { unfitToDecide } from '../../domain/authorization/approvers.ts';
import { type ClaimRefusal, refusalComment } from '../../domain/notifications/refusal-comment.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import { reopenedAt } from '../../domain/timeline/reopened-at.ts';
import type { Claim } from '../../domain/workflow/read-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';
import { thankForEarly } from './show.ts';

/**
 * Tells people whose click on a label cannot count why it is taken back: one comment for each person and
 * condition, however often they click. Taking the label off is the work of the last phase.
 */
export function answerClaims(input: PhaseInput): IssueAction[] {
  const actions: IssueAction[] = [];
  const told = new Set<string>();
  for (const claim of input.view.reading.claims) {
    const refusal = refusalOf(claim, input);
    if (refusal === 'early') actions.push(...thankForEarly(input.view, claim.user));
    if (refusal === 'early') continue;
    const key = `refused:${claim.user.id}:${refusal ?? ''}`;
    if (refusal === null || told.has(key)) continue;
    told.add(key);
    const { username } = claim.user;
    const body = refusalComment(username, claim.label, refusal);
    actions.push(...commentOnce(input.view, { key, body, mentions: [username] }));
  }
  return actions;
}

/**
 * Why a claim cannot count, or null: it counts, or it is still being decided on. Whoever was early is thanked when
 * the request is shown; only between the label and the seal nothing else would tell them.
 */
function refusalOf(claim: Claim, { view, context }: PhaseInput): ClaimRefusal | null {
  if (!isDecision(claim, view)) return 'desk-label';
  const person = context.directory.byId(claim.user.id);
  const request = { areaKey: view.areaKey, authorId: view.issue.author.id };
  const unfit = unfitToDecide(person, request, {
    config: context.config,
    deskIds: context.snapshot.desk.ids,
  });
  if (unfit !== null) return unfit;
  const ended = refusedByState(view);
  if (ended !== 'decidable') return ended;
  const refusal = isVoid(claim, view) ? 'before-reopening' : refusedBy(view, claim);
  return refusal === 'early' && (view.record.state?.shownAfter ?? null) === null ? null : refusal;
}

/** By the label's name today, or by its id: the label of an approval can have been renamed since. */
function isDecision({ state, labelId }: Claim, { record, facts }: RequestView): boolean {
  const { approved, declined } = record.state?.labels ?? facts.labels;
  return state === 'approved' || state === 'declined' || labelId === approved || labelId === declined;
}

/** Once the meeting is over nobody decides; an ended request is opened again first, and a decline was heard. */
function refusedByState({ state }: RequestView): 'decidable' | 'over' | 'closed' | null {
  switch (state) {
    case 'awaiting-feedback':
    case 'completed':
      return 'over';
    case 'cancelled':
      return 'closed';
    case 'declined':
      return null;
    case 'none':
    case 'submitted':
    case 'needs-info':
    case 'awaiting-approval':
    case 'approved':
    case 'waitlisted':
    case 'assigned':
    case 'changed':
    case 'engaged':
      return 'decidable';
    default:
      return state satisfies never;
  }
}

/** A decline from before somebody has opened the issue again; an approval says so by itself. */
function isVoid({ event, state }: Claim, { issue, facts }: RequestView): boolean {
  const clicked = issue.labelEvents.find((each) => each.id === event)?.at ?? Number.POSITIVE_INFINITY;
  return state === 'declined' && reopenedAt(issue, facts.deskIds) >= clicked;
}

/** An approval that was counted and recorded is answered, also while the issue is closed. */
function refusedBy({ approval, record }: RequestView, { event }: Claim): Refusal | null {
  if (approval.kind !== 'refused' || approval.event !== event) return null;
  return record.state?.approval?.event === event ? null : approval.refusal;
}
