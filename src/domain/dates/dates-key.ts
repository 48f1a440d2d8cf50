import { createHash } from 'node:crypto';
import type { RequestForm } from '../form/request-form.ts';
import { type RequestContext, type RequestView, readForm } from '../request/request-view.ts';

/** Before every date that a form can name: none is in the past. */
const longAgo = 0;

/**
 * The dates of a request as written, whatever day it is: a date that has passed is still one. Only an edit changes
 * them, so that waiting is never taken for new dates.
 */
export function writtenForm(
  { issue }: Pick<RequestView, 'issue'>,
  context: Pick<RequestContext, 'config' | 'snapshot'>,
): RequestForm {
  return readForm(context, issue, longAgo);
}

/**
 * What the dates of a form mean, as SHA-256: the instants, whether each is a whole day, and whether all are wanted.
 * Order, zones and spelling make no difference; what cannot be read counts as it is written.
 */
export function datesKey(form: RequestForm): string {
  const { dates, problems } = form;
  const starts = dates.state === 'given' ? dates.value.map(({ start, allDay }) => [start, allDay]) : [];
  const isSeries = form.series && starts.length > 1;
  const unread = problems.filter(isAboutDates).map(({ code, found }) => [code, found]);
  const canonical = JSON.stringify([starts.map(String).sort(), isSeries, unread]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Whether a problem of a form is one of its dates. */
export function isAboutDates({ code }: { readonly code: string }): boolean {
  return /^dates?-/.test(code);
}
