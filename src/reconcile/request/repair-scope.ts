import { byEventId } from '../../domain/timeline/fold-labels.ts';
import { type RequestState, requestLabel, requestScope } from '../../domain/workflow/request-state.ts';
import type { IssueAction, IssueAction as Write } from '../../plan/action.ts';
import { expectOf, relabel } from './actions-on.ts';
import { pendingDecline } from './decline.ts';
import type { PhaseInput } from './phase.ts';

/**
 * Leaves exactly one label of the scope on the issue: that of the state. What people have set without the right,
 * what GitLab Free shows side by side, and what two runs at once have left goes; a state that lost its label gets
 * it back (`docs/rules.md#transitions`). A decline that waits for its reason keeps its label.
 */
export function repairScope(input: PhaseInput): IssueAction[] {
  const { view } = input;
  if (view.state === 'none') return [];
  const due = dueLabel(view, view.state);
  const pending = pendingDecline(input) === null ? [] : [requestLabel('declined')];
  const kept = [due, ...pending];
  const strays = requestScope(view.issue.labels).filter((label) => !kept.includes(label));
  const missing = view.issue.labels.includes(due) ? [] : [due];
  if (strays.length === 0 && missing.length === 0) return [];
  return [relabel(view, missing, strays, `the state is ${view.state}`)];
}

/**
 * The label of the state. That of an approval is only ever set by people: where somebody has taken it off without
 * the right, the desk's own last label stands for the state until the next one.
 */
function dueLabel(view: PhaseInput['view'], state: RequestState): string {
  const label = requestLabel(state);
  if (state !== 'approved' || view.issue.labels.includes(label)) return label;
  return requestLabel(view.reading.own ?? 'awaiting-approval');
}

/**
 * Takes off what people have set of the desk's own labels, before the desk may want to set the same one: a label
 * that is there already leaves no event of the desk's, and the transition would never be seen.
 */
export function takeBack({ view, context }: PhaseInput): IssueAction[] {
  const free = [requestLabel('approved'), requestLabel('declined')];
  if (view.state !== 'none') free.push(requestLabel(view.state));
  const strays = requestScope(view.issue.labels).filter((label) => !free.includes(label));
  const byPeople = strays.filter((label) => !isSetByDesk(label, view, context.snapshot.desk.ids));
  if (byPeople.length === 0) return [];
  return [relabel(view, [], byPeople, 'only the desk sets these labels')];
}

function isSetByDesk(label: string, { issue }: PhaseInput['view'], deskIds: readonly number[]): boolean {
  const added = byEventId(issue.labelEvents).findLast(
    (event) => event.action === 'add' && event.label?.name === label,
  );
  return added?.user !== undefined && added.user !== null && deskIds.includes(added.user.id);
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
