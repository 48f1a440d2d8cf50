import { announcementKey } from '../../domain/notifications/announcement.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { isStillOpen } from '../../domain/request/temporary-channel.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { requestChannel } from '../slack/announce.ts';

/**
 * What is granted is still to be taken back, and what was announced to be corrected: the outbox labels keep the
 * closed request live until it is. A row that was only intended may be there: its answer can have been lost.
 */
export function undoLabels(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
): { add: string[] } {
  const { snapshot } = context;
  const rows = record.team.length > 0 ? ['salesforce::pending'] : [];
  const invited = record.invitations.some((each) => each.outcome === 'invited');
  const owesSlack = invited || mayBeAnnounced(view, context) || owesArchiving(snapshot, record);
  return { add: [...rows, ...(owesSlack ? ['slack::pending'] : [])] };
}

/** Where Slack, or the area's request channel, cannot be read, there may be a message to correct. */
function mayBeAnnounced(view: RequestView, context: RequestContext): boolean {
  const { slack } = context.snapshot;
  if (slack.mode !== 'on') return slack.mode === 'down';
  const channel = requestChannel(view, context);
  if (channel !== null && slack.unreadable.includes(channel)) return true;
  const key = announcementKey(view);
  return slack.messages.some((message) => message.key === key);
}

/** A request that ends well keeps what was granted; only a channel made for it is put away. */
export function archiveLabels({ snapshot }: RequestContext, record: RecordState): { add: string[] } {
  return { add: owesArchiving(snapshot, record) ? ['slack::pending'] : [] };
}

function owesArchiving({ slack, now }: Snapshot, { channelsMade }: RecordState): boolean {
  if (slack.mode === 'off') return false;
  return channelsMade.some((each) => slack.mode === 'down' || isStillOpen(each, slack, now));
}
