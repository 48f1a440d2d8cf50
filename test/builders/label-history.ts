import type { LabelEvent } from '../../src/domain/snapshot.ts';
import { hour, labelId, monday, user } from './snapshot.ts';

/** One change of a label: its id also says when, an hour for each. `by` null: the account is deleted. */
export function event(
  id: number,
  by: string | null,
  action: 'add' | 'remove',
  label: string | null,
  ofLabel = labelId(label ?? ''),
): LabelEvent {
  return {
    id,
    user: by === null ? null : user(by),
    at: monday + id * hour,
    label: label === null ? null : { id: ofLabel, name: label },
    action,
  };
}
