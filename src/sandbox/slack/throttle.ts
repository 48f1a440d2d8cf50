import type { SlackWorld } from './state.ts';

const minute = 60_000;

/**
 * Seconds a caller of a method has to wait, 0 when the call may go on, which is then counted. Slack counts per
 * method; refused calls are not counted. `now` is epoch milliseconds.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export function secondsToWait(world: SlackWorld, method: string, now: number): number {
  const limit = world.switches.perMinute[method] ?? world.switches.perMinute['*'];
  if (limit === undefined) return 0;
  const recent = (world.calls[method] ?? []).filter((at) => at > now - minute);
  const oldest = recent[recent.length - limit];
  if (recent.length >= limit) return oldest === undefined ? 60 : Math.ceil((oldest + minute - now) / 1000);
  world.calls[method] = [...recent, now];
  return 0;
}
