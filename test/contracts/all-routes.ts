import { allRoutes as routesOf } from '../../src/sandbox/all-routes.ts';
import { exampleWorld } from '../../src/sandbox/example/example-world.ts';

/** Every route the sandbox serves, as `METHOD /pattern`: the names its journal uses. */
export function allRoutes(): readonly string[] {
  const world = exampleWorld();
  const routes = routesOf({ world: () => world, actor: () => 'anonymous' });
  return routes.map(({ method, pattern }) => `${method} ${pattern}`);
}
