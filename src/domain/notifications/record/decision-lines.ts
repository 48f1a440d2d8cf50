import { meetingsOf } from '../../assignment/engagement.ts';
import { formatInstant } from '../../calendar/format-instant.ts';
import { salesforceUserOfSme } from '../../opportunity-team/salesforce-user-of-sme.ts';
import { sameUsername } from '../../people.ts';
import type { RecordState } from '../../record/record-state.ts';
import { isReference, whenDone } from '../../record/reference-words.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../request/request-view.ts';
import type { RequestState } from '../../workflow/request-state.ts';
import { windowName } from '../words.ts';

type Decision = NonNullable<RecordState['decision']>;

const withoutSme: readonly RequestState[] = ['waitlisted', 'declined', 'cancelled'];

/** Who has decided what, who comes when, and what has been done about it outside; one point each. */
export function decisionLines(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
): string[] {
  const { decision } = record;
  const approved = approvalLine(view, context, record);
  if (decision === null || withoutSme.includes(state)) return approved;
  return [
    ...approved,
    ...smeLines(view, context, decision),
    `Salesforce opportunity team: ${teamLine(context, record, decision)}`,
    `Slack channel of the opportunity: ${invitationLine(context, record)}`,
  ];
}

function approvalLine(view: RequestView, context: RequestContext, { approval }: RecordState): string[] {
  if (approval === null) return [];
  const name = context.directory.byId(approval.user)?.username ?? 'somebody whose account is gone';
  const event = view.issue.labelEvents.find((each) => each.id === approval.event);
  const zone = requesterZone(context, view.issue.author.username);
  return [`Approved by ${name}${event === undefined ? '' : ` on ${formatInstant(event.at, zone)}`}`];
}

function smeLines(view: RequestView, context: RequestContext, decision: Decision): string[] {
  const { config, directory } = context;
  const sme = config.roster.find((each) => sameUsername(each.gitlab, decision.username));
  const zone = sme?.calendar.timezone ?? config.calendar.timezone;
  const when = meetingsOf(decision).map((meeting) => windowName(meeting, zone));
  const by = decision.override === null ? null : directory.byId(decision.override);
  const own = requesterZone(context, view.issue.author.username);
  return [
    `SME: ${sme?.name ?? decision.username}, ${when.join('; ')}`,
    ...(decision.override === null ? [] : [`Chosen by hand by ${by?.username ?? 'a lead'}`]),
    ...(decision.accepted === null ? [] : [`Accepted on ${formatInstant(decision.accepted, own)}`]),
  ];
}

/** Only what was seen is told: a row that is meant to be there is "not yet" until Salesforce has shown it. */
function teamLine(context: RequestContext, record: RecordState, { onTeam, username }: Decision): string {
  const { config, snapshot } = context;
  if (snapshot.salesforce.mode === 'off') {
    return onTeam
      ? 'done, the requester says'
      : 'Salesforce is off, please add the SME by hand and answer `team: done`';
  }
  // The row of an SME who was let go says nothing about the one who comes.
  const users = snapshot.salesforce.mode === 'on' ? snapshot.salesforce.users : [];
  const user = salesforceUserOfSme(config, users, username);
  const own = record.team.filter((each) => user === null || each.user === user);
  const row = own.find((each) => each.row !== null)?.row ?? null;
  if (row === null) return 'not yet';
  return isReference(row) ? whenDone(row, 'done', 'not yet') : 'done';
}

function invitationLine({ snapshot }: RequestContext, record: RecordState): string {
  if (snapshot.slack.mode === 'off') return 'Slack is off';
  const invitation = record.invitations.at(-1) ?? null;
  const made = record.channelsMade.at(-1) ?? null;
  if (invitation === null && made !== null && !made.over) return 'a temporary one; the SME is not in it yet';
  if (invitation === null) return 'none is known; to use one, `/invite` the desk into it';
  if (invitation.outcome === 'intended') return 'not yet';
  return isReference(invitation.outcome) ? whenDone(invitation.outcome, 'done', 'not yet') : 'done';
}
