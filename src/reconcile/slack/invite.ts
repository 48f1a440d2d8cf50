import { liesAhead } from '../../domain/dates/lies-ahead.ts';
import { desiredRows, keeps, mayGrant } from '../../domain/opportunity-team/desired-rows.ts';
import { sameWish } from '../../domain/opportunity-team/team-wish.ts';
import { sameUsername } from '../../domain/people.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { withInvitation } from '../../domain/request/invitation.ts';
import { opportunityChannel } from '../../domain/request/opportunity-channel.ts';
import { opportunityGone } from '../../domain/request/opportunity-gone.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { slackUserOfSme } from '../../domain/request/slack-user-of-sme.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf, recordOf } from '../request/actions-on.ts';
import { rememberIntention, rememberOutcome } from '../request/remember.ts';
import { isLeftByAnother, isWantedElsewhere, waitsForHeir } from './invitation-heirs.ts';
import type { SlackOn } from './slack-on.ts';

type Invitation = RecordState['invitations'][number];

/**
 * Invites the SME: the intention first, then the invitation, then what Slack said to it. An invitation that a request
 * leaves behind when it ends is taken over by the one that wants the same person in the same channel.
 */
export function invite(
  view: RequestView,
  context: RequestContext,
  slack: SlackOn,
  views: readonly RequestView[],
): IssueAction[] {
  const approval = view.record.state?.approval ?? null;
  const decision = view.record.state?.decision ?? null;
  if (approval === null || decision === null || !mayGrant(view)) return [];
  const channel = opportunityChannel(view, context);
  const user = slackUserOfSme(context, decision.username);
  if (channel === null || user === null || slack.unreadable.includes(channel)) return [];
  const record = recordOf(view, context);
  const noted = record.invitations.find((each) => each.channel === channel && each.user === user);
  const present = slack.members[channel]?.includes(user) ?? false;
  if (present) {
    const left = isLeftByAnother({ channel, user }, view, views);
    const settled = noted !== undefined && noted.outcome !== 'intended';
    if (settled && !(left && noted.outcome === 'was there')) return [];
    const entry: Invitation = { channel, user, outcome: left ? 'invited' : 'was there' };
    const known = withInvitation(record, entry);
    return [rememberOutcome(view, context, known, 'the SME is in the channel')];
  }
  if (opportunityGone(view, context) || !liesAhead(view, context.snapshot.now)) return [];
  const intended: Invitation = { channel, user, outcome: 'intended' };
  const done: Invitation = { channel, user, outcome: `invite(${view.issue.iid},${user})` };
  const intention =
    noted?.outcome === 'intended'
      ? []
      : [rememberIntention(view, context, withInvitation(record, intended), 'means to invite the SME')];
  return [
    ...intention,
    {
      kind: 'slack.invite',
      issue: view.issue.iid,
      expect: expectOf(view),
      channel,
      user,
      authority: approval,
    },
    rememberOutcome(view, context, withInvitation(record, done), 'the SME was invited'),
  ];
}

/** Takes back invitations of the desk's own that the request no longer grants. */
export function undoInvitations(
  view: RequestView,
  context: RequestContext,
  slack: SlackOn,
  views: readonly RequestView[],
): IssueAction[] {
  const record = view.record.state;
  if (record === null) return [];
  const stale = staleInvitations(view, context, record).filter(
    // Who is in a channel that cannot be read is not known: the invitation stays noted until it can.
    (each) => !waitsForHeir(each, view, views) && !slack.unreadable.includes(each.channel),
  );
  if (stale.length === 0) return [];
  const removals = stale.flatMap((each): IssueAction[] => {
    // Nobody can be taken out of an archived channel.
    const isArchived = slack.channels.some(({ id, archived }) => id === each.channel && archived);
    const there = !isArchived && (slack.members[each.channel]?.includes(each.user) ?? false);
    if (each.outcome !== 'invited' || !there || isWantedElsewhere(each, view, views)) return [];
    const { channel, user } = each;
    return [
      {
        kind: 'slack.remove',
        issue: view.issue.iid,
        expect: expectOf(view),
        channel,
        user,
        why: `the request is ${view.state}`,
      },
    ];
  });
  const left = { ...record, invitations: record.invitations.filter((each) => !stale.includes(each)) };
  return [...removals, rememberIntention(view, context, left, 'what the desk had added is taken back')];
}

/**
 * What is not granted any more: everything once the request has ended; another SME or another channel once that one
 * is approved; another opportunity, and an SME who was let go, at once (`docs/rules.md#transitions`).
 */
export function staleInvitations(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
): readonly Invitation[] {
  const { decision, invitations } = record;
  if (!keeps(view) || isOfAnotherOpportunity(view, context, record)) return invitations;
  if (decision === null) return record.released === null ? [] : invitations;
  const channel = opportunityChannel(view, context);
  const user = slackUserOfSme(context, decision.username);
  if (!mayGrant(view) || channel === null || user === null) {
    return invitations.filter((each) => isOfAnotherSme(each, context, decision.username));
  }
  return invitations.filter((each) => each.channel !== channel || each.user !== user);
}

/** Whoever was let go leaves at once; somebody Slack cannot match today may still be the one. */
function isOfAnotherSme(invitation: Invitation, context: RequestContext, username: string): boolean {
  const others = context.config.roster.filter((each) => !sameUsername(each.gitlab, username));
  return others.some((each) => slackUserOfSme(context, each.gitlab) === invitation.user);
}

/** The team rows of the record are, after the step before this one, those of the opportunity in the form. */
function isOfAnotherOpportunity(view: RequestView, context: RequestContext, record: RecordState): boolean {
  if (view.state !== 'changed' || view.form.opportunity.state !== 'given') return false;
  const [wish] = desiredRows(view, context);
  return wish !== undefined && !record.team.some((row) => sameWish(row, wish));
}
