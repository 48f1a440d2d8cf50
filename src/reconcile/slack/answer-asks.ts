import type { Config } from '../../config/types.ts';
import { askAnswer, askKey, isFresh, requestChannels } from '../../domain/notifications/ask-answer.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { ReplyToAsk } from '../../plan/action.ts';

/**
 * In request channels what a person writes at the top level is answered once, in its thread, with the link of the form
 * (`docs/rules.md#messages`). It belongs to no request, so a run that looks at one of them leaves it alone.
 */
export function answerAsks(config: Config, snapshot: Snapshot, only: number | null): ReplyToAsk[] {
  const { slack, project, now } = snapshot;
  if (only !== null || slack.mode !== 'on') return [];
  const channels = requestChannels(config).filter((each) => !slack.unreadable.includes(each));
  const open = slack.asks.filter(
    (ask) => !ask.answered && channels.includes(ask.channel) && isFresh(ask, now),
  );
  const text = askAnswer(project);
  return open
    .sort((a, b) => Number(a.ts) - Number(b.ts))
    .map((ask) => ({
      kind: 'slack.reply',
      channel: ask.channel,
      thread: ask.ts,
      key: askKey(project, ask),
      text,
    }));
}
