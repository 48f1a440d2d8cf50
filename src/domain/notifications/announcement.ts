import { formatInstant } from '../calendar/format-instant.ts';
import { didNotTakePlace } from '../feedback/took-place.ts';
import { publicAreaName } from '../request/public-area-name.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import { slackUserOfSme } from '../request/slack-user-of-sme.ts';
import { slackText } from '../slack-text/slack-text.ts';
import type { RequestState } from '../workflow/request-state.ts';

/**
 * The message in the area's request channel: number, area, type and state, and once somebody takes it who and when
 * (in the program's time zone), so that new dates and another SME change it. No customer, no channel of an
 * opportunity, and no link, since most of its readers cannot open a confidential issue. `before`: what stands there
 * now, or null; once the meeting is over nobody is named who was not named before.
 */
export function announcement(view: RequestView, context: RequestContext, before: string | null): string {
  const { config } = context;
  const { engagement } = view.form;
  const area = publicAreaName(view, config);
  const type = engagement.state === 'given' ? engagement.value.type : 'Other';
  const state = view.state === 'none' ? 'submitted' : view.state;
  const head = slackText`SME request #${view.issue.iid} · ${area} · ${type} · `;
  return head + stateWords(view, context, state, before);
}

function stateWords(
  view: RequestView,
  context: RequestContext,
  state: RequestState,
  before: string | null,
): string {
  switch (state) {
    case 'submitted':
    case 'needs-info':
      return slackText`waiting for the requester`;
    case 'awaiting-approval':
      return slackText`waiting for an approver`;
    case 'approved':
      return slackText`approved, an SME is being looked for`;
    case 'waitlisted':
      return slackText`approved, nobody is free yet`;
    case 'assigned':
    case 'engaged':
    case 'awaiting-feedback':
    case 'completed':
      return whoWords(view, context, state, before);
    case 'changed':
      return slackText`changed, an approver looks again`;
    case 'declined':
      return slackText`declined`;
    case 'cancelled':
      return slackText`cancelled`;
    default:
      return state satisfies never;
  }
}

function whoWords(
  view: RequestView,
  context: RequestContext,
  state: RequestState,
  before: string | null,
): string {
  const decision = view.record.state?.decision ?? null;
  if (decision === null) return slackText`${state}`;
  if (state === 'completed' && didNotTakePlace(view.record.state)) return slackText`did not take place`;
  const user = slackUserOfSme(context, decision.username);
  const sme = context.config.roster.find((each) => each.gitlab === decision.username);
  const who =
    user === null ? slackText`${sme?.name ?? decision.username}` : slackText`${{ kind: 'user', id: user }}`;
  if (state === 'awaiting-feedback' || state === 'completed') {
    return before?.includes(who) ? `done: ${who}` : 'done';
  }
  const when = formatInstant(decision.start, context.config.calendar.timezone);
  return slackText`${state}: ` + who + slackText`, ${when}`;
}

/** The key of a request's announcement: project and issue, so that two desks in one channel never meet. */
export function announcementKey(view: RequestView): string {
  return `${view.issue.projectId}/${view.issue.iid}/announce`;
}
