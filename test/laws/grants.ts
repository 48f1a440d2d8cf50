import type { Call } from '../../src/sandbox/world.ts';

/**
 * Whether a call gives somebody something (`docs/security.md#approval`): a row on an opportunity team, an invitation,
 * or a message that names an SME.
 */
export function isGrant(call: Call): boolean {
  if (call.path.includes('/sobjects/OpportunityTeamMember')) return call.method === 'POST';
  if (call.route === '/api/conversations.invite') return true;
  const says = call.route === '/api/chat.postMessage' || call.route === '/api/chat.update';
  return says && JSON.stringify(call.body).includes('<@U');
}

/** The grants among some calls that were carried out. */
export function grantsIn(calls: readonly Call[]): string[] {
  return calls.filter((call) => call.applied && isGrant(call)).map((call) => `${call.seq} ${call.path}`);
}
