import type { Ending } from './applied.ts';
import type { Ledger } from './ledger.ts';

/** The id of a channel, which may have been made in this very run; null: it has not come about. */
export function channelId(ledger: Ledger, channel: string): string | null {
  const id = ledger.id(channel);
  return typeof id === 'string' ? id : null;
}

/** An action in a channel that has not come about. */
export const noChannel: Ending = { kind: 'skipped', why: 'the channel is not there' };
