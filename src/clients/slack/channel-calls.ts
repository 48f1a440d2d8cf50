import { z } from 'zod';
import { outcomeOf } from '../write-outcome.ts';
import { orNull } from './or-null.ts';
import { createdSchema } from './schema.ts';
import type { Session } from './session.ts';
import type { Slack } from './types.ts';

const done = z.unknown().transform(() => null);
const didSo = z.unknown().transform(() => true);

type ChannelCalls = Pick<Slack, 'createChannel' | 'setTopic' | 'setPurpose' | 'pin' | 'archive'>;

/** What the desk does with a channel of its own making. */
export function channelCalls(session: Session): ChannelCalls {
  const set = (method: string, values: Readonly<Record<string, string>>) =>
    outcomeOf('slack', () => session.write(method, done, values));
  return {
    async createChannel(name) {
      const values = { name, is_private: true };
      return await outcomeOf('slack', () => session.write('conversations.create', createdSchema, values));
    },
    setTopic: (channel, topic) => set('conversations.setTopic', { channel, topic }),
    setPurpose: (channel, purpose) => set('conversations.setPurpose', { channel, purpose }),
    async pin({ channel, ts }) {
      const pin = () => session.write('pins.add', didSo, { channel, timestamp: ts });
      return await outcomeOf('slack', async () => (await orNull('already_pinned', pin)) ?? false);
    },
    async archive(channel) {
      const archive = () => session.write('conversations.archive', didSo, { channel });
      return await outcomeOf('slack', async () => (await orNull('already_archived', archive)) ?? false);
    },
  };
}
