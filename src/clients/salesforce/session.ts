import type { Connection } from 'jsforce';
import { ClientError } from '../client-error.ts';
import type { Transport } from '../transport/transport.ts';
import { type SalesforceCredentials, signedAssertion } from './credentials.ts';
import { instanceBase } from './instance-base.ts';
import { libraryTransport } from './library-transport.ts';
import { loginRefusal, salesforceRefusal, unreadable } from './refusal.ts';
import { apiVersion } from './routes.ts';
import { salesforceId } from './salesforce-id.ts';

/** A session with Salesforce. It logs in at the first call, once for the whole run. */
export interface Session {
  /** 18-character id of the user the desk is. */
  userId(): Promise<string>;
  /** The body of the answer. Throws a ClientError. */
  call(request: SessionCall): Promise<unknown>;
}

interface SessionCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the pinned version. */
  readonly path: string;
  readonly body?: object;
  /** A `POST` that changes nothing, so that nothing is in doubt after it. */
  readonly reads?: true;
}

export interface SessionOptions {
  /** Ends with `/`. */
  readonly loginBase: string;
  readonly clientId: string;
  readonly credentials: SalesforceCredentials;
  readonly audience: string;
  /** Epoch milliseconds; only the JWT bearer flow needs it. */
  readonly now: () => number;
  readonly transport: Transport;
}

/** How often an expired session is renewed in one run. A server that refuses each new one must not be asked for ever. */
const mostRefreshes = 2;

interface LoggedIn {
  readonly connection: Connection;
  readonly userId: string;
  /** Why a session could not be renewed, or null. The library keeps only the text of that error. */
  readonly refreshRefusal: () => ClientError | null;
}

export function createSession(options: SessionOptions): Session {
  let login: Promise<LoggedIn> | null = null;
  const loggedIn = () => {
    login ??= logIn(options);
    return login;
  };
  return {
    async userId() {
      return (await loggedIn()).userId;
    },
    async call({ method, path, body, reads }) {
      const { connection, refreshRefusal } = await loggedIn();
      try {
        return await connection.request<unknown>({
          method,
          url: `/services/data/${apiVersion}/${path}`,
          ...(body === undefined ? {} : jsonBody(body)),
        });
      } catch (error) {
        const write = method !== 'GET' && reads !== true;
        throw stopIfFinal(salesforceRefusal(error, write, refreshRefusal()), options.transport);
      }
    },
  };
}

/** What no later call of this run can do better: credentials that are refused, a daily limit that is used up. */
const finalCodes = ['salesforce-rate-limited', 'salesforce-session-refused', 'salesforce-login-refused'];

function stopIfFinal(error: ClientError, transport: Transport): ClientError {
  if (finalCodes.includes(error.code)) transport.stop(error);
  return error;
}

function jsonBody(body: object) {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** jsforce is loaded here and not before: that costs 200 ms, which a run without Salesforce need not pay. */
async function logIn(options: SessionOptions): Promise<LoggedIn> {
  const { Connection: LibraryConnection } = await import('jsforce');
  let refreshes = 0;
  let refusal: ClientError | null = null;

  async function refresh(
    conn: Connection,
    done: (error: Error | null, token?: string) => void,
  ): Promise<void> {
    refreshes += 1;
    refusal = null;
    try {
      if (refreshes > mostRefreshes) throw new ClientError('salesforce-session-refused', { status: 401 });
      await authorize(conn, options);
      done(null, conn.accessToken ?? '');
    } catch (error) {
      refusal = loginRefusal(error);
      done(refusal);
    }
  }

  const connection: Connection = new LibraryConnection({
    loginUrl: options.loginBase,
    version: apiVersion.replace(/^v/, ''),
    oauth2: oauthClient(options),
    refreshFn: (conn, done) => void refresh(conn, done),
  });
  const transport = libraryTransport(options.transport);
  connection._transport = transport;
  connection.oauth2._transport = transport;
  try {
    const userId = await authorize(connection, options);
    return { connection, userId, refreshRefusal: () => refusal };
  } catch (error) {
    throw stopIfFinal(loginRefusal(error), options.transport);
  }
}

function oauthClient({ loginBase, clientId, credentials }: SessionOptions) {
  const loginUrl = loginBase.replace(/\/$/, '');
  return 'secret' in credentials
    ? { loginUrl, clientId, clientSecret: credentials.secret }
    : { loginUrl, clientId };
}

/** Asks for a token. Gives the id of the user it is for. */
async function authorize(connection: Connection, options: SessionOptions): Promise<string> {
  const { id } = await connection.authorize(grant(options));
  const base = instanceBase(connection.instanceUrl, options.loginBase);
  if (base === null) throw new ClientError('salesforce-url-invalid', { detail: 'instance address' });
  connection.instanceUrl = base.replace(/\/$/, '');
  if (connection.accessToken) options.transport.addSecret(connection.accessToken);
  options.transport.addBase(base);
  const userId = salesforceId(id, '005');
  if (userId === null) throw unreadable(false);
  return userId;
}

function grant({
  credentials,
  clientId,
  audience,
  now,
}: SessionOptions): Record<string, string> & { grant_type: string } {
  if ('secret' in credentials) return { grant_type: 'client_credentials' };
  const { username, privateKey } = credentials;
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: signedAssertion({ clientId, username, privateKey, audience, now: now() }),
  };
}
