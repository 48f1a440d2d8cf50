import { requestContext, viewRequest } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { project } from '../../plan/project.ts';
import type { Phase, PhaseInput } from './phase.ts';

/** What some phases want to write on one request; each sees what the ones before it will have written. */
export function throughPhases(phases: readonly Phase[], input: PhaseInput): IssueAction[] {
  const actions: IssueAction[] = [];
  let current = input;
  for (const phase of phases) {
    const more = phase(current);
    actions.push(...more);
    if (more.length > 0) current = after(current, more);
  }
  return actions;
}

/** The input of the next phase: the same request as some actions will have left it. */
function after(input: PhaseInput, actions: readonly IssueAction[]): PhaseInput {
  const { config } = input.context;
  const snapshot = project(input.context.snapshot, actions);
  const context = requestContext(config, snapshot);
  const issue = snapshot.issues.find((each) => each.iid === input.view.issue.iid);
  return issue === undefined ? input : { ...input, context, view: viewRequest(context, issue) };
}
