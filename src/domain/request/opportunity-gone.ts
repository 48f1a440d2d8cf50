import type { RequestContext, RequestView } from './request-view.ts';

/**
 * Whether Salesforce answers and says that the opportunity of a request is closed, or knows it no more: then nothing
 * new is granted for it (`docs/rules.md#off-or-down`).
 */
export function opportunityGone(
  { form }: Pick<RequestView, 'form'>,
  { snapshot }: Pick<RequestContext, 'snapshot'>,
): boolean {
  const { salesforce } = snapshot;
  if (salesforce.mode !== 'on' || form.opportunity.state !== 'given') return false;
  return salesforce.opportunities[form.opportunity.value]?.closed !== false;
}
