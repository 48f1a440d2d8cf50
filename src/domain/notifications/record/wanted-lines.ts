import { dayOf } from '../../calendar/day.ts';
import { formatInstant } from '../../calendar/format-instant.ts';
import { datesOf } from '../../dates/dates-of.ts';
import { isForOtherDates } from '../../dates/taken-up.ts';
import type { ProposedDate } from '../../form/request-form.ts';
import type { RecordState } from '../../record/record-state.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../request/request-view.ts';
import { durationName } from '../words.ts';

/** What the form asks for, as it stands there now; once a time is decided the decision tells it. */
export function wantedLines(view: RequestView, context: RequestContext, record: RecordState): string[] {
  const wanted = datesOf({ form: view.form, record: { ...view.record, state: record } });
  const isNew = isForOtherDates(record);
  if (wanted === null || (record.decision !== null && !isNew)) return [];
  const zone = requesterZone(context, view.issue.author.username);
  const when = wanted.dates.map((date) => dateName(date, zone)).join(wanted.series ? ' and ' : ' or ');
  const { durationMinutes } = view.form;
  const length = durationMinutes.state === 'given' ? `, ${durationName(durationMinutes.value)}` : '';
  return [`${isNew ? 'New dates' : 'When'}: ${when}${length}`];
}

function dateName(date: ProposedDate, zone: string): string {
  return date.allDay ? `${dayOf(date.timezone, date.start)} (any time)` : formatInstant(date.start, zone);
}
