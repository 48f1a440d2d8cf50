import { createPublicKey, verify } from 'node:crypto';
import { type Answer, jsonAnswer } from '../answer.ts';
import type { ClientApp, SalesforceWorld, UserRow } from './state.ts';

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

type Granted = { readonly user: UserRow } | { readonly error: string; readonly description: string };

/**
 * The token endpoint: client credentials, and JWT bearer with an RS256 assertion. `now` is epoch milliseconds.
 * An assertion's `exp` has to be there but is not held against the sandbox clock: whoever signs it uses a clock
 * of their own.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm&type=5
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm&type=5
 */
export function issueToken(
  world: SalesforceWorld,
  form: URLSearchParams,
  origin: string,
  now: number,
): Answer {
  const granted = grant(world, form);
  if ('error' in granted) {
    const body = { error: granted.error, error_description: granted.description };
    return jsonAnswer(body, 400);
  }
  world.counters.session += 1;
  const token = `${world.organizationId.slice(0, 15)}!sandbox.session.${world.counters.session}`;
  world.sessions[token] = { userId: granted.user.Id, expiresAt: now + world.switches.sessionLength };
  return jsonAnswer({
    access_token: token,
    scope: 'api',
    instance_url: origin,
    id: `${origin}/id/${world.organizationId}/${granted.user.Id}`,
    token_type: 'Bearer',
    issued_at: String(now),
  });
}

function grant(world: SalesforceWorld, form: URLSearchParams): Granted {
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return clientCredentials(world, form);
    case jwtBearer:
      return assertion(world, form.get('assertion') ?? '');
    default:
      return { error: 'unsupported_grant_type', description: 'grant type not supported' };
  }
}

function clientCredentials(world: SalesforceWorld, form: URLSearchParams): Granted {
  const client = clientOf(world, form.get('client_id'));
  if (client === undefined) {
    return { error: 'invalid_client_id', description: 'client identifier invalid' };
  }
  if (form.get('client_secret') !== client.secret) {
    return { error: 'invalid_client', description: 'invalid client credentials' };
  }
  return activeUser(world, (user) => user.Id === client.runAs);
}

function assertion(world: SalesforceWorld, token: string): Granted {
  const claims = claimsOf(token);
  if (claims === null) return { error: 'invalid_grant', description: 'invalid assertion' };
  const client = clientOf(world, claims.iss);
  if (client === undefined) return { error: 'invalid_client_id', description: 'client identifier invalid' };
  if (client.jwtPublicKey !== null && !signedBy(token, client.jwtPublicKey)) {
    return { error: 'invalid_grant', description: 'invalid assertion' };
  }
  return activeUser(world, (user) => user.Username === claims.sub);
}

function clientOf(world: SalesforceWorld, id: unknown): ClientApp | undefined {
  return world.clients.find((client) => client.id === id);
}

function activeUser(world: SalesforceWorld, wanted: (user: UserRow) => boolean): Granted {
  const user = world.users.find((candidate) => candidate.IsActive && wanted(candidate));
  return user === undefined
    ? { error: 'invalid_grant', description: "user hasn't approved this consumer" }
    : { user };
}

/** The claims of a well-formed RS256 assertion, or null. */
function claimsOf(token: string): Readonly<Record<string, unknown>> | null {
  const [header, payload, signature, ...rest] = token.split('.');
  const claims = decoded(payload);
  if (rest.length > 0 || signature === undefined || signature === '') return null;
  if (decoded(header)?.alg !== 'RS256' || claims === null) return null;
  const complete = [claims.iss, claims.sub, claims.aud].every((claim) => typeof claim === 'string');
  return complete && typeof claims.exp === 'number' ? claims : null;
}

function decoded(part: string | undefined): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function signedBy(token: string, publicKey: string): boolean {
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  return verify('RSA-SHA256', Buffer.from(token.slice(0, end)), createPublicKey(publicKey), signature);
}
