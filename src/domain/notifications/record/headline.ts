import type { Search } from '../../assignment/who-searches.ts';
import type { RequestState } from '../../workflow/request-state.ts';

/** Where a request stands, in one sentence. `search`: who finds its SME while it has none. */
export function headline(state: RequestState, search: Search): string {
  switch (state) {
    case 'submitted':
      return 'Being checked.';
    case 'needs-info':
      return 'Waiting for the requester.';
    case 'awaiting-approval':
      return 'Waiting for an approval.';
    case 'approved':
      return `Approved; ${searchWords[search] ?? 'an SME is being looked for.'}`;
    case 'waitlisted':
      return `Approved; ${searchWords[search] ?? 'nobody is free at the proposed times. It is tried again in every run.'}`;
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

/** Why the desk itself looks for nobody; null: it does. */
const searchWords: Readonly<Record<Search, string | null>> = {
  'the desk': null,
  'a lead': 'a lead chooses the SME.',
  'a lead, too large': 'it is larger than any SME budget, so that a lead assigns it by hand.',
  'nobody, not live': 'the area is not live yet, so that the desk assigns nobody.',
  'nobody, opportunity closed': 'the opportunity is closed, so that no SME is looked for.',
};
