/** Where the desk may lead a request from a state, written anew from `docs/rules.md#transitions`. */
const next: Readonly<Record<string, readonly string[]>> = {
  none: ['submitted'],
  submitted: ['needs-info', 'awaiting-approval', 'declined', 'cancelled'],
  'needs-info': ['awaiting-approval', 'waitlisted', 'declined', 'cancelled'],
  'awaiting-approval': ['needs-info', 'approved', 'declined', 'cancelled'],
  approved: ['assigned', 'waitlisted', 'needs-info', 'changed', 'awaiting-approval', 'declined', 'cancelled'],
  waitlisted: ['assigned', 'needs-info', 'changed', 'awaiting-approval', 'declined', 'cancelled'],
  assigned: ['engaged', 'waitlisted', 'changed', 'awaiting-feedback', 'declined', 'cancelled'],
  engaged: ['assigned', 'waitlisted', 'changed', 'awaiting-feedback', 'declined', 'cancelled'],
  changed: ['approved', 'assigned', 'engaged', 'needs-info', 'awaiting-feedback', 'declined', 'cancelled'],
  'awaiting-feedback': ['completed', 'assigned', 'waitlisted', 'changed', 'cancelled'],
  completed: [],
  declined: ['submitted'],
  cancelled: ['submitted'],
};

/** Every state there is. */
const states: readonly string[] = Object.keys(next).filter((state) => state !== 'none');

/** The state a label names; null: it is no label of a state. */
export function stateIn(label: string): string | null {
  const state = label.startsWith('request::') ? label.slice('request::'.length) : null;
  return state !== null && states.includes(state) ? state : null;
}

/**
 * Whether the table leads from one state to another. Putting the own state back is no transition, and what was
 * cloned or moved here begins anew.
 */
export function mayLead(from: string, to: string): boolean {
  return from === to || (next[from]?.includes(to) ?? false);
}

/** The states a request is no longer live in. */
export const final: readonly string[] = ['completed', 'declined', 'cancelled'];
