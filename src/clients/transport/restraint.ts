import { ClientError, type Service } from '../client-error.ts';
import type { Route } from './allow-list.ts';
import { createGate } from './gate.ts';
import type { HttpAnswer } from './http.ts';
import { createGap, createSlidingWindow } from './pace.ts';
import { retryAfter } from './retry-after.ts';
import type { TransportSettings } from './settings.ts';

/** What keeps a client from asking too often, or at all. */
export interface Restraint {
  /** Throws if the service said stop earlier in this run. */
  refuseIfStopped(): void;
  /** The service said stop. */
  stop(error: ClientError): void;
  /** Waits until the service wants to be asked again and the own pace allows it. */
  beforeAttempt(route: Route): Promise<void>;
  /**
   * Answer 429: shuts the gate for as long as the service asks; beyond the run's budget it is a stop (`goOn` is
   * false).
   */
  slowDown(answer: HttpAnswer): { readonly error: ClientError; readonly goOn: boolean };
  /** Waits before a read is asked again. False: no more repetitions. */
  backOff(answer: HttpAnswer | null, attempt: number): Promise<boolean>;
}

export interface RestraintOptions {
  readonly service: Service;
  readonly settings: TransportSettings;
  /** Milliseconds between the starts of two writes. */
  readonly writeGapMs: number;
  readonly notesPerMinute: number;
}

/** See {@link Restraint}. The rules are docs/security.md#promises and docs/gitlab.md#limits. */
export function createRestraint(options: RestraintOptions): Restraint {
  const { service, settings } = options;
  const gate = createGate(settings.clock, settings.budget);
  const keepPace = createPaceKeeper(options);
  let stopped: ClientError | null = null;

  function refuseIfStopped(): void {
    if (stopped === null) return;
    throw new ClientError(`${service}-stopped`, { detail: `after ${stopped.code}`, reason: 'stopped' });
  }

  function stop(error: ClientError): void {
    stopped ??= error;
  }

  return {
    refuseIfStopped,
    stop,
    async beforeAttempt(route) {
      await gate.passed();
      await keepPace(route);
      refuseIfStopped();
    },
    slowDown(answer) {
      const wait = Math.max(retryAfter(answer) ?? settings.unknownWaitMs, settings.backoffMs);
      const error = new ClientError(`${service}-rate-limited`, { reason: 'http 429', status: 429 });
      const goOn = gate.shut(wait);
      if (!goOn) stop(error);
      return { error, goOn };
    },
    async backOff(answer, attempt) {
      const asked = answer === null ? null : retryAfter(answer);
      const wait = Math.max(asked ?? 0, settings.backoffMs * 2 ** attempt);
      if (attempt >= settings.readRetries || !settings.budget.take(wait)) return false;
      await settings.clock.sleep(wait);
      return true;
    },
  };
}

/**
 * Keeps writes apart. The small gap is free; waiting for the comment window is taken from the run's budget, and
 * what does not fit waits for the next run.
 */
function createPaceKeeper(options: RestraintOptions): (route: Route) => Promise<void> {
  const { clock, budget } = options.settings;
  const writes = createGap(options.writeGapMs);
  const notes = createSlidingWindow(options.notesPerMinute, 60_000);
  return async (route) => {
    if (!route.write) return;
    const now = clock.monotonic();
    const spaced = writes.earliest(now);
    const at = route.note ? notes.earliest(spaced) : spaced;
    if (at > spaced && !budget.take(at - spaced)) {
      throw new ClientError(`${options.service}-rate-limited`, {
        detail: 'the own pace of the desk; the rest waits for the next run',
        reason: 'own pace',
      });
    }
    writes.reserve(at);
    if (route.note) notes.reserve(at);
    if (at > now) await clock.sleep(at - now);
  };
}
