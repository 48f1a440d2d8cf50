import { mayGrant } from '../../domain/opportunity-team/desired-rows.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { opportunityChannel } from '../../domain/request/opportunity-channel.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import {
  currentChannel,
  isLargeOpportunity,
  type MadeChannel,
  madeFacts,
} from '../../domain/request/temporary-channel.ts';
import type { ChannelFacts } from '../../domain/snapshot.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf, recordOf } from '../request/actions-on.ts';
import { rememberIntention, rememberOutcome } from '../request/remember.ts';
import type { SlackOn } from './slack-on.ts';

/**
 * Makes the temporary channel of a request with an SME whose opportunity is large and has no channel: the intention
 * first, then the channel, then its id. Names are taken for good, so that making it once more makes no second one
 * (`docs/rules.md#after-assignment`).
 */
export function makeChannel(view: RequestView, context: RequestContext, slack: SlackOn): IssueAction[] {
  const { form, state } = view;
  const approval = view.record.state?.approval ?? null;
  const decision = view.record.state?.decision ?? null;
  if (approval === null || decision === null || form.opportunity.state !== 'given') return [];
  if ((state !== 'assigned' && state !== 'engaged') || !mayGrant(view)) return [];
  if (!isLargeOpportunity(view, context) || opportunityChannel(view, context) !== null) return [];
  const before = currentChannel(view);
  // Whoever has archived it, or shown the desk out, did so on purpose.
  if (before !== null && before.id !== null) return [];
  const record = recordOf(view, context);
  const found = before === null ? null : madeFacts(before, slack);
  if (before !== null && found !== null) {
    return [
      rememberOutcome(view, context, withLast(record, { ...before, id: found.id }), 'the channel is there'),
    ];
  }
  const made = before ?? {
    name: freeName(view, context, slack),
    opportunity: form.opportunity.value,
    id: null,
    since: context.snapshot.now,
    requester: 'intended',
    over: false,
  };
  const intended = before === null ? { ...record, channelsMade: [...record.channelsMade, made] } : record;
  const there: MadeChannel = { ...made, id: `channel(${view.issue.iid},${made.name})` };
  return [
    ...(before === null
      ? [rememberIntention(view, context, intended, 'means to make a temporary channel')]
      : []),
    {
      kind: 'slack.channel.create',
      issue: view.issue.iid,
      expect: expectOf(view),
      name: made.name,
      authority: approval,
    },
    rememberOutcome(view, context, withLast(intended, there), 'the channel is there'),
  ];
}

/** The record with its last channel as it is now. */
export function withLast(record: RecordState, made: MadeChannel): RecordState {
  return { ...record, channelsMade: [...record.channelsMade.slice(0, -1), made] };
}

/**
 * Project and issue, so that two desks in one workspace never meet; a number where a channel of an earlier beginning
 * still has the name. One of the desk's own that is open was made for this very request: its record was lost.
 */
function freeName(view: RequestView, { config }: RequestContext, slack: SlackOn): string {
  const stem = `${config.slack.temporaryChannelPrefix}${view.issue.projectId}-${view.issue.iid}`;
  let number = (view.record.state?.channelsMade.length ?? 0) + 1;
  for (;;) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    const holder = slack.channels.find((each) => each.name === name);
    if (holder === undefined || isAdoptable(holder, slack)) return name;
    number += 1;
  }
}

function isAdoptable({ creator, archived, deskIsMember }: ChannelFacts, { botUserId }: SlackOn): boolean {
  return creator === botUserId && !archived && deskIsMember;
}
