import { type RequestState, requestStates } from '../workflow/request-state.ts';

/** One scope with fixed values. The key is the value, the text is the label's description in GitLab. */
export interface LabelScope {
  readonly scope: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly values: Readonly<Record<string, string>>;
}

const requestMeanings = {
  submitted: 'Received; the desk checks it',
  'needs-info': 'Waiting for the requester: something is missing',
  'awaiting-approval': 'Checked; waiting for an approver',
  approved: 'Set by an approver: may be assigned',
  waitlisted: 'Approved, but nobody is free yet; tried again in every run',
  assigned: 'An SME is assigned and asked to accept',
  changed: 'Changed after the approval: an approver has to look again',
  engaged: 'The SME has accepted',
  'awaiting-feedback': 'The meeting is over; waiting for feedback',
  completed: 'Done',
  declined: 'Set by an approver, with the reason in a comment',
  cancelled: 'Withdrawn or expired',
} satisfies Record<RequestState, string>;

function requestValues(): Record<string, string> {
  return Object.fromEntries(requestStates.map((state) => [state, requestMeanings[state]]));
}

/** Every scope whose values are the same for every program; `area::` and `collateral-kind::` come from the configuration. */
export const labelScopes: readonly LabelScope[] = [
  {
    scope: 'type',
    color: '#6e49cb',
    values: {
      'sme-request': 'A request for an SME',
      'customer-feedback': 'What a customer said, for product management',
      collateral: 'Material that is wanted or published',
      nomination: 'Somebody proposed as SME or associate',
      cadence: 'A recurring meeting with its agenda',
      'channel-review': 'Quarterly review of the Slack channels',
      'sme-record': 'The confidential record of one SME',
    },
  },
  { scope: 'request', color: '#1f75cb', values: requestValues() },
  {
    scope: 'salesforce',
    color: '#ab6100',
    values: {
      pending: 'The opportunity team does not match yet; tried again in the next run',
      failed: 'The check waits: Salesforce does not answer; the record says since when',
    },
  },
  {
    scope: 'slack',
    color: '#ab6100',
    values: {
      pending: 'Slack does not match yet; tried again in the next run',
      failed: 'Not used by this version of the desk',
    },
  },
  {
    scope: 'sla',
    color: '#dd2b0e',
    values: { 'at-risk': 'An answer is nearly late', breached: 'An answer is late' },
  },
  {
    scope: 'feedback',
    color: '#108548',
    values: {
      new: 'Not looked at yet',
      reviewed: 'Read by product management',
      accepted: 'Product management wants it',
      roadmap: 'Planned',
      resolved: 'Delivered',
      declined: 'Will not be done; the comment says why',
      backlog: 'Kept for later',
    },
  },
  {
    scope: 'feedback-type',
    color: '#2f7549',
    values: {
      'feature-request': 'Something the product cannot do yet',
      bug: 'Something the product does wrong',
      enhancement: 'Something the product could do better',
    },
  },
  {
    scope: 'impact',
    color: '#c24b38',
    values: {
      blocker: 'Stops the customer; set by people',
      major: 'Hinders the customer; set by people',
      minor: 'A nuisance; set by people',
    },
  },
  {
    scope: 'score',
    color: '#8f4700',
    values: {
      high: 'Scored by the desk: high',
      medium: 'Scored by the desk: medium',
      low: 'Scored by the desk: low',
    },
  },
  {
    scope: 'duplicate',
    color: '#5a6a7a',
    values: {
      proposed: 'May be the same ask as another one; the comment says which',
      confirmed: 'The same ask as another one; set by people, then they count together',
      rejected: 'Not the same ask; set by people',
    },
  },
  {
    scope: 'collateral',
    color: '#0b5cad',
    values: {
      requested: 'Wanted; nobody works on it yet',
      'in-progress': 'Being made',
      published: 'Published; the issue has the link',
      stale: 'Published long ago; the owner is asked to look',
    },
  },
  {
    scope: 'nomination',
    color: '#9d3dc2',
    values: {
      proposed: 'Proposed; the manager is asked',
      'manager-approved': 'The manager agrees; the area lead decides',
      onboarding: 'Being onboarded',
      active: 'On the roster',
      declined: 'Not taken up; the comment says why',
    },
  },
];
