import { mention } from '../../notifications/words.ts';
import type { ProductIssue } from '../form/feedback-form.ts';

/**
 * The comment that the product issue of a card is closed. The issue stands there as code: as a reference GitLab would
 * note on it that somebody speaks of it here.
 */
export function productClosedComment(usernames: readonly string[], { project, iid }: ProductIssue): string {
  return `${mention(usernames)}: the product issue of this feedback, \`${project}#${iid}\`, is closed, so this may be resolved. If it is, please move the card to \`feedback::resolved\`: those who have asked are then told. If it is not, there is nothing to do.`;
}
