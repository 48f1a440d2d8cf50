import {
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { project } from '../../plan/project.ts';

/** A request as some planned actions will have left it: what is planned next is decided on that. */
export function viewAfter(
  actions: readonly IssueAction[],
  view: RequestView,
  context: RequestContext,
): { readonly view: RequestView; readonly context: RequestContext } {
  if (actions.length === 0) return { view, context };
  const later = requestContext(context.config, project(context.snapshot, actions));
  const issue = later.snapshot.issues.find((each) => each.iid === view.issue.iid);
  return { view: issue === undefined ? view : viewRequest(later, issue), context: later };
}
