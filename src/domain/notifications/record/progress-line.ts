import type { RequestState } from '../../workflow/request-state.ts';

/** The steps of a request that goes well: as they are called once done, and while they are awaited. */
const steps = [
  ['submitted', 'submission'],
  ['checked', 'check'],
  ['approved', 'approval'],
  ['assigned', 'assignment'],
  ['accepted', 'acceptance'],
  ['met', 'meeting'],
  ['feedback given', 'feedback'],
] as const;

/** How far a request has come, on one line with the current step marked; null: it has ended on the way. */
export function progressLine(state: RequestState): string | null {
  const current = currentStep(state);
  if (current === null) return null;
  return steps
    .map(([done, awaited], index) => {
      if (index < current) return `✓ ${done}`;
      return index === current ? `**now: ${awaited}**` : awaited;
    })
    .join(' → ');
}

/** Index of the step that a request is at; behind the last one: it is completed. */
function currentStep(state: RequestState): number | null {
  switch (state) {
    case 'submitted':
    case 'needs-info':
      return 1;
    case 'awaiting-approval':
    case 'changed':
      return 2;
    case 'approved':
    case 'waitlisted':
      return 3;
    case 'assigned':
      return 4;
    case 'engaged':
      return 5;
    case 'awaiting-feedback':
      return 6;
    case 'completed':
      return steps.length;
    case 'declined':
    case 'cancelled':
      return null;
    default:
      return state satisfies never;
  }
}
