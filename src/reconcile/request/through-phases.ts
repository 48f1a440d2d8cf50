import type { IssueAction } from '../../plan/action.ts';
import type { Phase, PhaseInput } from './phase.ts';
import { viewAfter } from './view-after.ts';

/** What some phases want to write on one request; each sees what the ones before it will have written. */
export function throughPhases(phases: readonly Phase[], input: PhaseInput): IssueAction[] {
  const actions: IssueAction[] = [];
  let current = input;
  for (const phase of phases) {
    const more = phase(current);
    actions.push(...more);
    current = { ...current, ...viewAfter(more, current.view, current.context) };
  }
  return actions;
}
