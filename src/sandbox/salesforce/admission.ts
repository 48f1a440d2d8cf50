import { type Answer, jsonAnswer } from '../answer.ts';
import type { Received } from '../arrival.ts';
import { failure } from './answers.ts';
import type { SalesforceWorld } from './state.ts';

/** Who is let in, or the answer that turns the call away. */
export type Admission = { readonly userId: string } | { readonly refusal: Answer };

/**
 * Lets a REST call in and counts it: 503 while the organisation is down, 401 without a live session, 403 when the
 * day's calls are used up. `now` is epoch milliseconds.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export function admit(world: SalesforceWorld, request: Received, now: number): Admission {
  if (world.switches.down) return { refusal: maintenance() };
  const token = /^(?:Bearer|OAuth) (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const session = world.sessions[token];
  if (session === undefined || session.expiresAt <= now) {
    const error = { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' };
    return { refusal: jsonAnswer([error], 401) };
  }
  if (world.apiUsed >= world.switches.apiLimit) {
    const error = { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' };
    return { refusal: failure(world, 403, error) };
  }
  world.apiUsed += 1;
  return { userId: session.userId };
}

/** What an organisation under maintenance answers to everything. */
export function maintenance(): Answer {
  const error = { message: 'Service Unavailable', errorCode: 'SERVER_UNAVAILABLE' };
  return jsonAnswer([error], 503);
}
