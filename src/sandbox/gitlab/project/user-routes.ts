import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, badParameter, notFound } from '../answers.ts';
import { type GitLabCall, gitlabRoute } from '../call.ts';
import { offsetPage } from '../paging.ts';
import { text } from '../parameters.ts';
import { presentUser } from '../present-user.ts';
import type { UserState } from '../state.ts';
import { ownProfile, userProfile, userStatus } from './user-profile.ts';

/** Who the token belongs to, and what it may read about others (`docs/gitlab.md#members`). */
export function userHandlers(host: SandboxHost): Route[] {
  return [
    gitlabRoute(host, 'get', '/user', (call) => answer(200, ownProfile(call.user, call.url.origin))),
    gitlabRoute(host, 'get', '/users', listUsers),
    gitlabRoute(host, 'get', '/users/:id', getUser),
    gitlabRoute(host, 'get', '/users/:id/status', getStatus),
  ];
}

/** By user name: exact but for the case, and an empty list when nobody has it. Lists show the short form only. */
function listUsers(call: GitLabCall): Answer {
  const wanted = text(call.parameters, 'username')?.toLowerCase();
  const users = Object.values(call.gitlab.users)
    .filter((user) => wanted === undefined || user.username.toLowerCase() === wanted)
    .toSorted((a, b) => b.id - a.id);
  return offsetPage(call, users, { present: (user) => presentUser(user, call.url.origin) });
}

function getUser(call: GitLabCall): Answer {
  const key = call.path.id ?? '';
  if (!/^\d+$/.test(key)) throw badParameter('id is invalid');
  const user = call.gitlab.users[Number(key)];
  if (user === undefined) throw notFound('User');
  return answer(200, userProfile(user, call.url.origin));
}

/** The one route here that takes an id and a user name alike. */
function getStatus(call: GitLabCall): Answer {
  return answer(200, userStatus(userByKey(call), call.now));
}

function userByKey(call: GitLabCall): UserState {
  const key = call.path.id ?? '';
  const users = Object.values(call.gitlab.users);
  const byId = /^\d+$/.test(key) ? call.gitlab.users[Number(key)] : undefined;
  const user = byId ?? users.find(({ username }) => username.toLowerCase() === key.toLowerCase());
  if (user === undefined) throw notFound('User');
  return user;
}
