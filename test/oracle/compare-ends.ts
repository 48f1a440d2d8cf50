import { pathOf } from './call.ts';
import { type End, endOf } from './end.ts';
import type { Finding } from './finding.ts';
import { deskWrote, type Seen } from './seen.ts';

const longest = 300;

function differences(a: End, b: End, invariant: number): Finding[] {
  const places = [...new Set([...a.keys(), ...b.keys()])].sort();
  return places.flatMap((place): Finding[] => {
    const [left, right] = [a.get(place) ?? 'nothing', b.get(place) ?? 'nothing'];
    if (left === right) return [];
    const what = `${place}: ${left.slice(0, longest)} ≠ ${right.slice(0, longest)}`;
    const issue = /^#(\d+) /.exec(place)?.[1];
    return [{ invariant, ...(issue === undefined ? {} : { issue: Number(issue) }), what }];
  });
}

/** 6: two worlds, one with faults on the way and one without, have come to the same end. */
export function sameEnd(expected: Seen, reached: Seen): Finding[] {
  return differences(endOf(expected), endOf(reached), 6);
}

/** 7: between two looks at one world the desk has written nothing. */
export function wroteNothing(before: Seen, after: Seen): Finding[] {
  const last = before.calls.at(-1)?.seq ?? 0;
  const writes = after.calls.filter((call) => call.seq > last && call.write && isDesks(after, call.actor));
  return writes.map((call) => ({
    invariant: 7,
    what: `${call.method} ${pathOf(call)} (call ${call.seq}${deskWrote(after, call) ? '' : ', not applied'})`,
  }));
}

function isDesks(seen: Seen, actor: string): boolean {
  return seen.desk.usernames.includes(actor);
}

/** 11: a world with a poisoned issue in it and one without differ in that issue only. */
export function othersUnchanged(clean: Seen, poisoned: Seen, poison: readonly number[]): Finding[] {
  const options = { without: poison };
  return differences(endOf(clean, options), endOf(poisoned, options), 11);
}

/** 18: two worlds that differed in the order of lists, the size of pages or repeated deliveries are the same. */
export function sameInAnyOrder(usual: Seen, shuffled: Seen): Finding[] {
  return differences(endOf(usual), endOf(shuffled), 18);
}
