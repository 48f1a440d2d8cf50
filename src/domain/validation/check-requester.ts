import type { Config } from '../../config/types.ts';
import type { Problem, RequestForm } from '../form/request-form.ts';
import { rolesOf } from '../request/requester.ts';
import type { IssueFacts, Snapshot } from '../snapshot.ts';
import { checkProblem } from './check-problem.ts';

/** The requester as checked: in which role, or everything that speaks against it. */
export type RequesterCheck =
  | { readonly kind: 'fine'; readonly role: string }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Step 2 of `docs/rules.md#validation`: identity is the issue's author, the role in the form only a claim. */
export function checkRequester(
  config: Config,
  groups: Snapshot['groups'],
  issue: IssueFacts,
  form: RequestForm,
): RequesterCheck {
  const roles = rolesOf(config, groups, issue.author.username);
  const claimed = form.role.state === 'given' ? form.role.value : null;
  const [only] = roles;
  if (only === undefined) return { kind: 'problems', problems: [unknown(config, claimed)] };
  if (claimed === null && roles.length === 1) return { kind: 'fine', role: only };
  if (claimed !== null && roles.includes(claimed)) return { kind: 'fine', role: claimed };
  return { kind: 'problems', problems: [wrongRole(config, roles, claimed)] };
}

/** The claim is told in the same line: whoever adds the author to the requesters has to know it. */
function unknown(config: Config, claimed: string | null): Problem {
  const expected = claimed === null ? Object.keys(config.roles) : [claimed];
  const ticked = claimed === null ? '' : `, who ticked ${nameOf(config, claimed)},`;
  return checkProblem('requester-unknown', 'Your role', {
    found: `the author${ticked} is in no group or list of requesters`,
    expected: `a request is opened by somebody listed as ${namesOf(config, expected, ' or ')}`,
    example: 'ask the account SA to open it, or the program lead to add you to the requesters',
  });
}

function wrongRole(config: Config, roles: readonly string[], claimed: string | null): Problem {
  const example = `tick ${namesOf(config, roles.slice(0, 1), '')}`;
  if (claimed === null) {
    const found = `the author is ${namesOf(config, roles, ' and ')}`;
    return checkProblem('requester-role-open', 'Your role', { found, expected: 'one ticked role', example });
  }
  return checkProblem('requester-role-wrong', 'Your role', {
    found: nameOf(config, claimed),
    expected: `the role the author is listed with: ${namesOf(config, roles, ' or ')}`,
    example,
  });
}

function nameOf(config: Config, role: string): string {
  return config.roles[role] ?? role;
}

function namesOf(config: Config, roles: readonly string[], between: string): string {
  return roles.map((role) => nameOf(config, role)).join(between);
}
