import { field, pathOf, text } from './call.ts';
import type { Seen } from './seen.ts';

/**
 * Whether a label bore a name when call `seq` was made. Events show the name of today
 * (`docs/gitlab.md#events`), so later renamings are taken back, newest first; where one hides the old name, it is
 * not held against anybody.
 */
export function wasNamed(seen: Seen, labelId: number, name: string, seq: number): boolean {
  let now: string | null = seen.state.gitlab.labels[String(labelId)]?.name ?? null;
  if (now === null) return false;
  const renamings = seen.calls.filter(
    (call) =>
      call.method === 'PUT' && call.applied && call.seq > seq && /\/labels\/[^/]+$/.test(pathOf(call)),
  );
  for (const call of renamings.reverse()) {
    const given = text(call, 'new_name');
    const named = decodeURIComponent(pathOf(call).split('/').at(-1) ?? '');
    if (field(call, 'new_name') === undefined || given !== now) continue;
    if (/^\d+$/.test(named)) return true;
    now = named;
  }
  return now === name;
}
