import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { ClientError } from '../client-error.ts';

/** How the desk proves who it is: with a secret (client credentials) or a key (JWT bearer). */
export type SalesforceCredentials =
  | { readonly secret: string }
  | { readonly username: string; readonly privateKey: string };

export interface Assertion {
  readonly clientId: string;
  readonly username: string;
  /** PEM text of an RSA private key. */
  readonly privateKey: string;
  /** Where the token is asked for. */
  readonly audience: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Salesforce takes at most five minutes; the clocks of two machines may differ by some. */
const validSeconds = 180;

/**
 * A signed assertion for the JWT bearer flow, RS256
 * (https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm).
 *
 * @throws ClientError `salesforce-key-unreadable`
 */
export function signedAssertion(assertion: Assertion): string {
  const header = encoded({ alg: 'RS256', typ: 'JWT' });
  const claims = encoded({
    iss: assertion.clientId,
    sub: assertion.username,
    aud: assertion.audience,
    exp: Math.floor(assertion.now / 1000) + validSeconds,
  });
  const key = rsaKey(assertion.privateKey);
  const signature = sign('sha256', Buffer.from(`${header}.${claims}`), key).toString('base64url');
  return `${header}.${claims}.${signature}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** CI variables often hold a key in one line, with `\n` written out. */
function rsaKey(pem: string): KeyObject {
  const key = parsedKey(pem.replaceAll('\\n', '\n'));
  if (key?.asymmetricKeyType !== 'rsa') throw new ClientError('salesforce-key-unreadable');
  return key;
}

function parsedKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
