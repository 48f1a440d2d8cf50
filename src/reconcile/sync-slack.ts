import type { Config } from '../config/types.ts';
import { keeps } from '../domain/opportunity-team/desired-rows.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Reference, Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { doneReference } from '../plan/done-reference.ts';
import { relabel } from './request/actions-on.ts';
import { viewAfter } from './request/view-after.ts';
import { announce } from './slack/announce.ts';
import { archiveChannels, owesArchive } from './slack/archive-channels.ts';
import { isBlind } from './slack/blind.ts';
import { furnishChannel } from './slack/furnish-channel.ts';
import { owesInvitation } from './slack/invitation-heirs.ts';
import { invite, undoInvitations } from './slack/invite.ts';
import { makeChannel } from './slack/make-channel.ts';
import type { SlackOn } from './slack/slack-on.ts';

/**
 * Step 5 of a run: one message per request in the area's request channel, edited in place, and the SME in the
 * opportunity's channel (`docs/rules.md#after-assignment`).
 */
export function syncSlack(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const { slack } = snapshot;
  if (slack.mode === 'off') return [];
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const chosen = views.filter((view) => only === null || view.issue.iid === only);
  if (slack.mode === 'down') return chosen.flatMap((view) => waitForSlack(view, 'Slack does not answer'));
  // A request that could not be read may want what another one gives up.
  const allRead = snapshot.unread.length === 0;
  return chosen.flatMap((view) => {
    const undone = allRead ? undoInvitations(view, context, slack, views) : [];
    const now = viewAfter(undone, view, context);
    const placed = place(now.view, now.context);
    const next = viewAfter(placed, now.view, now.context);
    const effects = [
      ...placed,
      ...(allRead ? archiveChannels(next.view, slackOf(next.context, slack), views) : []),
      ...invite(next.view, next.context, slackOf(next.context, slack), views),
      ...announce(now.view, now.context, slack),
    ];
    if (isBlind(now.view, now.context, slack)) {
      return [...undone, ...effects, ...waitForSlack(now.view, 'a channel cannot be read')];
    }
    const done = allRead && !owesInvitation(now.view) && !owesArchive(now.view, now.context, slack);
    return [...undone, ...effects, ...(done ? labelsDone(now.view, effects) : [])];
  });
}

/** A channel of the request's own, where it is to have one: made first, then furnished. */
function place(view: RequestView, context: RequestContext): IssueAction[] {
  const { slack } = context.snapshot;
  if (slack.mode !== 'on') return [];
  const made = makeChannel(view, context, slack);
  const now = viewAfter(made, view, context);
  return [...made, ...furnishChannel(now.view, now.context, slackOf(now.context, slack))];
}

/** Slack as some planned actions will have left it. */
function slackOf({ snapshot }: RequestContext, before: SlackOn): SlackOn {
  return snapshot.slack.mode === 'on' ? snapshot.slack : before;
}

/** Owed is what a request with an SME has announced or invited, and what an ended one has to take back. */
function waitForSlack(view: RequestView, because: string): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  const grants = decision !== null && keeps(view) && view.state !== 'completed';
  if ((!grants && !owesInvitation(view)) || view.issue.labels.includes('slack::pending')) return [];
  return [relabel(view, ['slack::pending'], [], `${because}; tried again in each run`)];
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
      return [`invite(${effect.issue},${effect.user})`];
    case 'slack.channel.create':
      return [`channel(${effect.issue},${effect.name})`];
    case 'slack.channel.set':
    case 'slack.channel.archive':
    case 'slack.pin':
      return [doneReference(effect)];
    default:
      return [];
  }
}
