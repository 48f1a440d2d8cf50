import type { Answer } from '../../answer.ts';
import { answer, forbidden } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { extractCommands } from '../quick-actions/extract-commands.ts';
import { interpretCommands } from '../quick-actions/interpret-commands.ts';
import { canUpdateIssue } from '../rights.ts';
import { announced } from './announce.ts';
import { changeIssue } from './change-issue.ts';
import { findIssue } from './find-issue.ts';
import { checkUpdatable, issueChange } from './issue-parameters.ts';
import { presentSingleIssue } from './present-issue.ts';

/**
 * `PUT /projects/:id/issues/:iid`. Commands in a new description run with the caller's rights and are taken
 * out of it (`docs/gitlab.md#quick-actions`). There is no lock: the last write wins.
 */
export function updateIssue(call: ProjectCall): Answer {
  const issue = findIssue(call);
  checkUpdatable(call.parameters);
  if (!canUpdateIssue(issue, call.user.id, call.access)) throw forbidden();
  const wanted = issueChange(call.parameters);
  const { text, commands } = extractCommands(wanted.description ?? '');
  const description = wanted.description == null ? wanted.description : text;
  const spoken = interpretCommands(call, issue, commands, { source: 'description', isNew: false });
  announced(call, issue, () => {
    changeIssue(call, issue, { ...wanted, description });
    if (commands.length > 0) changeIssue(call, issue, spoken.change);
  });
  return answer(200, presentSingleIssue(call, issue));
}
