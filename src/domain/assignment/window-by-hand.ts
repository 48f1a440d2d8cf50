import type { Sme } from '../../config/types.ts';
import { candidateOf, type Supply, type Wish } from './eligibility.ts';
import type { Time } from './engagement.ts';
import { timesOn } from './windows.ts';

/**
 * When somebody comes who was chosen by hand: at the time the desk would have found, else at the first proposed one
 * that lies ahead, else at the first; of a series at all of them. Null: the form proposes none.
 */
export function windowByHand(
  sme: Sme,
  wish: Wish,
  supply: Supply,
): (Time & { readonly parts: readonly Time[] }) | null {
  const candidate = candidateOf(sme, { ...wish, anyHour: true, excluded: [] }, supply);
  if (candidate.kind === 'eligible') return candidate.window;
  const times = wish.dates.map((date) => timesOn(date, wish.durationMinutes, sme));
  const ahead = (some: readonly Time[]): Time[] => {
    const time = some.find((each) => each.start >= supply.now) ?? some[0];
    return time === undefined ? [] : [time];
  };
  const meetings = (wish.series ? times.flatMap(ahead) : ahead(times.flat())).sort(
    (a, b) => a.start - b.start,
  );
  const [first] = meetings;
  if (first === undefined) return null;
  const end = Math.max(...meetings.map((each) => each.end));
  return { start: first.start, end, parts: meetings.length > 1 ? meetings : [] };
}
