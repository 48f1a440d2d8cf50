import { announcementKey } from '../../domain/notifications/announcement.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';

/**
 * What is granted is still to be taken back, and what was announced to be corrected: the outbox labels keep the
 * closed request live until it is. A row that was only intended may be there: its answer can have been lost.
 */
export function undoLabels(
  view: RequestView,
  { snapshot }: RequestContext,
  record: RecordState,
): { add: string[] } {
  const { slack } = snapshot;
  const key = announcementKey(view);
  const rows = record.team.length > 0 ? ['salesforce::pending'] : [];
  const invited = record.invitations.some((each) => each.outcome === 'invited');
  const announced = slack.mode === 'on' && slack.messages.some((message) => message.key === key);
  const owesSlack = invited || announced || slack.mode === 'down';
  return { add: [...rows, ...(owesSlack ? ['slack::pending'] : [])] };
}
