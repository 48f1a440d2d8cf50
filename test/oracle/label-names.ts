import { field, pathOf, text } from './call.ts';
import type { Call } from './outside.ts';
import type { Seen } from './seen.ts';

const renamings = new WeakMap<readonly Call[], readonly Call[]>();

/** The calls of a journal that have changed a label, newest first. */
function renamingsIn({ calls }: Seen): readonly Call[] {
  const known = renamings.get(calls);
  if (known !== undefined) return known;
  const found = calls
    .filter((call) => call.method === 'PUT' && call.applied && /\/labels\/[^/]+$/.test(pathOf(call)))
    .reverse();
  renamings.set(calls, found);
  return found;
}

/**
 * Whether a label bore a name when call `seq` was made. Events show the name of today
 * (`docs/gitlab.md#events`), so later renamings are taken back, newest first; where one hides the old name, it is
 * not held against anybody.
 */
export function wasNamed(seen: Seen, labelId: number, name: string, seq: number): boolean {
  let now: string | null = seen.state.gitlab.labels[String(labelId)]?.name ?? null;
  if (now === null) return false;
  for (const call of renamingsIn(seen)) {
    if (call.seq <= seq) continue;
    const given = text(call, 'new_name');
    const named = decodeURIComponent(pathOf(call).split('/').at(-1) ?? '');
    if (field(call, 'new_name') === undefined || given !== now) continue;
    if (/^\d+$/.test(named)) return true;
    now = named;
  }
  return now === name;
}
