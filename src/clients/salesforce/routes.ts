import type { Route } from '../transport/allow-list.ts';

/** Pinned, so that a release of Salesforce changes nothing by itself; raise it with a look at the release notes. */
export const apiVersion = 'v64.0';

/**
 * Every request the desk may send to Salesforce. Asking for a token changes nothing, so it counts as a read, and so does
 * a composite call: the one place that makes it puts queries into it and nothing else.
 */
export const salesforceRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'services/oauth2/token', write: false },
  { method: 'GET', pattern: `services/data/${apiVersion}/query`, write: false },
  { method: 'GET', pattern: `services/data/${apiVersion}/query/:any`, write: false },
  { method: 'POST', pattern: `services/data/${apiVersion}/composite`, write: false },
  { method: 'POST', pattern: `services/data/${apiVersion}/sobjects/OpportunityTeamMember`, write: true },
  {
    method: 'DELETE',
    pattern: `services/data/${apiVersion}/sobjects/OpportunityTeamMember/:any`,
    write: true,
  },
];
