import { requestLabel, requestScope } from '../../domain/workflow/request-state.ts';
import type { IssueAction, IssueAction as Write } from '../../plan/action.ts';
import { expectOf, relabel } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

/**
 * Leaves exactly one label of the scope on the issue: that of the state. What people have set without the right,
 * what GitLab Free shows side by side, and what two runs at once have left goes; a state that lost its label gets
 * it back (`docs/rules.md#transitions`). A decline that waits for its reason keeps its label.
 */
export function repairScope({ view }: PhaseInput): IssueAction[] {
  if (view.state === 'none') return [];
  const due = requestLabel(view.state);
  const pending = view.approval.kind === 'declined' ? [requestLabel('declined')] : [];
  const undecided = pendingApproval(view) ? [requestLabel('approved')] : [];
  const kept = [due, ...pending, ...undecided];
  const strays = requestScope(view.issue.labels).filter((label) => !kept.includes(label));
  const missing = view.issue.labels.includes(due) ? [] : [due];
  if (strays.length === 0 && missing.length === 0) return [];
  return [relabel(view, missing, strays, `the state is ${view.state}`)];
}

/** An approval that counts but could not be written down in this run stays where the approver has put it. */
function pendingApproval(view: PhaseInput['view']): boolean {
  return view.approval.kind === 'counts';
}

/** The desk's records and comments that two runs at once have left twice: the oldest stays. */
export function removeSurplus({ view }: PhaseInput): IssueAction[] {
  const seen = new Set<string>();
  const surplus: Write[] = [];
  for (const note of view.record.surplus) {
    if (typeof note.id !== 'number') continue;
    surplus.push(deletion(view, note.id, 'a second record'));
  }
  for (const { key, note } of view.keyed) {
    if (seen.has(key) && typeof note.id === 'number')
      surplus.push(deletion(view, note.id, `a second comment ${key}`));
    seen.add(key);
  }
  return surplus;
}

function deletion(view: PhaseInput['view'], note: number, why: string): IssueAction {
  return { kind: 'note.delete', issue: view.issue.iid, expect: expectOf(view), note, why };
}
