import type { RecordState } from '../record/record-state.ts';
import type { ChannelFacts, Instant, SlackFacts } from '../snapshot.ts';
import { finalStates, type RequestState } from '../workflow/request-state.ts';
import type { RequestContext, RequestView } from './request-view.ts';

export type MadeChannel = RecordState['channelsMade'][number];

type SlackOn = Extract<SlackFacts, { mode: 'on' }>;

/**
 * Whether the opportunity of a request is so large that the request gets a channel of its own where it has none. The
 * amount is compared here and goes nowhere else (`docs/rules.md#after-assignment`).
 */
export function isLargeOpportunity(
  { form }: Pick<RequestView, 'form'>,
  { config, snapshot }: Pick<RequestContext, 'config' | 'snapshot'>,
): boolean {
  const { salesforce } = snapshot;
  const limit = config.slack.temporaryChannelAbove;
  if (limit === null || salesforce.mode !== 'on' || form.opportunity.state !== 'given') return false;
  const known = salesforce.opportunities[form.opportunity.value];
  return known !== undefined && !known.closed && known.amount !== null && known.amount > limit;
}

/** The channel made for this request as it stands: the last one, unless it was for another opportunity. */
export function currentChannel({ form, record }: RequestView): MadeChannel | null {
  const last = record.state?.channelsMade.at(-1) ?? null;
  if (last === null || last.over || form.opportunity.state !== 'given') return null;
  return last.opportunity === form.opportunity.value ? last : null;
}

/**
 * A channel of the desk's own as Slack shows it, or null: not there. One whose making has lost its answer is known by
 * its name, which is taken for good; nobody else's channel of that name counts (`docs/security.md#sinks`).
 */
export function madeFacts(
  made: MadeChannel,
  slack: Pick<SlackOn, 'channels' | 'botUserId'>,
): ChannelFacts | null {
  const own = slack.channels.filter((each) => each.creator === slack.botUserId);
  const found = own.find((each) => (made.id === null ? each.name === made.name : each.id === made.id));
  return found ?? null;
}

/**
 * Id of the temporary channel that a request uses, or null. While Salesforce is down nobody knows whether there is a
 * better one, so nobody is moved.
 */
export function temporaryChannel(view: RequestView, { snapshot }: Pick<RequestContext, 'snapshot'>) {
  const { salesforce, slack } = snapshot;
  const made = currentChannel(view);
  if (made === null || made.id === null || salesforce.mode !== 'on' || slack.mode !== 'on') return null;
  const facts = madeFacts(made, slack);
  return facts !== null && !facts.archived && !facts.shared && facts.deskIsMember ? facts.id : null;
}

/** The channels made for a request that have had their day: all once it has ended, else those before the last. */
export function channelsPast(state: RequestState | 'none', { channelsMade }: RecordState): MadeChannel[] {
  if (state !== 'none' && finalStates.includes(state)) return [...channelsMade];
  return channelsMade.filter((each, index) => each.over || index < channelsMade.length - 1);
}

/** A new channel may take as long to show in Slack's list; a missing one proves nothing before. Milliseconds. */
const untilShown = 60_000;

/** Whether a past channel is still to be archived, or may yet turn out to be there. */
export function isStillOpen(made: MadeChannel, slack: SlackOn, now: Instant): boolean {
  const facts = madeFacts(made, slack);
  if (facts !== null) return !facts.archived;
  return made.id === null && now - made.since < untilShown;
}
