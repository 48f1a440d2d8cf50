import { cardScope } from '../../domain/board/card-scope.ts';
import { feedbackTypeLabel } from '../../domain/board/feedback-type-label.ts';
import { isFeedbackForm } from '../../domain/board/form/is-feedback-form.ts';
import { isMailed } from '../../domain/request/is-mailed.ts';
import { isRequest } from '../../domain/request/request-view.ts';
import type { IssueFacts, Snapshot } from '../../domain/snapshot.ts';
import type { SetCard } from '../../plan/card-action.ts';

/**
 * Confidentiality does not wait for the care of a day: each run over requests makes open feedback confidential, and
 * gives what is plainly feedback its label (`docs/rules.md#customer-feedback`). Requests are never touched by it.
 */
export function protectFeedback(snapshot: Snapshot, only: number | null): SetCard[] {
  const knowsLabel = snapshot.labels.some(({ name }) => name === feedbackTypeLabel);
  return snapshot.issues
    .filter((issue) => (only === null || issue.iid === only) && isFeedback(issue))
    .flatMap((issue) => {
      const add = knowsLabel && !issue.labels.includes(feedbackTypeLabel) ? [feedbackTypeLabel] : [];
      return issue.confidential && add.length === 0 ? [] : [protectedCard(issue, add)];
    });
}

/** By its label, or plainly by its headings where it has no `type::` label. */
function isFeedback(issue: IssueFacts): boolean {
  if (issue.state === 'closed' || isMailed(issue) || isRequest(issue)) return false;
  const types = issue.labels.filter((label) => label.startsWith('type::'));
  return types.length === 0 ? isFeedbackForm(issue.description) : types.includes(feedbackTypeLabel);
}

function protectedCard(issue: IssueFacts, add: readonly string[]): SetCard {
  return {
    kind: 'card.set',
    card: issue.iid,
    // Nothing of it is compared: what names a customer becomes confidential whatever else was done to it.
    expect: { scope: cardScope(issue.labels), lastEvent: 0, state: 'opened' },
    add,
    remove: [],
    confidential: true,
    why: 'customer feedback is confidential',
  };
}
