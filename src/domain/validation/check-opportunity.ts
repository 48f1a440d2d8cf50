import type { Config } from '../../config/types.ts';
import type { Problem, RequestForm } from '../form/request-form.ts';
import { requesterEntry } from '../request/requester.ts';
import type { IssueFacts, Opportunity, Person, SalesforceFacts, SalesforceUser } from '../snapshot.ts';
import { type CheckProblemCode, checkProblem } from './check-problem.ts';

/** How the requester stands to the opportunity in Salesforce. */
export type Standing = 'owner' | 'team member' | 'leader' | 'not on the team' | 'not matched';

/** A value of the form beside the one in Salesforce, where they differ. */
export interface Difference {
  readonly field: string;
  readonly form: string;
  readonly salesforce: string;
}

/** The opportunity as checked. `held`: Salesforce cannot be asked now, so the request waits. */
export type OpportunityCheck =
  | { readonly kind: 'off' }
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'fine';
      readonly opportunity: Opportunity;
      readonly standing: Standing;
      readonly differences: readonly Difference[];
    };

/** Step 3 of `docs/rules.md#validation`. */
export function checkOpportunity(
  config: Config,
  salesforce: SalesforceFacts,
  request: { readonly issue: IssueFacts; readonly form: RequestForm; readonly role: string },
  author: Person | null,
): OpportunityCheck {
  if (salesforce.mode === 'off') return { kind: 'off' };
  if (salesforce.mode === 'down') return { kind: 'held', reason: salesforce.reason };
  const id = request.form.opportunity.state === 'given' ? request.form.opportunity.value : '';
  const opportunity = salesforce.opportunities[id];
  if (opportunity === undefined) return problem('opportunity-unknown', id, 'an opportunity that exists');
  if (opportunity.closed) {
    return problem(
      'opportunity-closed',
      `${id}, which is closed (${opportunity.stage})`,
      'an open opportunity',
    );
  }
  const user = salesforceUserOf(config, salesforce.users, request.issue.author.username, author);
  const standing = standingOf(opportunity, salesforce.teamRows, user, request.role);
  if (standing === 'not on the team' && config.requests.mustBeOnTeam === 'refuse') {
    return problem(
      'requester-not-on-team',
      `${id}, whose owner and team do not include you`,
      'an opportunity that you own or whose team you are on',
    );
  }
  return { kind: 'fine', opportunity, standing, differences: differencesOf(request.form, opportunity) };
}

function problem(code: CheckProblemCode, found: string, expected: string): OpportunityCheck {
  const example = 'copy the link from the address bar of the opportunity in Salesforce';
  return {
    kind: 'problem',
    problem: checkProblem(code, 'Opportunity ID or link', { found, expected, example }),
  };
}

/**
 * The one active Salesforce user of somebody, by configured id, configured e-mail, public e-mail or the
 * organisation's e-mail pattern; null when none or several fit.
 */
function salesforceUserOf(
  config: Config,
  users: readonly SalesforceUser[],
  username: string,
  person: Person | null,
): SalesforceUser | null {
  const entry = requesterEntry(config, username);
  if (entry?.salesforceUser) return users.find((user) => user.id === entry.salesforceUser) ?? null;
  const pattern = config.identity.emailPattern?.replace('{gitlab}', username) ?? null;
  for (const email of [entry?.email ?? null, person?.publicEmail ?? null, pattern]) {
    if (email === null) continue;
    const matches = users.filter((user) => user.email.toLowerCase() === email.toLowerCase());
    if (matches.length > 0) return matches.length === 1 ? (matches[0] ?? null) : null;
  }
  return null;
}

function standingOf(
  opportunity: Opportunity,
  rows: readonly { readonly opportunityId: string; readonly userId: string }[],
  user: SalesforceUser | null,
  role: string,
): Standing {
  if (user !== null && user.id === opportunity.ownerId) return 'owner';
  if (user !== null && rows.some((row) => row.opportunityId === opportunity.id && row.userId === user.id)) {
    return 'team member';
  }
  if (role === 'sa-leader') return 'leader';
  return user === null ? 'not matched' : 'not on the team';
}

function differencesOf(form: RequestForm, opportunity: Opportunity): Difference[] {
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

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
