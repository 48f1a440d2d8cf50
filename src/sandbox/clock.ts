import type { World } from './world.ts';

/** Moves the sandbox's clock on by milliseconds; a clock never goes back. */
export function advanceClock(world: World, milliseconds: number): void {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) {
    throw new RangeError(`the clock can only go forward; ${milliseconds} ms is no step forward`);
  }
  world.clock.now += milliseconds;
}

/** Sets the sandbox's clock: epoch milliseconds or ISO 8601. */
export function setClock(world: World, at: number | string): void {
  const now = typeof at === 'number' ? at : Date.parse(at);
  if (!Number.isFinite(now))
    throw new RangeError(`'${at}' is no point in time; write it as 2026-11-23T08:00:00Z`);
  world.clock.now = now;
}
