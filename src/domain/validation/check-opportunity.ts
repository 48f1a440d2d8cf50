import type { Config } from '../../config/types.ts';
import type { Problem, RequestForm } from '../form/request-form.ts';
import type { IssueFacts, Opportunity, Person, SalesforceFacts, TeamRow } from '../snapshot.ts';
import { type CheckProblemCode, checkProblem } from './check-problem.ts';
import { compareWithSalesforce, type Difference } from './compare-with-salesforce.ts';
import { matchSalesforceUser, type UserMatch } from './match-salesforce-user.ts';

/** How the requester stands to the opportunity in Salesforce. */
export type Standing =
  | 'owner'
  | 'team member'
  | 'leader'
  | 'not on the team'
  | 'not matched'
  | 'several match';

/** The opportunity as checked. `held`: Salesforce cannot be asked now, so the request waits. */
export type OpportunityCheck =
  | { readonly kind: 'off' }
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
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
  if (opportunity === undefined) {
    const problems = [problem('opportunity-unknown', id, 'an opportunity that exists')];
    return { kind: 'problems', problems };
  }
  const match = matchSalesforceUser(config, salesforce.users, request.issue.author.username, author);
  const isLeader = request.role === config.requests.leaderRole;
  const standing = standingOf(opportunity, salesforce.teamRows, match, isLeader);
  const problems = problemsOf(config, opportunity, standing);
  if (problems.length > 0) return { kind: 'problems', problems };
  return {
    kind: 'fine',
    opportunity,
    standing,
    differences: compareWithSalesforce(request.form, opportunity),
  };
}

function problemsOf(config: Config, { id, closed, stage }: Opportunity, standing: Standing): Problem[] {
  const problems: Problem[] = [];
  if (closed) {
    const found = `${id}, which is closed (${stage})`;
    problems.push(problem('opportunity-closed', found, 'an open opportunity'));
  }
  if (standing === 'not on the team' && config.requests.mustBeOnTeam === 'refuse') {
    const found = `${id}, whose owner and team do not include you`;
    const expected = 'an opportunity that you own or whose team you are on';
    problems.push(problem('requester-not-on-team', found, expected));
  }
  return problems;
}

function problem(code: CheckProblemCode, found: string, expected: string): Problem {
  const example = 'copy the link from the address bar of the opportunity in Salesforce';
  return checkProblem(code, 'Opportunity ID or link', { found, expected, example });
}

function standingOf(
  opportunity: Opportunity,
  rows: readonly TeamRow[],
  match: UserMatch,
  isLeader: boolean,
): Standing {
  const id = match.kind === 'one' ? match.user.id : null;
  if (id !== null && id === opportunity.ownerId) return 'owner';
  if (id !== null && rows.some((row) => row.opportunityId === opportunity.id && row.userId === id)) {
    return 'team member';
  }
  if (isLeader) return 'leader';
  switch (match.kind) {
    case 'one':
      return 'not on the team';
    case 'none':
      return 'not matched';
    case 'several':
      return 'several match';
    default:
      return match satisfies never;
  }
}
