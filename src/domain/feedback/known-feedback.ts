import type { KnownFeedback } from '../board/form/filled-feedback-form.ts';
import type { RequestView } from '../request/request-view.ts';

/**
 * What a request says of a piece of customer feedback that comes from it. The opportunity by its id only: names of
 * customers stay in Salesforce.
 */
export function knownFeedback({ form, issue }: RequestView): KnownFeedback {
  return {
    asking: form.opportunity.state === 'given' ? form.opportunity.value : null,
    area: form.area.state === 'given' ? form.area.value : null,
    request: issue.iid,
  };
}
