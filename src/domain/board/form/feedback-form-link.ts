import { formLink } from '../../form/form-link.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A new piece of customer feedback, with template and confidentiality preselected (`docs/rules.md#customer-feedback`). */
export function feedbackFormLink(project: Pick<Snapshot['project'], 'webUrl'>): string {
  return formLink(project, 'Customer Feedback');
}
