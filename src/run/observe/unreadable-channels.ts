import { DeskError } from '../../errors.ts';

/** What Slack says of one channel, while it answers for all others. */
const ofOneChannel: ReadonlySet<string> = new Set([
  'slack-not-in-channel',
  'slack-channel-not-found',
  'slack-channel-archived',
  'slack-scope-missing',
  'slack-refused',
]);

/** Reads channel by channel: one that the desk may not read leaves out that channel, an outage stops the look. */
export class UnreadableChannels {
  readonly #problems = new Map<string, DeskError>();

  /** What `read` gives, or `otherwise` where this channel cannot be read. */
  async attempt<T>(channel: string, read: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DeskError) || !ofOneChannel.has(error.code)) throw error;
      this.#problems.set(channel, error);
      return otherwise;
    }
  }

  /** Ids of the channels, sorted. */
  channels(): readonly string[] {
    return [...this.#problems.keys()].sort();
  }

  problems(): readonly DeskError[] {
    return [...this.#problems.values()];
  }
}
