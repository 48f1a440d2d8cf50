import type { Answer } from '../answer.ts';
import type { Received } from '../arrival.ts';
import { type Route, route } from '../route.ts';
import type { SandboxHost, Switches } from '../world.ts';
import { Refusal, unauthorized } from './answers.ts';
import { checkRequestLimit } from './limits.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { findProject } from './projects.ts';
import { accessLevel } from './rights.ts';
import type { GitLabWorld, ProjectState, TokenState, UserState } from './state.ts';

/** One authenticated call to GitLab, with everything a rule may need. */
export interface GitLabCall {
  readonly gitlab: GitLabWorld;
  readonly switches: Switches;
  readonly now: number;
  readonly url: URL;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly parameters: Parameters;
  readonly user: UserState;
  readonly token: TokenState;
}

/** A call on a project the caller may see. */
export interface ProjectCall extends GitLabCall {
  readonly project: ProjectState;
  /** The caller's access level in the project; 0: no member (of a project that is not private). */
  readonly access: number;
}

type Method = 'get' | 'post' | 'put' | 'delete';

/** A route below `/api/v4`: authenticates the caller, applies the request limit, sends refusals. */
export function gitlabRoute(
  host: SandboxHost,
  method: Method,
  path: string,
  act: (call: GitLabCall) => Answer,
): Route {
  return route(method, `/api/v4${path}`, async ({ request, params }) => {
    try {
      const parameters = await readParameters(request);
      return act(authenticate(host, request, params, parameters));
    } catch (error) {
      if (error instanceof Refusal) return error.response();
      throw error;
    }
  });
}

/** A route below `/api/v4/projects/:id`, for projects that the caller may see. */
export function projectRoute(
  host: SandboxHost,
  method: Method,
  path: string,
  act: (call: ProjectCall) => Answer,
): Route {
  return gitlabRoute(host, method, `/projects/:id${path}`, (call) => {
    const project = findProject(call, method);
    return act({ ...call, project, access: accessLevel(call.gitlab, project, call.user.id) });
  });
}

function authenticate(
  host: SandboxHost,
  request: Received,
  params: Readonly<Record<string, string>>,
  parameters: Parameters,
): GitLabCall {
  const world = host.world();
  const { user, token } = bearer(world.gitlab, request);
  const call: GitLabCall = {
    gitlab: world.gitlab,
    switches: world.switches,
    now: world.clock.now,
    url: request.url,
    path: params,
    parameters,
    user,
    token,
  };
  checkRequestLimit(call);
  checkScope(token, request.method);
  return call;
}

/** Three ways to be refused, each with its own body (`docs/gitlab.md#errors`). */
function bearer(gitlab: GitLabWorld, request: Received): { user: UserState; token: TokenState } {
  const token = gitlab.tokens[tokenOf(request.headers) ?? ''];
  if (token === undefined) throw unauthorized();
  if (token.state !== 'active') {
    throw new Refusal(401, {
      error: 'invalid_token',
      error_description:
        token.state === 'revoked'
          ? 'Token was revoked. You have to re-authorize from the user.'
          : 'Token is expired. You can either do re-authorization or token refresh.',
    });
  }
  const user = gitlab.users[token.userId];
  if (user === undefined) throw unauthorized();
  if (user.state !== 'active')
    throw new Refusal(403, { message: '403 Forbidden - Your account has been blocked.' });
  return { user, token };
}

/** The token of a request, from either of the two headers GitLab reads; null without one. */
export function tokenOf(headers: Received['headers']): string | null {
  return headers['private-token'] ?? /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

function checkScope(token: TokenState, method: string): void {
  if (token.scopes.includes('api')) return;
  if (method === 'GET' && token.scopes.includes('read_api')) return;
  throw new Refusal(403, {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope: method === 'GET' ? 'api read_api' : 'api',
  });
}
