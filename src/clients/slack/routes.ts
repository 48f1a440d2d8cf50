import type { Route } from '../transport/allow-list.ts';

/** Every method the desk may call. The library sends all of them as POST, reads too. */
export const slackRoutes: readonly Route[] = [
  read('auth.test'),
  read('conversations.info'),
  read('conversations.list'),
  read('conversations.members'),
  read('conversations.history'),
  read('users.lookupByEmail'),
  write('conversations.open'),
  write('chat.postMessage'),
  write('chat.update'),
  write('chat.delete'),
  write('conversations.invite'),
  write('conversations.kick'),
  write('conversations.create'),
  write('conversations.setTopic'),
  write('conversations.setPurpose'),
  write('conversations.archive'),
  write('pins.add'),
];

function read(pattern: string): Route {
  return { method: 'POST', pattern, write: false };
}

function write(pattern: string): Route {
  return { method: 'POST', pattern, write: true };
}
