import type { LinkIssues, OpenFollowUp, UploadFile } from '../action.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, userName } from './plan-names.ts';

/** Describes what is put beside a request: an issue that follows from it, a link, a file. Total over their kinds. */
export function describeFollowUp(
  action: OpenFollowUp | LinkIssues | UploadFile,
  ink: Ink,
  names: PlanNames,
): Description {
  switch (action.kind) {
    case 'issue.create':
      return describeOpening(action, ink, names);
    case 'issue.link': {
      const other = typeof action.target === 'number' ? `#${action.target}` : 'the issue opened before';
      return { what: `link it with ${other}`, why: null, body: null };
    }
    // The content is for a program to read; its first words would tell an operator nothing.
    case 'file.upload': {
      const what = `upload the file ${ink.code(action.name)} (${ink.code(action.key)})`;
      return { what, why: null, body: null };
    }
    default:
      return action satisfies never;
  }
}

/** The title is a part of the body: it can name a customer, which a job log must not. */
function describeOpening(action: OpenFollowUp, ink: Ink, names: PlanNames): Description {
  const labels = action.labels.map(ink.code).join(', ');
  const people = action.assignees.map((id) => ink.code(userName(id, names))).join(', ');
  const assigned = people === '' ? '' : `, assigned to ${people}`;
  const mentioned = action.mentions.map(ink.code).join(', ');
  const mentioning = mentioned === '' ? '' : `, mentioning ${mentioned}`;
  const what = `open the confidential issue ${ink.code(action.key)}, labelled ${labels || 'with nothing'}`;
  return {
    what: `${what}${assigned}${mentioning}`,
    why: null,
    body: `${action.title}\n${action.description}`,
  };
}
