import type { CardView } from '../card.ts';
import { type Impact, impacts } from '../form/feedback-form.ts';

/**
 * How bad it is for the customer: the label `impact::`, which people may change, before the form. Of two labels (GitLab
 * Free knows no scopes) the worse one counts. Null: nobody has said it.
 */
export function impactOf({ card, form }: CardView): Impact | null {
  const labelled = impacts.find((impact) => card.labels.includes(`impact::${impact}`));
  return labelled ?? (form.impact.state === 'given' ? form.impact.value : null);
}
