import type { Switches } from '../world.ts';
import { Refusal } from './answers.ts';
import type { GitLabWorld, UserState } from './state.ts';

const minute = 60_000;

/** Whose calls are counted, and when; a call is one. */
interface Limited {
  readonly gitlab: GitLabWorld;
  readonly switches: Switches;
  readonly now: number;
  readonly user: UserState;
}

/**
 * The general limit: counted at the edge, so its answer is the edge's plain text (`docs/gitlab.md#limits`).
 */
export function checkRequestLimit(call: Limited): void {
  const limit = call.switches.requestLimitPerMinute;
  const key = `request:${call.user.id}`;
  if (limit !== null && !take(call, key, limit)) throw edgeRefusal(call, key, limit);
}

/**
 * The limit on new notes or issues. It is far below the general one, and the application's own 429 has no
 * usable headers: they describe the general limit, of which plenty may remain (`docs/gitlab.md#limits`).
 */
export function checkCreationLimit(call: Limited, kind: 'note' | 'issue'): void {
  const { noteLimitPerMinute, issueLimitPerMinute, limitStyle } = call.switches;
  const limit = kind === 'note' ? noteLimitPerMinute : issueLimitPerMinute;
  if (limit === null) return;
  const key = `${kind}:${call.user.id}`;
  if (take(call, key, limit)) return;
  if (limitStyle === 'edge') throw edgeRefusal(call, key, limit);
  const error = 'This endpoint has been requested too many times. Try again later.';
  throw new Refusal(
    429,
    { message: { error } },
    { 'RateLimit-Limit': '2000', 'RateLimit-Remaining': '1900' },
  );
}

function take({ gitlab, now }: Limited, key: string, limit: number): boolean {
  const recent = (gitlab.recent[key] ?? []).filter((at) => at > now - minute && at <= now);
  const free = recent.length < limit;
  gitlab.recent[key] = free ? [...recent, now] : recent;
  return free;
}

function edgeRefusal({ gitlab, now }: Limited, key: string, limit: number): Refusal {
  const oldest = gitlab.recent[key]?.[0] ?? now;
  const reset = Math.ceil((oldest + minute) / 1000);
  return new Refusal(429, 'Retry later\n', {
    'Retry-After': String(Math.max(1, reset - Math.floor(now / 1000))),
    'RateLimit-Limit': String(limit),
    'RateLimit-Name': 'throttle_authenticated_api',
    'RateLimit-Observed': String(limit + 1),
    'RateLimit-Remaining': '0',
    'RateLimit-Reset': String(reset),
    'RateLimit-ResetTime': new Date(reset * 1000).toUTCString(),
  });
}
