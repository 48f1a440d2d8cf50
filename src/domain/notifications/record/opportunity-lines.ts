import { shortText, tableCell } from '../../markdown/table-cell.ts';
import type { Standing } from '../../validation/check-opportunity.ts';
import type { Shown } from '../../validation/check-request.ts';
import type { EarlierRequest } from '../../validation/earlier-requests.ts';

/** The opportunity as Salesforce has it: name, account, stage and close date. */
export function opportunityFact({ opportunity: check }: Shown): string {
  if (check.kind === 'off') return 'Opportunity: not checked, Salesforce is off';
  const { opportunity } = check;
  const account = opportunity.accountName === null ? '' : ` of ${shortText(opportunity.accountName)}`;
  return `Opportunity: ${shortText(opportunity.name)}${account}, stage ${shortText(opportunity.stage)}, closes ${shortText(opportunity.closeDate)}`;
}

/** How the requester stands to the opportunity, behind the name; empty: Salesforce is off. */
export function standingWords({ opportunity: check }: Shown): string {
  return check.kind === 'off' ? '' : `, ${standings[check.standing]}`;
}

const standings: Readonly<Record<Standing, string>> = {
  owner: 'owner of the opportunity',
  'team member': 'on the opportunity team',
  leader: 'may ask for any opportunity',
  'not on the team': 'not on the opportunity team',
  'not matched': 'not checked in Salesforce: no active user was found for this account',
  'several match': 'not checked in Salesforce: several active users have the e-mail address of this account',
};

/** Earlier live requests for the same customer, or null: there is none. */
export function earlierFact({ earlier }: Shown): string | null {
  const parts = [
    ...(earlier.opportunity.length > 0 ? [`of this opportunity ${numbersOf(earlier.opportunity)}`] : []),
    ...(earlier.account.length > 0 ? [`of this account ${numbersOf(earlier.account)}`] : []),
  ];
  return parts.length === 0 ? null : `Earlier requests: ${parts.join('; ')}`;
}

const mostNumbers = 10;

function numbersOf(requests: readonly EarlierRequest[]): string {
  const shown = requests.slice(0, mostNumbers).map(({ iid, state }) => `#${iid} (${standOf(state)})`);
  const rest = requests.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Before a decision the exact state says nothing to an approver, and may change within one run. */
function standOf(state: EarlierRequest['state']): string {
  const undecided: readonly EarlierRequest['state'][] = [
    'none',
    'submitted',
    'needs-info',
    'awaiting-approval',
  ];
  return undecided.includes(state) ? 'not decided' : state;
}

/** Where form and Salesforce differ, side by side; empty where they do not. */
export function differenceTable({ opportunity: check }: Shown): string[] {
  if (check.kind === 'off' || check.differences.length === 0) return [];
  const rows = check.differences.map(
    ({ field, form, salesforce }) => `| ${[field, form, salesforce].map(tableCell).join(' | ')} |`,
  );
  return ['| field | form | Salesforce |', '| --- | --- | --- |', ...rows];
}
