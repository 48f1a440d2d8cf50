import { badParameter, invalidModel } from '../answers.ts';
import { flag, idList, integer, isGiven, list, oneOf, type Parameters, text } from '../parameters.ts';
import type { IssueChange } from './change-issue.ts';

const longestTitle = 255;
const longestDescription = 1_048_576;

/** The attributes of an update, in the order GitLab lists them when none was given. */
const updatable = [
  'add_labels',
  'assignee_id',
  'assignee_ids',
  'confidential',
  'created_at',
  'description',
  'discussion_locked',
  'due_date',
  'labels',
  'milestone_id',
  'remove_labels',
  'state_event',
  'title',
  'updated_at',
] as const;

/** What the parameters of a creation or an update ask for; refuses what GitLab's model would. */
export function issueChange(parameters: Parameters): IssueChange {
  const title = text(parameters, 'title');
  const description = text(parameters, 'description');
  checkTexts(title, description);
  return {
    title,
    description,
    stateEvent: oneOf(parameters, 'state_event', ['close', 'reopen']),
    confidential: flag(parameters, 'confidential'),
    labels: {
      set: list(parameters, 'labels'),
      add: list(parameters, 'add_labels'),
      remove: list(parameters, 'remove_labels'),
    },
    assigneeIds: assignees(parameters),
    dueDate: dueDate(parameters),
    discussionLocked: flag(parameters, 'discussion_locked'),
  };
}

/** An update has to name something it may change. */
export function checkUpdatable(parameters: Parameters): void {
  if (updatable.some((key) => isGiven(parameters, key))) return;
  throw badParameter(`${updatable.join(', ')} are missing, at least one parameter must be provided`);
}

function checkTexts(title: string | undefined, description: string | undefined): void {
  if (title !== undefined && title.trim() === '') throw invalidModel({ title: ["can't be blank"] });
  if (title !== undefined && title.length > longestTitle) {
    throw invalidModel({ title: [`is too long (maximum is ${longestTitle} characters)`] });
  }
  if (description !== undefined && description.length > longestDescription) {
    throw invalidModel({ description: [`is too long (maximum is ${longestDescription} characters)`] });
  }
}

function assignees(parameters: Parameters): number[] | undefined {
  const several = idList(parameters, 'assignee_ids');
  if (several !== undefined) return several;
  const one = integer(parameters, 'assignee_id');
  if (one === undefined) return undefined;
  return one === 0 ? [] : [one];
}

function dueDate(parameters: Parameters): string | null | undefined {
  if (!isGiven(parameters, 'due_date')) return undefined;
  const given = text(parameters, 'due_date') ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : null;
}
