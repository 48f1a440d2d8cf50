import type {
  DeleteMessage,
  EditMessage,
  InviteToChannel,
  PostMessage,
  RemoveFromChannel,
} from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, notThere } from './applier.ts';
import { authorityGone } from './read-authority.ts';

/** Posts a message with its key. One that names an SME is a grant and needs its authority. */
export async function applyPost(applier: Applier, action: PostMessage): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  const gone =
    action.authority === null ? null : await authorityGone(applier, action.issue, action.authority);
  if (gone !== null) return gone;
  const { channel, key, text } = action;
  const outcome = await slack.post({ channel, key, text });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  applier.ledger.resolve(`message(${action.issue},${key})`, outcome.value.ts);
  return { kind: 'applied' };
}

/** Edits a message of the desk's own in place. */
export async function applyEdit(applier: Applier, action: EditMessage): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  const ts = applier.ledger.id(action.ts);
  if (typeof ts !== 'string') return { kind: 'skipped', why: 'the message was not posted' };
  const gone =
    action.authority === null ? null : await authorityGone(applier, action.issue, action.authority);
  if (gone !== null) return gone;
  const { channel, key, text } = action;
  const outcome = await slack.edit({ channel, ts, key, text });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  applier.ledger.resolve(`message(${action.issue},${key})`, ts);
  return { kind: 'applied' };
}

/** Takes away a second message with the same key. */
export async function applyDeleteMessage({ clients }: Applier, action: DeleteMessage): Promise<Ending> {
  if (clients.slack === null) return notThere('Slack');
  const outcome = await clients.slack.remove({ channel: action.channel, ts: action.ts });
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}

/** Invites an SME to the opportunity's channel. Only what Slack says it did is the desk's own. */
export async function applyInvite(applier: Applier, action: InviteToChannel): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  const gone = await authorityGone(applier, action.issue, action.authority);
  if (gone !== null) return gone;
  const outcome = await slack.invite(action.channel, action.user);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  const reference = `invite(${action.issue},${action.channel})`;
  applier.ledger.resolve(reference, outcome.value.invited ? 'invited' : 'was there');
  return outcome.value.invited ? { kind: 'applied' } : { kind: 'there already' };
}

/** Takes an SME out of a channel that the desk had invited them to. */
export async function applyRemoveMember({ clients }: Applier, action: RemoveFromChannel): Promise<Ending> {
  if (clients.slack === null) return notThere('Slack');
  const outcome = await clients.slack.removeMember(action.channel, action.user);
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}
