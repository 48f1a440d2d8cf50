import { type Dispatcher, request } from 'undici';
import type { Attempt, HttpAnswer, HttpCall } from './http.ts';

/**
 * Sends one request once and reads the whole answer. Never throws, never repeats, and follows no redirect: the
 * token would travel along to wherever the answer points.
 *
 * @param timeoutMs Milliseconds for the whole exchange, body included.
 */
export async function exchange(call: HttpCall, dispatcher: Dispatcher, timeoutMs: number): Promise<Attempt> {
  try {
    const answer = await request(call.url, {
      dispatcher,
      method: call.method,
      headers: { ...call.headers },
      body: call.body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.body.text();
    return {
      kind: 'answered',
      answer: { status: answer.statusCode, headers: plainHeaders(answer.headers), text },
    };
  } catch (error) {
    const why = reasonWord(error);
    return { kind: wasNeverSent(error) ? 'never-sent' : 'lost', why };
  }
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): HttpAnswer['headers'] {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}

/** Errors of the time before a connection stood; for system errors the system call tells. */
const beforeConnection = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_TLS',
  'UND_ERR_PRX_CONN',
  'UND_ERR_INVALID_ARG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * Whether the request cannot have left. Doubt counts as sent: a `lost` write is looked for in the next run, while
 * a wrong `never-sent` would be written twice.
 */
function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(wasNeverSent);
  const syscall = 'syscall' in error ? error.syscall : null;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (error.message.startsWith('Proxy response (')) return true;
  return beforeConnection.has(errorCode(error));
}

/** One word for logs: an error code, never the text of a library, which can hold addresses and headers. */
function reasonWord(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  if (error.name === 'TimeoutError') return 'timeout';
  return errorCode(error) || 'error';
}

function errorCode(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : '';
}
