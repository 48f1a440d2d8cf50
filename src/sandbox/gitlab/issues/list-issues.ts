import type { Answer } from '../../answer.ts';
import type { ProjectCall } from '../call.ts';
import { keysetPage, offsetPage } from '../paging.ts';
import { flag, oneOf, text } from '../parameters.ts';
import type { IssueState } from '../state.ts';
import { filterIssues } from './filter-issues.ts';
import { presentIssue } from './present-issue.ts';

/**
 * `id` is not among them, although the documentation names it for keyset paging (`docs/gitlab.md#paging`).
 */
const orders = [
  'created_at',
  'due_date',
  'label_priority',
  'milestone_due',
  'popularity',
  'priority',
  'relative_position',
  'title',
  'updated_at',
] as const;

type Order = (typeof orders)[number];

const keysetOrders: ReadonlySet<Order> = new Set([
  'created_at',
  'updated_at',
  'title',
  'due_date',
  'relative_position',
]);

/** `GET /projects/:id/issues`, by page number or, where the order allows it, by keyset. */
export function listIssues(call: ProjectCall): Answer {
  const order = oneOf(call.parameters, 'order_by', orders) ?? 'created_at';
  const isAscending = oneOf(call.parameters, 'sort', ['asc', 'desc']) === 'asc';
  const withDetails = flag(call.parameters, 'with_labels_details') ?? false;
  const issues = filterIssues(call).toSorted((a, b) => {
    const difference = compare(a, b, order);
    return isAscending ? difference : -difference;
  });
  const present = (issue: IssueState) => presentIssue(call, issue, withDetails);
  // An order that keyset paging does not know is no error: GitLab drops the parameter and pages by number.
  if (text(call.parameters, 'pagination') === 'keyset' && keysetOrders.has(order)) {
    return keysetPage(call, issues, (issue) => ({ value: sortValue(issue, order), id: issue.id }), present);
  }
  return offsetPage(call, issues, { present });
}

function compare(a: IssueState, b: IssueState, order: Order): number {
  const left = sortValue(a, order);
  const right = sortValue(b, order);
  if (left === right) return a.id - b.id;
  return left < right ? -1 : 1;
}

function sortValue(issue: IssueState, order: Order): string | number {
  switch (order) {
    case 'updated_at':
      return issue.updatedAt;
    case 'title':
      return issue.title;
    case 'due_date':
      return issue.dueDate ?? '9999-12-31';
    case 'popularity':
      return issue.awards.filter((award) => award.name === 'thumbsup').length;
    // The sandbox has no priorities, milestones or hand-made order: these fall back to the age.
    case 'created_at':
    case 'label_priority':
    case 'milestone_due':
    case 'priority':
    case 'relative_position':
      return issue.createdAt;
    default:
      return order satisfies never;
  }
}
