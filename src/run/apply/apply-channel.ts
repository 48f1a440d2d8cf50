import type { Slack } from '../../clients/slack/types.ts';
import type { ArchiveChannel, DescribeChannel, MakeChannel, PinMessage } from '../../plan/action.ts';
import { doneReference } from '../../plan/done-reference.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, notThere } from './applier.ts';
import { channelId, noChannel } from './channel-id.ts';
import { authorityGone } from './read-authority.ts';

/**
 * Makes a private channel, after a look at the authority. A name that is taken is the answer to an earlier making that
 * was lost, if the desk itself has made that channel; else somebody has to give the name free.
 */
export async function applyMakeChannel(applier: Applier, action: MakeChannel): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  const gone = await authorityGone(applier, action.issue, action.authority);
  if (gone !== null) return gone;
  const outcome = await slack.createChannel(action.name);
  const reference = `channel(${action.issue},${action.name})`;
  if (outcome.kind === 'applied') {
    applier.ledger.resolve(reference, outcome.value);
    return { kind: 'applied' };
  }
  const own = await ownChannel(slack, action.name, outcome.error.code);
  if (own === null) return endingOf(outcome);
  applier.ledger.resolve(reference, own);
  return { kind: 'there already' };
}

async function ownChannel(slack: Slack, name: string, refusal: string): Promise<string | null> {
  if (refusal !== 'slack-name-taken') return null;
  const [me, channels] = await Promise.all([slack.me(), slack.channels()]);
  const own = channels.find((each) => each.name === name && each.creator === me);
  return own === undefined || own.archived || !own.deskIsMember ? null : own.id;
}

/** Sets the topic or the purpose of a channel of the desk's own. */
export async function applyDescribe({ clients, ledger }: Applier, action: DescribeChannel): Promise<Ending> {
  const { slack } = clients;
  if (slack === null) return notThere('Slack');
  const channel = channelId(ledger, action.channel);
  if (channel === null) return noChannel;
  const set = action.part === 'topic' ? slack.setTopic : slack.setPurpose;
  const outcome = await set(channel, action.text);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  ledger.resolve(doneReference(action), channel);
  return { kind: 'applied' };
}

/** Pins a message of the desk's own. */
export async function applyPin({ clients, ledger }: Applier, action: PinMessage): Promise<Ending> {
  const { slack } = clients;
  if (slack === null) return notThere('Slack');
  const channel = channelId(ledger, action.channel);
  const ts = ledger.id(action.ts);
  if (channel === null || typeof ts !== 'string')
    return { kind: 'skipped', why: 'the message was not posted' };
  const outcome = await slack.pin({ channel, ts });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  ledger.resolve(doneReference(action), ts);
  return { kind: outcome.value ? 'applied' : 'there already' };
}

/** Archives a channel, after a look whether it is the one that the desk itself has made: nobody can undo it for us. */
export async function applyArchive({ clients, ledger }: Applier, action: ArchiveChannel): Promise<Ending> {
  const { slack } = clients;
  if (slack === null) return notThere('Slack');
  const { channel: id, name } = action;
  const [me, channel] = await Promise.all([slack.me(), slack.channel(id)]);
  if (channel === null) return noChannel;
  if (channel.creator !== me || channel.name !== name) {
    return { kind: 'skipped', why: 'the channel is not the one that the desk has made' };
  }
  const outcome = await slack.archive(id);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  ledger.resolve(doneReference(action), id);
  return { kind: outcome.value ? 'applied' : 'there already' };
}
