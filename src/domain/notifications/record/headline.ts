import type { RequestState } from '../../workflow/request-state.ts';

/** Where a request stands, in one sentence. */
export function headline(state: RequestState): string {
  switch (state) {
    case 'submitted':
      return 'Being checked.';
    case 'needs-info':
      return 'Waiting for the requester.';
    case 'awaiting-approval':
      return 'Waiting for an approval.';
    case 'approved':
      return 'Approved; an SME is being looked for.';
    case 'waitlisted':
      return 'Approved; nobody is free at the proposed times. It is tried again in every run.';
    case 'assigned':
      return 'Assigned.';
    case 'changed':
      return 'Changed since it was approved; an approver has to look again.';
    case 'engaged':
      return 'Accepted by the SME.';
    case 'awaiting-feedback':
      return 'The meeting is over; feedback is asked for.';
    case 'completed':
      return 'Completed.';
    case 'declined':
      return 'Declined.';
    case 'cancelled':
      return 'Cancelled.';
    default:
      return state satisfies never;
  }
}
