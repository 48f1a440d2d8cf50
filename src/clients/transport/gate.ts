import type { TransportClock } from './clock.ts';
import type { WaitBudget } from './wait-budget.ts';

/** The pause a service asked for; every call of that service waits for its end. */
export interface Gate {
  /**
   * Keeps the gate shut for `ms` from now. False: the run's budget does not reach that far, nothing is changed.
   * Only the time by which the pause grows is taken from the budget, however many calls wait for it.
   */
  shut(ms: number): boolean;
  /** Resolves when the gate is open. */
  passed(): Promise<void>;
}

export function createGate(clock: TransportClock, budget: WaitBudget): Gate {
  let opensAt = Number.NEGATIVE_INFINITY;
  return {
    shut(ms) {
      const now = clock.monotonic();
      const until = now + ms;
      if (until <= opensAt) return true;
      if (!budget.take(until - Math.max(now, opensAt))) return false;
      opensAt = until;
      return true;
    },
    async passed() {
      const wait = opensAt - clock.monotonic();
      if (wait > 0) await clock.sleep(wait);
    },
  };
}
