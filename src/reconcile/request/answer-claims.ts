import type { Approval } from '../../domain/authorization/approval.ts';
import { unfitToDecide } from '../../domain/authorization/approvers.ts';
import { type ClaimRefusal, refusalComment } from '../../domain/notifications/refusal-comment.ts';
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
  if (claim.state !== 'approved' && claim.state !== 'declined') return 'desk-label';
  const person = context.directory.byId(claim.user.id);
  const request = { areaKey: view.areaKey, authorId: view.issue.author.id };
  const unfit = unfitToDecide(person, request, {
    config: context.config,
    deskIds: context.snapshot.desk.ids,
  });
  if (unfit !== null) return unfit;
  const refusal = refusedBy(view.approval, claim);
  return refusal === 'early' && (view.record.state?.shownAfter ?? null) === null ? null : refusal;
}

function refusedBy(approval: Approval, claim: Claim): ClaimRefusal | null {
  if (approval.kind !== 'refused' || approval.event !== claim.event) return null;
  return approval.refusal;
}
