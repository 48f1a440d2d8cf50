import { recordText } from '../../domain/notifications/record-text.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { WriteRecord } from '../../plan/action.ts';
import { writeRecord } from './actions-on.ts';

/** The record as it reads after what is planned already; nothing where it reads the same, or there is none. */
export function rewriteRecord(
  view: RequestView,
  after: { readonly view: RequestView; readonly context: RequestContext },
  why: string,
): WriteRecord[] {
  const { note, state: record } = view.record;
  if (record === null || note === null || view.state === 'none') return [];
  const text = recordText(after.view, after.context, record, view.state);
  if (note.body.startsWith(`${text.trimEnd()}\n\n<!--`)) return [];
  return [writeRecord(view, { record, text, why })];
}
