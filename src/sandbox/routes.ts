import type { HttpHandler, RequestHandler } from 'msw';

/**
 * A handler with its pattern compiled once: trying every handler in turn would cost more than the call
 * itself.
 */
export interface Route {
  /** Such as `/api/v4/projects/:id/issues/:iid`. */
  readonly pattern: string;
  readonly handler: RequestHandler;
  readonly matches: (method: string, pathname: string) => boolean;
}

/** Routes from msw handlers, in their order. */
export function compileRoutes(handlers: readonly RequestHandler[]): Route[] {
  return handlers.map(compileRoute);
}

function compileRoute(handler: RequestHandler): Route {
  if (!isHttpHandler(handler)) throw new TypeError('the sandbox serves msw http handlers only');
  const { method, path } = handler.info;
  const pattern = String(path).replace(/^\*/, '');
  const source = pattern
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/:[A-Za-z_]\w*\\?\*?/g, '[^/]+')
    .replace(/(?<!\])\*/g, '.*');
  const expression = path instanceof RegExp ? path : new RegExp(`^${source}/?$`);
  const verb = typeof method === 'string' ? method.toUpperCase() : null;
  return {
    pattern,
    handler,
    matches: (given, pathname) => (verb === null || verb === given) && expression.test(pathname),
  };
}

function isHttpHandler(handler: RequestHandler): handler is HttpHandler {
  return 'method' in handler.info && 'path' in handler.info;
}

/** The routes that fit a call, first match first. */
export function routesFor(routes: readonly Route[], method: string, pathname: string): Route[] {
  return routes.filter((route) => route.matches(method, pathname));
}
