import { datesOf } from '../dates/dates-of.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Wish } from './eligibility.ts';

/** What a request asks of the roster, or null while its form does not say. */
export function wishOf(view: RequestView): Wish | null {
  const { area, durationMinutes } = view.form;
  const wanted = datesOf(view);
  if (area.state !== 'given' || wanted === null || durationMinutes.state !== 'given') return null;
  const { directory } = view.facts;
  const excluded = (view.record.state?.excluded ?? []).map((id) => directory.byId(id)?.username ?? '');
  return {
    issue: view.issue.iid,
    areaKey: area.value.key,
    requester: view.issue.author.username,
    dates: wanted.dates,
    series: wanted.series,
    durationMinutes: durationMinutes.value,
    anyHour: false,
    excluded,
  };
}
