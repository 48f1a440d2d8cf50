import { ClientError, type ClientErrorOptions } from '../client-error.ts';

const rights = [
  'INSUFFICIENT_ACCESS',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'API_DISABLED_FOR_ORG',
  'FUNCTIONALITY_NOT_ENABLED',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
];
const missing = ['INVALID_TYPE', 'INVALID_FIELD', 'INVALID_TYPE_FOR_OPERATION'];
const limits = ['REQUEST_LIMIT_EXCEEDED', 'TXN_SECURITY_METERING_ERROR'];

/**
 * What jsforce threw, as an error that is safe to print: of an answer of Salesforce only its error code is kept,
 * because the sentence beside it can quote records.
 *
 * @param refresh Why the session could not be renewed, or null. The library makes a plain error of it.
 */
export function salesforceRefusal(error: unknown, write: boolean, refresh: ClientError | null): ClientError {
  if (error instanceof ClientError) return error;
  const code = errorCodeOf(error);
  const refusal = code === null ? null : codedRefusal(code);
  if (refusal === null) return refresh ?? unreadable(write);
  return code?.startsWith('ERROR_HTTP_3') ? unreadable(write) : refusal;
}

/** The error that a code of Salesforce stands for, or null: the text is no such code. */
export function codedRefusal(code: string): ClientError | null {
  if (!/^[A-Z][A-Z0-9_]{2,80}$/.test(code)) return null;
  const options: ClientErrorOptions = { detail: code, vendorCode: code, reason: code };
  if (limits.includes(code)) return new ClientError('salesforce-rate-limited', options);
  if (rights.includes(code) || code === 'ERROR_HTTP_403')
    return new ClientError('salesforce-right-missing', options);
  if (missing.includes(code)) return new ClientError('salesforce-object-missing', options);
  if (code === 'INVALID_SESSION_ID' || code === 'ERROR_HTTP_401') {
    return new ClientError('salesforce-session-refused', options);
  }
  return new ClientError('salesforce-refused', options);
}

/** The OAuth error word of a refused login (`invalid_client`), without its description. */
export function loginRefusal(error: unknown): ClientError {
  if (error instanceof ClientError) return error;
  const word = error instanceof Error && /^[a-z_]{3,60}$/.test(error.name) ? error.name : null;
  if (word !== null) {
    return new ClientError('salesforce-login-refused', { detail: word, vendorCode: word, reason: word });
  }
  const status = error instanceof Error && /^ERROR_HTTP_4\d\d$/.test(error.name) ? error.name : null;
  if (status !== null) return new ClientError('salesforce-login-refused', { detail: status, reason: status });
  return unreadable(false);
}

export function unreadable(write: boolean): ClientError {
  const outcome = write ? 'unknown' : 'not-applied';
  return new ClientError('salesforce-answer-unreadable', { outcome, reason: 'answer unreadable' });
}

/** The error code is an own field of what jsforce throws; with several errors it is the first one's. */
function errorCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('errorCode' in error) || typeof error.errorCode !== 'string')
    return null;
  const data = 'data' in error && Array.isArray(error.data) ? (error.data as unknown[])[0] : null;
  return isCoded(data) ? data.errorCode : error.errorCode;
}

function isCoded(value: unknown): value is { errorCode: string } {
  return (
    typeof value === 'object' && value !== null && 'errorCode' in value && typeof value.errorCode === 'string'
  );
}
