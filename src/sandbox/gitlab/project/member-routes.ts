import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, badParameter, notFound } from '../answers.ts';
import { type GitLabCall, gitlabRoute, type ProjectCall, projectRoute } from '../call.ts';
import { offsetPage } from '../paging.ts';
import { text } from '../parameters.ts';
import { timestamp, userBasic } from '../present-user.ts';
import { allMembers, ancestors, highestPerUser } from '../rights.ts';
import type { GroupState, MemberState } from '../state.ts';

/**
 * Members of a project and of a group. Bots are members like everybody else; with inherited ones there is one row
 * per user, the highest level (`docs/gitlab.md#members`).
 */
export function memberHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/members', (call) => listMembers(call, call.project.members)),
    projectRoute(host, 'get', '/members/all', (call) =>
      listMembers(call, allMembers(call.gitlab, call.project)),
    ),
    projectRoute(host, 'get', '/members/all/:user_id', getMember),
    gitlabRoute(host, 'get', '/groups/:id/members/all', listGroupMembers),
  ];
}

function listMembers(call: GitLabCall, members: readonly MemberState[]): Answer {
  const wanted = text(call.parameters, 'query')?.toLowerCase() ?? '';
  const found = members
    .filter((member) => matches(call, member, wanted))
    .toSorted((a, b) => a.userId - b.userId);
  return offsetPage(call, found, { present: (member) => presentMember(call, member) });
}

function matches(call: GitLabCall, member: MemberState, wanted: string): boolean {
  const user = call.gitlab.users[member.userId];
  if (user === undefined || isExpired(call, member)) return false;
  return `${user.username} ${user.name}`.toLowerCase().includes(wanted);
}

/** `expires_at` is the first day without access. */
function isExpired(call: GitLabCall, member: MemberState): boolean {
  return member.expiresAt !== null && Date.parse(member.expiresAt) <= call.now;
}

function getMember(call: ProjectCall): Answer {
  const key = call.path.user_id ?? '';
  if (!/^\d+$/.test(key)) throw badParameter('user_id is invalid');
  const members = allMembers(call.gitlab, call.project);
  const member = members.find(({ userId }) => userId === Number(key));
  if (member === undefined || isExpired(call, member)) throw notFound();
  return answer(200, presentMember(call, member));
}

function listGroupMembers(call: GitLabCall): Answer {
  const group = findGroup(call);
  const above = ancestors(call.gitlab, group.parentId).flatMap(({ members }) => members);
  return listMembers(call, highestPerUser([...group.members, ...above]));
}

/** A private group that the caller is not in looks absent: a project's bot can hardly ever read one. */
function findGroup(call: GitLabCall): GroupState {
  const key = (call.path.id ?? '').toLowerCase();
  const groups = Object.values(call.gitlab.groups);
  const group = groups.find(({ id, path }) => String(id) === key || path.toLowerCase() === key);
  if (group === undefined) throw notFound('Group');
  const circle = [group, ...ancestors(call.gitlab, group.parentId)];
  const isMember = circle.some(({ members }) => members.some(({ userId }) => userId === call.user.id));
  if (group.visibility === 'private' && !isMember) throw notFound('Group');
  return group;
}

function presentMember(call: GitLabCall, member: MemberState) {
  return {
    ...userBasic(call.gitlab, call.url.origin, member.userId),
    access_level: member.accessLevel,
    created_at: timestamp(member.createdAt),
    created_by: null,
    expires_at: member.expiresAt,
    membership_state: 'active',
  };
}
