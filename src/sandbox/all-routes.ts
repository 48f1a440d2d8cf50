import { gitlabHandlers } from './gitlab/handlers.ts';
import type { Route } from './route.ts';
import { salesforceHandlers } from './salesforce/handlers.ts';
import { slackHandlers } from './slack/handlers.ts';
import { stackOverflowHandlers } from './stack-overflow/handlers.ts';
import type { SandboxHost } from './world.ts';

/** The routes of all four vendors over the world of `host`. */
export function allRoutes(host: SandboxHost): Route[] {
  return [
    ...gitlabHandlers(host),
    ...salesforceHandlers(host),
    ...slackHandlers(host),
    ...stackOverflowHandlers(host),
  ];
}
