import { meetingsOf } from '../../domain/assignment/engagement.ts';
import { calendarFile } from '../../domain/calendar-file/calendar-file.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { publicAreaName } from '../../domain/request/public-area-name.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { UploadFile } from '../../plan/action.ts';
import { expectOf } from './actions-on.ts';

type Decision = NonNullable<RecordState['decision']>;

/**
 * The calendar file of a decision, for the comment that tells it; empty once that comment is there. It names neither
 * customer nor people: a calendar is read by others (`docs/rules.md#dates`).
 */
export function calendarUpload(view: RequestView, context: RequestContext, decision: Decision): UploadFile[] {
  const { number } = decision;
  if (view.notes.has(`assigned:${number}`)) return [];
  return [
    {
      kind: 'file.upload',
      issue: view.issue.iid,
      expect: expectOf(view),
      key: `calendar:${number}`,
      name: `sme-request-${view.issue.iid}-${number}.ics`,
      content: contentOf(view, context, decision),
    },
  ];
}

function contentOf(view: RequestView, context: RequestContext, decision: Decision): string {
  const { issue } = view;
  const host = issue.webUrl.split('/')[2] ?? 'gitlab';
  const summary = `SME engagement: ${publicAreaName(view, context.config)}, ${typeOf(view)}`;
  // Of the record and not of the run: the same decision has the same file whenever it is told.
  const stamp = issue.labelEvents.find((event) => event.id === decision.on)?.at ?? issue.createdAt;
  const events = meetingsOf(decision).map(({ start, end }, index) => ({
    uid: `sme-request-${issue.projectId}-${issue.iid}-${index + 1}@${host}`,
    sequence: decision.number - 1,
    stamp,
    start,
    end,
    summary,
    description: `What it is about, and who comes: ${issue.webUrl}`,
  }));
  return calendarFile(events);
}

/** As the area: what stands under Other is free text, and could name a customer. */
function typeOf({ form }: RequestView): string {
  return form.engagement.state === 'given' && form.engagement.value.other === null
    ? form.engagement.value.type
    : 'Other';
}
