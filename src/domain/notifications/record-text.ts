import type { RecordState } from '../record/record-state.ts';
import { isReference, whenDone } from '../record/reference-words.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { RequestState } from '../workflow/request-state.ts';
import { areaName, engagementName, windowName } from './words.ts';

/** The record from the approval on: who decided, who comes when, and what has been done about it. */
export function recordText(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
): string {
  const approver = record.approval === null ? null : context.directory.byId(record.approval.user);
  const lines = [
    `**${headline(state)}** ${areaName(context.config, view)}, ${engagementName(view)}.`,
    '',
    ...(approver === null ? [] : [`- Approved by ${approver.username}`]),
    ...decisionLines(context, record, state),
  ];
  return lines.join('\n');
}

function headline(state: RequestState): string {
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

function decisionLines(context: RequestContext, record: RecordState, state: RequestState): string[] {
  const { decision } = record;
  if (decision === null || state === 'waitlisted') return [];
  const sme = context.config.roster.find((each) => each.gitlab === decision.username);
  const zone = sme?.calendar.timezone ?? context.config.calendar.timezone;
  return [
    `- SME: ${sme?.name ?? decision.username}, ${windowName(decision, zone)}`,
    `- Salesforce opportunity team: ${teamLine(context, record)}`,
    `- Slack channel of the opportunity: ${invitationLine(context, record)}`,
  ];
}

/** Only what was seen is told: a row that is meant to be there is "not yet" until Salesforce has shown it. */
function teamLine(context: RequestContext, record: RecordState): string {
  if (context.snapshot.salesforce.mode === 'off') return 'Salesforce is off, please add the SME by hand';
  const row = record.team.find((each) => each.row !== null)?.row ?? null;
  if (row === null) return 'not yet';
  return isReference(row) ? whenDone(row, 'done', 'not yet') : 'done';
}

function invitationLine(context: RequestContext, record: RecordState): string {
  if (context.snapshot.slack.mode === 'off') return 'Slack is off';
  const invitation = record.invitations.at(-1) ?? null;
  if (invitation === null) return 'none is known; to use one, `/invite` the desk into it';
  if (invitation.outcome === 'intended') return 'not yet';
  return isReference(invitation.outcome) ? whenDone(invitation.outcome, 'done', 'not yet') : 'done';
}
