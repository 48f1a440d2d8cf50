import type { Outcome } from '../../clients/outcome.ts';
import type { Config } from '../../config/types.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { type RunErrorCode, runErrors } from '../error-catalogue.ts';
import type { Clients } from '../open-clients.ts';
import type { Ending } from './applied.ts';
import type { Ledger } from './ledger.ts';

/** What every interpreter of an action works with. */
export interface Applier {
  readonly clients: Clients;
  readonly config: Config;
  readonly snapshot: Snapshot;
  readonly ledger: Ledger;
  /** Milliseconds on a clock that only goes forward; nothing is decided by it but the age of an authority. */
  readonly monotonic: () => number;
}

/** The ending of a write whose outcome is not `applied`. */
export function endingOf(outcome: Exclude<Outcome<unknown>, { kind: 'applied' }>): Ending {
  const { error } = outcome;
  const kind = outcome.kind === 'unknown' ? 'unknown' : 'failed';
  return { kind, code: error.code, why: error.message, cure: error.cure };
}

/** A failure that the run itself has found; its cure stands in the catalogue. */
export function failedAs(code: RunErrorCode, why: string): Ending {
  return { kind: 'failed', code, why, cure: runErrors[code].cure };
}

/** An action on a system that is off or down in this run: nothing to send it to. */
export function notThere(system: string): Ending {
  return { kind: 'skipped', why: `${system} is not there in this run` };
}
