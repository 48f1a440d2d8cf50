import type { Config } from '../../config/types.ts';
import type { Problem, RequestForm } from '../form/request-form.ts';
import { rolesOf } from '../request/requester.ts';
import type { IssueFacts, Snapshot } from '../snapshot.ts';
import { type CheckProblemCode, checkProblem } from './check-problem.ts';

/** The requester as checked: in which role, or why not. */
export type RequesterCheck =
  | { readonly kind: 'fine'; readonly role: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Step 2 of `docs/rules.md#validation`: identity is the issue's author, the role in the form only a claim. */
export function checkRequester(
  config: Config,
  groups: Snapshot['groups'],
  issue: IssueFacts,
  form: RequestForm,
): RequesterCheck {
  const roles = rolesOf(config, groups, issue.author.username);
  const nameOf = (role: string): string => config.roles[role] ?? role;
  const expected = Object.values(config.roles).join(' or ');
  if (roles.length === 0) {
    return problem('requester-unknown', 'the author is in no group or list of requesters', {
      expected: `a request is opened by a ${expected}`,
      example: 'ask the account SA to open it, or the program lead to add you to the requesters',
    });
  }
  const claimed = form.role.state === 'given' ? form.role.value : null;
  const [only] = roles;
  if (claimed === null && roles.length === 1 && only !== undefined) return { kind: 'fine', role: only };
  if (claimed === null) {
    return problem('requester-role-open', `the author is ${roles.map(nameOf).join(' and ')}`, {
      expected: 'one ticked role',
      example: `tick ${nameOf(roles[0] ?? '')}`,
    });
  }
  if (roles.includes(claimed)) return { kind: 'fine', role: claimed };
  return problem('requester-role-wrong', nameOf(claimed), {
    expected: `the role the author is listed with: ${roles.map(nameOf).join(' or ')}`,
    example: `tick ${nameOf(roles[0] ?? '')}`,
  });
}

function problem(
  code: CheckProblemCode,
  found: string,
  rest: { readonly expected: string; readonly example: string },
): RequesterCheck {
  return { kind: 'problem', problem: checkProblem(code, 'Your role', { found, ...rest }) };
}
