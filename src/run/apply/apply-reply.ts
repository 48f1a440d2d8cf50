import type { ReplyToAsk } from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, notThere } from './applier.ts';

/**
 * Answers a person in the thread of their message, as long as it stands there without an answer: another run may have
 * been faster, and an answer whose outcome was lost must not become two.
 */
export async function applyReply({ clients }: Applier, action: ReplyToAsk): Promise<Ending> {
  const { slack } = clients;
  if (slack === null) return notThere('Slack');
  const { channel, thread, key, text } = action;
  const ask = await slack.ask(channel, thread);
  if (ask === null) return { kind: 'moved', why: 'the message is gone' };
  if (ask.answered) return { kind: 'there already' };
  const outcome = await slack.reply({ channel, thread, key, text });
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}
