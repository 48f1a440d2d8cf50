import type { Reference } from '../domain/snapshot.ts';
import type { ArchiveChannel, DescribeChannel, PinMessage } from './action.ts';

/** What others of the run know it by that something was done to a channel; it stands in no text. */
export function doneReference(action: DescribeChannel | PinMessage | ArchiveChannel): Reference {
  const what = action.kind === 'slack.channel.set' ? action.part : action.kind;
  return `done(${action.issue},${what} ${action.channel})`;
}
