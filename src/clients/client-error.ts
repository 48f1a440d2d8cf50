import { DeskError } from '../errors.ts';
import { type ClientErrorCode, errorCatalogue } from './error-catalogue.ts';

/** The outside systems that have a client, as they stand in front of each error code. */
export type Service = 'gitlab' | 'salesforce' | 'slack' | 'stack-overflow';

export interface ClientErrorOptions {
  /** A few words of the vendor, already redacted and shortened; never headers, bodies or addresses. */
  readonly detail?: string;
  /** What is known about a write that ended so. Reads leave the default: nothing was applied. */
  readonly outcome?: 'not-applied' | 'unknown';
  /** One fixed phrase for logs and reports: `never sent`, `answer lost`, `http 503` … */
  readonly reason?: string;
  readonly status?: number;
  readonly vendorCode?: string;
}

/**
 * A failed call to an outside system. It deliberately carries no library error as its cause: those hold request
 * headers with tokens, and printing one would print the token (docs/gitlab.md#client).
 */
export class ClientError extends DeskError {
  readonly outcome: 'not-applied' | 'unknown';
  readonly reason: string;
  /** HTTP status of the answer, or null: there was none. */
  readonly status: number | null;
  /** The error word of the vendor (`INVALID_TYPE`, `channel_not_found`), or null. */
  readonly vendorCode: string | null;

  constructor(code: ClientErrorCode, options: ClientErrorOptions = {}) {
    const entry = errorCatalogue[code];
    const message = options.detail ? `${entry.what} (${options.detail})` : entry.what;
    super(code, message, { cure: entry.cure, exit: entry.exit });
    this.outcome = options.outcome ?? 'not-applied';
    this.reason = options.reason ?? 'refused';
    this.status = options.status ?? null;
    this.vendorCode = options.vendorCode ?? null;
  }
}
