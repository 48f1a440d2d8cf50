import type { Config } from '../config/types.ts';
import { announcement, announcementKey } from '../domain/notifications/announcement.ts';
import { desiredRows, keeping, mayGrant } from '../domain/opportunity-team/desired-rows.ts';
import { sameWish } from '../domain/opportunity-team/team-wish.ts';
import type { RecordState } from '../domain/record/record-state.ts';
import { withInvitation } from '../domain/request/invitation.ts';
import { opportunityChannel } from '../domain/request/opportunity-channel.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import { slackUserOfSme } from '../domain/request/slack-user-of-sme.ts';
import type { DeskMessage, Reference, SlackFacts, Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { expectOf, recordOf, relabel } from './request/actions-on.ts';
import { rememberIntention, rememberOutcome } from './request/remember.ts';
import { viewAfter } from './request/view-after.ts';

type SlackOn = Extract<SlackFacts, { mode: 'on' }>;
type Invitation = RecordState['invitations'][number];

/**
 * Step 4 of a run: one message per request in the area's request channel, edited in place, and the SME in the
 * opportunity's channel (`docs/rules.md#after-assignment`).
 */
export function syncSlack(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const { slack } = snapshot;
  if (slack.mode === 'off') return [];
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const chosen = views.filter((view) => only === null || view.issue.iid === only);
  if (slack.mode === 'down') return chosen.flatMap(waitForSlack);
  // A request that could not be read may want what another one gives up.
  const allRead = snapshot.unread.length === 0;
  return chosen.flatMap((view) => {
    const undone = allRead ? undoInvitations(view, context, slack, views) : [];
    const now = viewAfter(undone, view, context);
    const effects = [...invite(now.view, now.context, slack), ...announce(now.view, now.context, slack)];
    return [...undone, ...effects, ...(allRead ? labelsDone(now.view, effects) : [])];
  });
}

function waitForSlack(view: RequestView): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  if (decision === null || !keeping.includes(view.state) || view.state === 'completed') return [];
  if (view.issue.labels.includes('slack::pending')) return [];
  return [relabel(view, ['slack::pending'], [], 'Slack does not answer; tried again in each run')];
}

/** Posts, edits or thins out the request's message. From `assigned` on it names the SME: then it is a grant. */
function announce(view: RequestView, context: RequestContext, slack: SlackOn): IssueAction[] {
  const area = context.config.areas.find((each) => each.key === view.areaKey);
  const channel = area?.slack.request ?? null;
  if (channel === null || view.record.state === null) return [];
  const key = announcementKey(view);
  const text = announcement(view, context);
  const [oldest, ...surplus] = slack.messages
    .filter((message) => message.key === key && message.channel === channel)
    .sort((a, b) => compareTs(a, b));
  const names = view.state === 'assigned' || view.state === 'engaged';
  const authority = names ? (view.record.state.approval ?? null) : null;
  const on = { issue: view.issue.iid, expect: expectOf(view), channel, key };
  const thinned = surplus.flatMap((message): IssueAction[] =>
    message.ts.includes('(') ? [] : [{ ...on, kind: 'slack.delete', ts: message.ts }],
  );
  if (oldest === undefined && isUnshown(view)) return [];
  if (names && (authority === null || !mayGrant(view))) return thinned;
  if (oldest === undefined) {
    return view.issue.state === 'closed'
      ? thinned
      : [...thinned, { ...on, kind: 'slack.post', text, authority }];
  }
  if (oldest.text === text) return thinned;
  return [...thinned, { ...on, kind: 'slack.edit', ts: oldest.ts, text, authority }];
}

/** Before a request was shown to its approvers nobody else hears of it. */
function isUnshown(view: RequestView): boolean {
  return view.state === 'none' || view.state === 'submitted' || view.state === 'needs-info';
}

/** Slack's timestamps are decimal seconds of one length, so text order is time order; coming ones are last. */
function compareTs(a: DeskMessage, b: DeskMessage): number {
  if (a.ts === b.ts) return 0;
  return a.ts < b.ts ? -1 : 1;
}

/** Invites the SME: the intention first, then the invitation, then what Slack said to it. */
function invite(view: RequestView, context: RequestContext, slack: SlackOn): IssueAction[] {
  const approval = view.record.state?.approval ?? null;
  const decision = view.record.state?.decision ?? null;
  if (approval === null || decision === null || !mayGrant(view)) return [];
  const channel = opportunityChannel(view, context);
  const user = slackUserOfSme(context, decision.username);
  if (channel === null || user === null) return [];
  const record = recordOf(view, context);
  const noted = record.invitations.find((each) => each.channel === channel && each.user === user);
  const present = slack.members[channel]?.includes(user) ?? false;
  if (present) {
    if (noted !== undefined && noted.outcome !== 'intended') return [];
    const entry: Invitation = { channel, user, outcome: 'was there' };
    const known = withInvitation(record, entry);
    return [rememberOutcome(view, context, known, 'the SME is in the channel')];
  }
  const intended: Invitation = { channel, user, outcome: 'intended' };
  const done: Invitation = { channel, user, outcome: `invite(${view.issue.iid},${channel})` };
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
function undoInvitations(
  view: RequestView,
  context: RequestContext,
  slack: SlackOn,
  views: readonly RequestView[],
): IssueAction[] {
  const record = view.record.state;
  if (record === null) return [];
  const stale = staleInvitations(view, context, record);
  if (stale.length === 0) return [];
  const removals = stale.flatMap((each): IssueAction[] => {
    const there = slack.members[each.channel]?.includes(each.user) ?? false;
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
 * is approved; another opportunity at once (`docs/rules.md#transitions`).
 */
function staleInvitations(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
): readonly Invitation[] {
  if (!keeping.includes(view.state) || isOfAnotherOpportunity(view, context, record))
    return record.invitations;
  const channel = opportunityChannel(view, context);
  const user = slackUserOfSme(context, record.decision?.username ?? '');
  if (!mayGrant(view) || channel === null || user === null) return [];
  return record.invitations.filter((each) => each.channel !== channel || each.user !== user);
}

/** The team rows of the record are, after the step before this one, those of the opportunity in the form. */
function isOfAnotherOpportunity(view: RequestView, context: RequestContext, record: RecordState): boolean {
  if (view.state !== 'changed' || view.form.opportunity.state !== 'given') return false;
  const [wish] = desiredRows(view, context);
  return wish !== undefined && !record.team.some((row) => sameWish(row, wish));
}

/** Another live request has the same person in the same channel: then the membership stays. */
function isWantedElsewhere(
  invitation: Invitation,
  view: RequestView,
  views: readonly RequestView[],
): boolean {
  return views.some(
    (other) =>
      other.issue.iid !== view.issue.iid &&
      keeping.includes(other.state) &&
      other.record.state?.invitations.some(
        (each) => each.channel === invitation.channel && each.user === invitation.user,
      ),
  );
}

/** The outbox labels go with the last effect that was missing; one that does not come about keeps them. */
function labelsDone(view: RequestView, effects: readonly IssueAction[]): IssueAction[] {
  const stale = view.issue.labels.filter((label) => label.startsWith('slack::'));
  if (stale.length === 0) return [];
  return [{ ...relabel(view, [], stale, 'Slack is up to date'), needs: effects.flatMap(cameAbout) }];
}

/** What the ledger knows an effect by when it has come about. */
function cameAbout(effect: IssueAction): Reference[] {
  switch (effect.kind) {
    case 'slack.post':
    case 'slack.edit':
      return [`message(${effect.issue},${effect.key})`];
    case 'slack.invite':
      return [`invite(${effect.issue},${effect.channel})`];
    default:
      return [];
  }
}
