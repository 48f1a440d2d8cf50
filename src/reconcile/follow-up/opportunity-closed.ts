import { nobodySoughtComment, opportunityClosedComment } from '../../domain/notifications/ending-comments.ts';
import { opportunityGone } from '../../domain/request/opportunity-gone.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';

const approved: readonly (RequestState | 'none')[] = [
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
];

const key = 'opportunity-closed';

/**
 * The opportunity of an approved request was closed or deleted: approver and SME are told once, each SME who is
 * chosen later on as well; without an SME the requester, for whom nobody is looked for any more
 * (`docs/rules.md#off-or-down`). What is granted stays, nothing new comes.
 */
export function opportunityClosed({ view, context }: PhaseInput): IssueAction[] {
  if (!approved.includes(view.state) || view.issue.state === 'closed') return [];
  if (!opportunityGone(view, context)) return [];
  const record = view.record.state;
  const decision = record?.decision ?? null;
  const entry = record?.approval ?? record?.pastApprovals.at(-1) ?? null;
  // Another opportunity than the approved one is the business of the check, not of this.
  if (entry === null || entry.digest !== view.digest?.value) return [];
  const isFirst = ![...view.notes.keys()].some((each) => each.startsWith(key));
  const approver = !isFirst ? null : context.directory.byId(entry.user);
  const told = [
    ...(approver === null ? [] : [approver.username]),
    ...(decision === null ? (isFirst ? [view.issue.author.username] : []) : [decision.username]),
  ];
  const mentions = [...new Set(told)];
  if (mentions.length === 0) return [];
  const of = decision === null ? key : `${key}:${decision.number}`;
  const body = decision === null ? nobodySoughtComment(mentions) : opportunityClosedComment(mentions);
  return commentOnce(view, { key: of, body, mentions });
}
