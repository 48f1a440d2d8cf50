import { ClientError, type Service } from './client-error.ts';
import type { Outcome } from './outcome.ts';

/**
 * Runs one write and tells its outcome instead of throwing. What no client foresaw (a library that trips over an
 * answer) is `unknown`: the request may have been sent, so only a look in the next run can tell.
 */
export async function outcomeOf<T>(service: Service, write: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'applied', value: await write() };
  } catch (error) {
    const failure = asClientError(service, error);
    return { kind: failure.outcome, error: failure, reason: failure.reason };
  }
}

/** The error as one that is safe to print: a {@link ClientError} as it is, everything else without its text. */
function asClientError(service: Service, error: unknown): ClientError {
  if (error instanceof ClientError) return error;
  return new ClientError(`${service}-answer-unreadable`, { outcome: 'unknown', reason: 'answer unreadable' });
}
