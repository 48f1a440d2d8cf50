import type { Action } from '../action.ts';
import { issueOf } from '../plan.ts';

/** An action with its place in the order in which they are applied, from 1. */
export interface Placed {
  readonly place: number;
  readonly action: Action;
}

/** The actions of one issue, or of the project itself (`issue` null), in the order in which they are applied. */
export interface PlanGroup {
  readonly issue: number | null;
  readonly actions: readonly Placed[];
}

/** Groups the actions of a plan by issue, in the order of each issue's first action. */
export function planGroups(actions: readonly Action[]): PlanGroup[] {
  const groups = new Map<number | null, Placed[]>();
  for (const [index, action] of actions.entries()) {
    const issue = issueOf(action);
    const placed = { place: index + 1, action };
    const group = groups.get(issue);
    if (group === undefined) groups.set(issue, [placed]);
    else group.push(placed);
  }
  return [...groups].map(([issue, placed]) => ({ issue, actions: placed }));
}
