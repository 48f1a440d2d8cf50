import type { RequestForm } from '../form/request-form.ts';
import { withoutInvisible } from '../markdown/visible-text.ts';
import type { Opportunity } from '../snapshot.ts';

/** A value of the form beside the one in Salesforce, where they differ. */
export interface Difference {
  readonly field: string;
  readonly form: string;
  readonly salesforce: string;
}

/** What was filled in and reads otherwise in Salesforce; a field that was left blank is no difference. */
export function compareWithSalesforce(form: RequestForm, opportunity: Opportunity): Difference[] {
  const rows: Difference[] = [];
  const compare = (field: string, written: RequestForm['accountName'], known: string | null): void => {
    if (written.state !== 'given' || known === null) return;
    if (folded(written.value) === folded(known)) return;
    rows.push({ field, form: written.value, salesforce: known });
  };
  compare('Opportunity name', form.opportunityName, opportunity.name);
  compare('Account name', form.accountName, opportunity.accountName);
  compare('Expected close date', form.closeDate, opportunity.closeDate);
  return rows;
}

/** Case, spacing, composed letters, and characters that nobody sees, direction marks among them, make no difference. */
function folded(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).replace(/\s+/gu, ' ').trim().toLowerCase();
}
