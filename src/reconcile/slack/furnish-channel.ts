import { slackPerson } from '../../domain/clocks/slack-person.ts';
import { brief, briefKey, channelPurpose, channelTopic } from '../../domain/notifications/brief.ts';
import { mayGrant } from '../../domain/opportunity-team/desired-rows.ts';
import { opportunityChannel } from '../../domain/request/opportunity-channel.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { currentChannel, type MadeChannel, madeFacts } from '../../domain/request/temporary-channel.ts';
import type { ChannelFacts } from '../../domain/snapshot.ts';
import type { Authority, IssueAction } from '../../plan/action.ts';
import { expectOf, recordOf } from '../request/actions-on.ts';
import { rememberOutcome } from '../request/remember.ts';
import { withLast } from './make-channel.ts';
import { ownMessages } from './own-messages.ts';
import type { SlackOn } from './slack-on.ts';

/**
 * Topic and purpose, the pinned brief, and the requester in it: what the temporary channel of a request lacks. The SME
 * is invited as to any other channel (`docs/rules.md#after-assignment`).
 */
export function furnishChannel(view: RequestView, context: RequestContext, slack: SlackOn): IssueAction[] {
  const made = currentChannel(view);
  const approval = view.record.state?.approval ?? null;
  if (made === null || approval === null || !mayGrant(view)) return [];
  const facts = madeFacts(made, slack);
  if (facts === null || facts.id !== opportunityChannel(view, context)) return [];
  if (slack.unreadable.includes(facts.id)) return [];
  return [
    ...describe(view, context, facts),
    ...pinBrief(view, context, slack, facts.id),
    ...inviteRequester(view, context, slack, { made, channel: facts.id, authority: approval }),
  ];
}

/** Only what is empty is filled: people may say it in their own words. */
function describe(view: RequestView, { config }: RequestContext, facts: ChannelFacts): IssueAction[] {
  const texts = { topic: channelTopic(view, config), purpose: channelPurpose(view) };
  return (['topic', 'purpose'] as const).flatMap((part): IssueAction[] => {
    if (facts[part] !== '') return [];
    const on = { issue: view.issue.iid, expect: expectOf(view), channel: facts.id };
    return [{ ...on, kind: 'slack.channel.set', part, text: texts[part] }];
  });
}

function pinBrief(
  view: RequestView,
  { config }: RequestContext,
  slack: SlackOn,
  channel: string,
): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  if (decision === null) return [];
  const key = briefKey(view);
  const text = brief(view, config, decision);
  const on = { issue: view.issue.iid, expect: expectOf(view), channel, key };
  const [oldest, ...surplus] = ownMessages(slack, { channel, key });
  if (oldest === undefined) {
    return [
      { ...on, kind: 'slack.post', text, authority: null },
      { ...on, kind: 'slack.pin', ts: `message(${view.issue.iid},${key})` },
    ];
  }
  return [
    ...surplus.map((each): IssueAction => ({ ...on, kind: 'slack.delete', ts: each.ts })),
    ...(oldest.text === text
      ? []
      : [{ ...on, kind: 'slack.edit' as const, ts: oldest.ts, text, authority: null }]),
    ...(oldest.pinned === true ? [] : [{ ...on, kind: 'slack.pin' as const, ts: oldest.ts }]),
  ];
}

/** Once: a requester who leaves is not fetched back, and whom Slack does not know reads the issue. */
function inviteRequester(
  view: RequestView,
  context: RequestContext,
  slack: SlackOn,
  into: { readonly made: MadeChannel; readonly channel: string; readonly authority: Authority },
): IssueAction[] {
  const { made, channel, authority } = into;
  if (made.requester !== 'intended') return [];
  const person = slackPerson(context, view.issue.author.username);
  if (person.kind !== 'known') return [];
  const { iid } = view.issue;
  const present = slack.members[channel]?.includes(person.id) ?? false;
  const requester = present ? 'was there' : (`invite(${iid},${person.id})` as const);
  const record = withLast(recordOf(view, context), { ...made, requester });
  const outcome = rememberOutcome(view, context, record, 'the requester is in the channel');
  if (present) return [outcome];
  const expect = expectOf(view);
  return [{ kind: 'slack.invite', issue: iid, expect, channel, user: person.id, authority }, outcome];
}
