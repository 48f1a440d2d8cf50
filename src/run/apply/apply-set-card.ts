import type { GitLabIssue } from '../../clients/gitlab/types.ts';
import { cardScope } from '../../domain/board/card-scope.ts';
import { feedbackTypeLabel } from '../../domain/board/feedback-type-label.ts';
import { lastEventId } from '../../domain/timeline/fold-labels.ts';
import type { SetCard } from '../../plan/card-action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';

/**
 * Carries out one `PUT` of a card. The issue and its newest label event are read again right before: a click that came
 * since the plan was made is a decision of a person, and the next run decides on it. Confidentiality waits for nothing.
 */
export async function applySetCard(applier: Applier, action: SetCard): Promise<Ending> {
  const { gitlab } = applier.clients;
  const { card, add, remove, confidential } = action;
  const before = await gitlab.issue(card);
  const why = before === null ? 'the issue is gone' : await movedBecause(applier, action, before);
  if (why !== null) return { kind: 'moved', why };
  const outcome = await gitlab.updateIssue(card, {
    ...(add.length === 0 ? {} : { addLabels: add }),
    ...(remove.length === 0 ? {} : { removeLabels: remove }),
    ...(confidential === undefined ? {} : { confidential }),
  });
  return outcome.kind === 'applied' ? compare(action, outcome.value) : endingOf(outcome);
}

/** Why the action is left to the next run, or null: everything is as it was decided on. */
async function movedBecause(
  { clients }: Applier,
  { card, expect, confidential }: SetCard,
  now: GitLabIssue,
): Promise<string | null> {
  const otherType = now.labels.find((label) => label.startsWith('type::') && label !== feedbackTypeLabel);
  if (otherType !== undefined) return `somebody has made it ${otherType} meanwhile`;
  if (confidential === true) return null;
  if (!now.confidential) return 'somebody has made the issue public meanwhile';
  if (now.state !== expect.state) return `the issue was ${now.state} meanwhile`;
  if (cardScope(now.labels).join() !== expect.scope.join()) return 'somebody has moved the card meanwhile';
  const events = await clients.gitlab.labelEvents(card);
  return lastEventId(events) === expect.lastEvent ? null : 'somebody has changed its labels meanwhile';
}

/** GitLab answers 200 and leaves out what the token may not set (`docs/gitlab.md#labels`). */
function compare({ add, remove, confidential, expect }: SetCard, answer: GitLabIssue): Ending {
  const missing = add.filter((label) => !answer.labels.includes(label));
  const left = remove.filter((label) => answer.labels.includes(label));
  if (missing.length + left.length > 0) return ignored(`the labels ${[...missing, ...left].join(', ')}`);
  if (!answer.confidential && confidential === true) return ignored('the issue confidential');
  if (!answer.confidential) return { kind: 'moved', why: 'somebody has made the issue public meanwhile' };
  if (confidential === true) return { kind: 'applied' };
  const expected = new Set([...expect.scope.filter((label) => !remove.includes(label)), ...add]);
  const foreign = cardScope(answer.labels).filter((label) => !expected.has(label));
  if (foreign.length === 0) return { kind: 'applied' };
  return { kind: 'moved', why: `somebody has set ${foreign.join(', ')} meanwhile` };
}

function ignored(what: string): Ending {
  return failedAs('gitlab-write-ignored', `GitLab answered, but did not set ${what}`);
}
