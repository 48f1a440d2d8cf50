import type { Sme } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { loadAround } from './capacity.ts';
import { type Engagement, overlaps, type Time, type Window } from './engagement.ts';
import { possibleWindows } from './windows.ts';

/** What limits the time of one SME for one request. */
export interface Limits {
  readonly now: Instant;
  /** Working hours decide nothing. */
  readonly anyHour: boolean;
  /** Hours of any four weeks. */
  readonly capacity: number;
  /** Hours that each meeting takes. */
  readonly hours: number;
}

/** One window for each meeting, in the order of the meetings; or why there is none for one of them. */
export type Placed =
  | { readonly kind: 'windows'; readonly windows: readonly Window[] }
  | { readonly kind: 'none'; readonly reason: 'not free at the proposed times' | 'no hours left' };

/**
 * Finds a time for every meeting of a request, each with its hours on top of those before. A meeting with fewer times
 * to choose from comes first, so that a whole day gives way to an hour that is fixed (`docs/rules.md#dates`).
 */
export function placeMeetings(
  meetings: readonly (readonly Time[])[],
  sme: Sme,
  taken: readonly Engagement[],
  limits: Limits,
): Placed {
  const { capacity, hours } = limits;
  const windows: Window[] = [];
  let load = taken;
  for (const times of [...meetings].sort((a, b) => a.length - b.length)) {
    const free = possibleWindows(times, sme, taken, limits).filter(
      (window) => !windows.some((each) => overlaps(each, window)),
    );
    if (free.length === 0) return { kind: 'none', reason: 'not free at the proposed times' };
    const affordable = free.filter((window) => loadAround(load, window.start) + hours <= capacity);
    const window = affordable.find((each) => !each.outside) ?? affordable[0];
    if (window === undefined) return { kind: 'none', reason: 'no hours left' };
    windows.push(window);
    load = [...load, { issue: 0, sme: sme.gitlab, start: window.start, end: window.end, hours }];
  }
  return { kind: 'windows', windows };
}
