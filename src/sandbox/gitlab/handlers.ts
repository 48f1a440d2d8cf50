import type { Route } from '../route.ts';
import type { SandboxHost } from '../world.ts';
import { eventHandlers } from './event-handlers.ts';
import { issueHandlers } from './issues/handlers.ts';
import { labelHandlers } from './label-handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { gitlabProjectHandlers } from './project/handlers.ts';

/** All routes of the simulated GitLab. */
export function gitlabHandlers(host: SandboxHost): Route[] {
  return [
    ...issueHandlers(host),
    ...noteHandlers(host),
    ...eventHandlers(host),
    ...labelHandlers(host),
    ...gitlabProjectHandlers(host),
  ];
}
