import type { Received } from './arrival.ts';
import { cast } from './example/cast.ts';
import { tokenOf } from './gitlab/call.ts';
import type { System, World } from './world.ts';

/** Username of the desk's own account in the example world. */
export const deskUsername = 'project_7_bot_desk';

const deskElsewhere = new Set(['005AB000001DeskYAC', 'U0DESK0001']);

/** Which system a path belongs to; null: none. */
export function systemOf(pathname: string): System | null {
  if (pathname.startsWith('/api/v4/') || pathname === '/api/v4') return 'gitlab';
  if (pathname.startsWith('/services/')) return 'salesforce';
  if (pathname.startsWith('/api/')) return 'slack';
  if (pathname.startsWith('/v3/')) return 'stack-overflow';
  return null;
}

/**
 * GitLab username of who holds the request's token, in whichever system; `anonymous` without a known token.
 */
export function actorOf(world: World, request: Received): string {
  const token = tokenOf(request.headers);
  if (token === null) return 'anonymous';
  // Everybody has the same number in GitLab and on Stack Overflow.
  const user = world.gitlab.tokens[token]?.userId ?? world.stackOverflow.tokens[token];
  if (user !== undefined) return world.gitlab.users[user]?.username ?? 'anonymous';
  const elsewhere = world.salesforce.sessions[token]?.userId ?? world.slack.tokens[token]?.userId;
  if (elsewhere === undefined) return 'anonymous';
  if (deskElsewhere.has(elsewhere)) return deskUsername;
  const person = cast.find((member) => member.salesforce === elsewhere || member.slack === elsewhere);
  return person?.username ?? 'anonymous';
}
