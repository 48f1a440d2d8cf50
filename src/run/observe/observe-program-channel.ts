import type { Slack } from '../../clients/slack/types.ts';
import type { Config } from '../../config/types.ts';
import type { Instant } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import type { ProgramChannel } from '../../reconcile/publish/program-post.ts';

const lookBack = 62 * 86_400_000;

/**
 * What the desk has posted in the program's channel of late. Where that cannot be read nothing is posted: the report is
 * there all the same, and the next run tells it.
 */
export async function observeProgramChannel(
  slack: Slack | null,
  config: Config,
  now: Instant,
): Promise<{ readonly channel: ProgramChannel; readonly problem: DeskError | null }> {
  const { program } = config.slack;
  if (slack === null || program === null) return { channel: { kind: 'none' }, problem: null };
  try {
    const messages = await slack.deskMessages(program, Math.floor((now - lookBack) / 1000));
    return { channel: { kind: 'read', keys: messages.map(({ key }) => key) }, problem: null };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { channel: { kind: 'none' }, problem: error };
  }
}
