import { requestContext, viewRequest } from '../../domain/request/request-view.ts';
import type {
  DeleteMessage,
  EditMessage,
  InviteToChannel,
  PostMessage,
  RemoveFromChannel,
} from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, notThere } from './applier.ts';
import { channelId, noChannel } from './channel-id.ts';
import { completedRecords } from './completed-records.ts';
import { authorityGone } from './read-authority.ts';

/** Posts a message with its key. One that names an SME is a grant and needs its authority. */
export async function applyPost(applier: Applier, action: PostMessage): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  const gone =
    action.authority === null ? null : await authorityGone(applier, action.issue, action.authority);
  if (gone !== null) return gone;
  const channel = channelId(applier.ledger, action.channel);
  if (channel === null) return noChannel;
  const { key, text } = action;
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
  const channel = channelId(applier.ledger, action.channel);
  if (channel === null) return noChannel;
  const outcome = await slack.invite(channel, action.user);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  const reference = `invite(${action.issue},${action.user})`;
  applier.ledger.resolve(reference, outcome.value.invited ? 'invited' : 'was there');
  return outcome.value.invited ? { kind: 'applied' } : { kind: 'there already' };
}

/** Takes an SME out of a channel that the desk had invited them to, unless a completed request wants them there. */
export async function applyRemoveMember(applier: Applier, action: RemoveFromChannel): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  if (await isWantedByCompleted(applier, action)) return { kind: 'there already' };
  const outcome = await slack.removeMember(action.channel, action.user);
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}

async function isWantedByCompleted(applier: Applier, action: RemoveFromChannel): Promise<boolean> {
  const { config, snapshot } = applier;
  const issue = snapshot.issues.find(({ iid }) => iid === action.issue);
  if (issue === undefined) return false;
  const { opportunity } = viewRequest(requestContext(config, snapshot), issue).form;
  if (opportunity.state !== 'given') return false;
  const completed = await completedRecords(applier, { issue: issue.iid, opportunity: opportunity.value });
  return completed.some(({ invitations }) =>
    invitations.some((each) => each.channel === action.channel && each.user === action.user),
  );
}
