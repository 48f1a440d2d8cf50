import type { RequestView } from '../request/request-view.ts';
import type { Wish } from './eligibility.ts';

/** What a request asks of the roster, or null while its form does not say. */
export function wishOf(view: RequestView): Wish | null {
  const { area, dates, durationMinutes } = view.form;
  if (area.state !== 'given' || dates.state !== 'given' || durationMinutes.state !== 'given') return null;
  return {
    issue: view.issue.iid,
    areaKey: area.value.key,
    requester: view.issue.author.username,
    dates: dates.value,
    durationMinutes: durationMinutes.value,
    excluded: [],
  };
}
