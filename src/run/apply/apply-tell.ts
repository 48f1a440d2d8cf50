import type { Slack } from '../../clients/slack/types.ts';
import type { Instant } from '../../domain/snapshot.ts';
import type { PostToProgram, TellPerson } from '../../plan/action.ts';
import type { TellAsker } from '../../plan/card-action.ts';
import type { TellDigest } from '../../plan/digest-action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, notThere } from './applier.ts';

const day = 86_400_000;

/** Tells one person something by direct message. No message about a request is older than the request. */
export async function applyTell(applier: Applier, action: TellPerson): Promise<Ending> {
  const { issues, now } = applier.snapshot;
  const since = issues.find((each) => each.iid === action.issue)?.createdAt ?? now - 14 * day;
  return await tellOnce(applier, action, since);
}

/** Tells one lead the digest of the week by direct message. */
export async function applyTellDigest(applier: Applier, action: TellDigest): Promise<Ending> {
  return await tellOnce(applier, action, applier.snapshot.now - 14 * day);
}

/** Tells one asker the news of a day by direct message. No news is older than a few days. */
export async function applyTellAsker(applier: Applier, action: TellAsker): Promise<Ending> {
  return await tellOnce(applier, action, applier.snapshot.now - 14 * day);
}

/** Tells the program's channel that something is there. */
export async function applyPostToProgram(
  { clients, snapshot }: Applier,
  action: PostToProgram,
): Promise<Ending> {
  const { slack } = clients;
  if (slack === null) return notThere('Slack');
  const { ending } = await postOnce(slack, action.channel, action, snapshot.now - 62 * day);
  return ending;
}

type Message = Pick<TellPerson, 'user' | 'key' | 'text'>;

/**
 * Opens the conversation, looks whether the message is there, and posts it only if not: an answer that was lost in
 * an earlier run must not become a second message. A history that cannot be read means that nothing is posted. Of two
 * that two runs have posted in the same moment the older one stays.
 */
async function tellOnce(applier: Applier, message: Message, since: Instant): Promise<Ending> {
  const { slack } = applier.clients;
  if (slack === null) return notThere('Slack');
  const opened = await slack.openDirect(message.user);
  if (opened.kind !== 'applied') return endingOf(opened);
  const { ending, ts } = await postOnce(slack, opened.value, message, since);
  if (ts !== null) applier.ledger.resolve(`message(0,${message.key})`, ts);
  return ending;
}

async function postOnce(
  slack: Slack,
  channel: string,
  { key, text }: Omit<Message, 'user'>,
  since: Instant,
): Promise<{ ending: Ending; ts: string | null }> {
  const oldest = Math.floor(since / 1000);
  const find = async () => (await slack.deskMessages(channel, oldest)).find((each) => each.key === key);
  const there = await find();
  if (there !== undefined) return { ending: { kind: 'there already' }, ts: there.ts };
  const posted = await slack.post({ channel, key, text });
  if (posted.kind !== 'applied') return { ending: endingOf(posted), ts: null };
  const { ts } = posted.value;
  const first = await find();
  if (first === undefined || first.ts === ts) return { ending: { kind: 'applied' }, ts };
  const removed = await slack.remove({ channel, ts });
  return { ending: removed.kind === 'applied' ? { kind: 'there already' } : endingOf(removed), ts: first.ts };
}
