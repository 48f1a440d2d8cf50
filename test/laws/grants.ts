import type { Call } from '../../src/sandbox/world.ts';

/**
 * Whether a call gives somebody something (`docs/security.md#approval`): a row on an opportunity team, an invitation,
 * or a message that names an SME.
 */
export function isGrant(call: Call): boolean {
  if (call.path.includes('/sobjects/OpportunityTeamMember')) return call.method === 'POST';
  if (call.route === '/api/conversations.invite') return true;
  const says = call.route === '/api/chat.postMessage' || call.route === '/api/chat.update';
  const body = JSON.stringify(call.body);
  // What one person is told in private announces nobody: a lead reads who could take a request instead.
  return says && body.includes('<@U') && !body.includes('"channel":"D');
}

/** The grants among some calls that were carried out. */
export function grantsIn(calls: readonly Call[]): string[] {
  return calls.filter((call) => call.applied && isGrant(call)).map((call) => `${call.seq} ${call.path}`);
}
