import type { Route } from '../transport/allow-list.ts';

/** Every request the desk may send to Stack Overflow for Teams, below the address of the team. All of them read. */
export const stackOverflowRoutes: readonly Route[] = [
  read('tags'),
  read('questions'),
  read('questions/:int/answers'),
];

function read(pattern: string): Route {
  return { method: 'GET', pattern, write: false };
}
