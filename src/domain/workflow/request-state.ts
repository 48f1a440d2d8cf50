/** The states of a request, in the order of a life that goes well. Each is a label `request::<state>`. */
export const requestStates = [
  'submitted',
  'needs-info',
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
  'awaiting-feedback',
  'completed',
  'declined',
  'cancelled',
] as const;

export type RequestState = (typeof requestStates)[number];

/** States that nothing follows but a reopening: such a request is no longer live. */
export const finalStates: readonly RequestState[] = ['completed', 'declined', 'cancelled'];

/** The states up to the meeting, in which a request can be declined and its SME chosen by hand. */
export const statesBeforeMeeting = [
  'submitted',
  'needs-info',
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
] as const satisfies readonly RequestState[];

/** Whether a request stands in one of {@link statesBeforeMeeting}. */
export function isBeforeMeeting(state: RequestState | 'none'): boolean {
  return statesBeforeMeeting.some((each) => each === state);
}

const scope = 'request::';

/** The label of a state. */
export function requestLabel(state: RequestState): string {
  return `${scope}${state}`;
}

/** Every label of the scope, in the order of {@link requestStates}. */
export const requestLabels: readonly string[] = requestStates.map(requestLabel);

/** Whether a label belongs to the scope `request::`, known or not. */
export function isRequestLabel(label: string): boolean {
  return label.startsWith(scope);
}

/** The state a label names, or null: another label, or a value nobody configured. */
export function stateOfLabel(label: string): RequestState | null {
  if (!isRequestLabel(label)) return null;
  return requestStates.find((state) => requestLabel(state) === label) ?? null;
}

/** The labels of the scope among some labels, sorted. */
export function requestScope(labels: readonly string[]): string[] {
  return labels.filter(isRequestLabel).sort();
}
