import { formLink, newIssueLink } from '../../form/form-link.ts';
import type { Snapshot } from '../../snapshot.ts';

type Project = Pick<Snapshot['project'], 'webUrl'>;

/** A new piece of customer feedback, with template and confidentiality preselected (`docs/rules.md#customer-feedback`). */
export function feedbackFormLink(project: Project): string {
  return formLink(project, 'Customer Feedback');
}

/** Longer addresses are refused by some servers on the way. */
const longestLink = 4000;

/**
 * The same with a form in it that is filled in as far as something is known; where that makes the address too long, the
 * empty form. The quick actions at its end are run with the rights of who submits it.
 */
export function filledFeedbackLink(project: Project, form: readonly string[]): string {
  const text = [...form, '/label ~"type::customer-feedback" ~"feedback::new"', '/confidential'].join('\n');
  const link = newIssueLink(project, { 'issue[description]': text });
  return link.length <= longestLink ? link : feedbackFormLink(project);
}
