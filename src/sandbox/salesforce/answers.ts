import { type Answer, jsonAnswer } from '../answer.ts';
import type { SalesforceWorld } from './state.ts';

/** One error of Salesforce's REST API, as the list in an error answer holds it. */
export interface ApiError {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/**
 * How much of the day's API calls is used; goes with every answer to a call that was let in.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm
 */
export function limitHeader(world: SalesforceWorld): Record<string, string> {
  return { 'Sforce-Limit-Info': `api-usage=${world.apiUsed}/${world.switches.apiLimit}` };
}

/** A JSON answer of the REST API. */
export function answer(world: SalesforceWorld, body: unknown, status = 200): Answer {
  const headers = { ...limitHeader(world), 'content-type': 'application/json;charset=UTF-8' };
  return jsonAnswer(body, status, headers);
}

/** An error answer: always a list, even of one. */
export function failure(world: SalesforceWorld, status: number, ...errors: readonly ApiError[]): Answer {
  return answer(world, errors, status);
}
