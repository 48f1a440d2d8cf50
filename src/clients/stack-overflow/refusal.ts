import { ClientError, type ClientErrorOptions } from '../client-error.ts';

/**
 * The error for a final answer of Stack Overflow that is no success. Nothing of its text is kept: the status says
 * what there is to do.
 *
 * @param list What was asked for: `questions`.
 */
export function stackOverflowRefusal(status: number, list: string): ClientError {
  const options: ClientErrorOptions = {
    detail: `${list}: http ${status}`,
    status,
    reason: `http ${status}`,
  };
  switch (status) {
    case 401:
      return new ClientError('stack-overflow-token-refused', options);
    case 403:
      return new ClientError('stack-overflow-right-missing', options);
    case 404:
      return new ClientError('stack-overflow-team-not-found', options);
    default:
      return new ClientError('stack-overflow-refused', options);
  }
}

/** An answer that is not what the API describes. */
export function unreadable(list: string): ClientError {
  return new ClientError('stack-overflow-answer-unreadable', { detail: list, reason: 'answer unreadable' });
}
