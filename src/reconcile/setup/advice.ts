import type { Config } from '../../config/types.ts';
import { feedbackBoardName } from './boards.ts';
import { deskSchedules } from './schedules.ts';
import type { SetupInput } from './setup-input.ts';
import { pipelineHooks } from './webhook.ts';

/**
 * What `setup` cannot do or cannot see, each with what to do: first what was found, then what to check once.
 * The list is advice for a person; a set-up project still gets the second half (`docs/security.md#roles`).
 */
export function setupAdvice(input: SetupInput): string[] {
  return [
    ...visibilityAdvice(input),
    ...duplicateAdvice(input),
    ...boardAdvice(input.config),
    ...toCheckOnce(input),
  ];
}

function visibilityAdvice({ project }: SetupInput): string[] {
  if (project.visibility === 'private') return [];
  return [
    `The project is ${project.visibility}: make it private under Settings > General > Visibility, since comments name opportunities.`,
  ];
}

function duplicateAdvice(input: SetupInput): string[] {
  const hooks = pipelineHooks(input.webhooks, input.project);
  const surplus = hooks.slice(1).map((hook) => hook.id);
  const boards = repeated(input.boards.map((board) => board.name));
  const schedules = deskSchedules
    .map((wanted) => wanted.description)
    .filter((name) => input.schedules.filter((each) => each.description === name).length > 1);
  return [
    ...(surplus.length === 0
      ? []
      : [`Several webhooks start the pipeline: delete ${surplus.join(', ')} under Settings > Webhooks.`]),
    ...boards.map((name) => `There are several boards "${name}": delete all but the oldest.`),
    ...schedules.map((name) => `There are several schedules "${name}": delete all but the oldest.`),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function boardAdvice(config: Config): string[] {
  const formal = config.areas.filter((area) => area.tier === 'formal');
  return formal.map(
    (area) =>
      `Board "${feedbackBoardName(area)}": limit it to the label area::${area.key} in its settings (Premium), or filter it by that label (Free); the API of GitLab Free cannot.`,
  );
}

function toCheckOnce({ defaultBranch }: SetupInput): string[] {
  return [
    `Protect the branch ${defaultBranch} under Settings > Repository > Protected branches: merges by Maintainers only, no direct push, and code owners for config/ where your tier has them.`,
    'Set SME_DESK_GITLAB_TOKEN, and what Salesforce, Slack and Stack Overflow need, under Settings > CI/CD > Variables: protected, masked and hidden, environment "production".',
    'Token of the desk: a project access token with role Developer and scope api; it ends at its expiry date, so note the date.',
    'Roles: requesters, SMEs and associates Guest; approvers, area leads, program leads and product managers Planner.',
    `Schedules and trigger run with their owner's rights: the owner must stay able to merge to ${defaultBranch}, or GitLab silently runs nothing.`,
    'Pages: the dashboard holds figures of the program. Set Settings > General > Visibility > Pages to "Only project members"; a GitLab of your own has that choice once an administrator has switched access control on.',
    'Labels: where you can, move the desk\'s labels to a parent group in which requesters have no role ("Promote to group label").',
  ];
}
