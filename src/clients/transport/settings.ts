import type { Dispatcher } from 'undici';
import type { TransportClock } from './clock.ts';
import { systemClock } from './clock.ts';
import { createDispatcher } from './dispatcher.ts';
import { createWaitBudget, type WaitBudget } from './wait-budget.ts';

/** What the clients of one run share, and how patient they are. Times in milliseconds. */
export interface TransportSettings {
  readonly clock: TransportClock;
  readonly budget: WaitBudget;
  readonly dispatcher: Dispatcher;
  /** For one attempt, body included. */
  readonly timeoutMs: number;
  /** How often a read is asked again; a write never is. */
  readonly readRetries: number;
  /** The wait before the first repetition; it doubles each time. No jitter: one run is one caller. */
  readonly backoffMs: number;
  /** The wait after "too often" that does not say how long. GitLab counts its application limits per minute. */
  readonly unknownWaitMs: number;
  /** Told about every attempt, for logs and measurements; gets no address, header or body. */
  readonly observe: (attempt: ObservedAttempt) => void;
}

export interface ObservedAttempt {
  readonly service: string;
  readonly method: string;
  readonly route: string;
  /** HTTP status, or why there was none. */
  readonly result: number | string;
  readonly attempt: number;
  readonly ms: number;
}

/**
 * Settings of a run, with defaults for what is not given.
 *
 * @param env Where the proxy variables stand; only read when no dispatcher is given.
 */
export function transportSettings(
  given: Partial<TransportSettings> = {},
  env: Readonly<Record<string, string | undefined>> = {},
): TransportSettings {
  return {
    clock: given.clock ?? systemClock,
    budget: given.budget ?? createWaitBudget(180_000),
    dispatcher: given.dispatcher ?? createDispatcher({ env }),
    timeoutMs: given.timeoutMs ?? 30_000,
    readRetries: given.readRetries ?? 3,
    backoffMs: given.backoffMs ?? 500,
    unknownWaitMs: given.unknownWaitMs ?? 60_000,
    observe: given.observe ?? (() => undefined),
  };
}
