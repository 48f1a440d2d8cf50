import type { TransportClock } from '../../../src/clients/transport/clock.ts';

/** A clock that remembers each wait and makes it at once. */
export interface QuickClock extends TransportClock {
  readonly waits: number[];
}

export function quickClock(): QuickClock {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    monotonic: () => now,
    sleep(ms) {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
