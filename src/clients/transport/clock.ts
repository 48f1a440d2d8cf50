import { setTimeout as wait } from 'node:timers/promises';

/** Waiting, injected so that tests never wait. Both in milliseconds. */
export interface TransportClock {
  /** Resolves after `ms` milliseconds. */
  sleep(ms: number): Promise<void>;
  /** Milliseconds since any fixed point; never goes back. */
  monotonic(): number;
}

/** The clock of a real run. */
export const systemClock: TransportClock = {
  async sleep(ms) {
    await wait(ms);
  },
  monotonic: () => performance.now(),
};
