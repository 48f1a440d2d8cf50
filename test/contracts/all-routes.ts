import { exampleWorld } from '../../src/sandbox/example/example-world.ts';
import { gitlabHandlers } from '../../src/sandbox/gitlab/handlers.ts';
import { compileRoutes } from '../../src/sandbox/routes.ts';
import { salesforceHandlers } from '../../src/sandbox/salesforce/handlers.ts';
import { slackHandlers } from '../../src/sandbox/slack/handlers.ts';
import { stackOverflowHandlers } from '../../src/sandbox/stack-overflow/handlers.ts';

/** Every route the sandbox serves, as `METHOD /pattern`: the names its journal uses. */
export function allRoutes(): readonly string[] {
  const world = exampleWorld();
  const host = { world: () => world, actor: () => 'anonymous' };
  const handlers = [
    ...gitlabHandlers(host),
    ...salesforceHandlers(host),
    ...slackHandlers(host),
    ...stackOverflowHandlers(host),
  ];
  return compileRoutes(handlers).map(({ pattern, handler }) => `${methodOf(handler.info)} ${pattern}`);
}

function methodOf(info: object): string {
  return 'method' in info && typeof info.method === 'string' ? info.method.toUpperCase() : '';
}
