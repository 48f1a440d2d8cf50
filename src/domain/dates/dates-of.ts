import type { ProposedDate } from '../form/request-form.ts';
import type { RequestView } from '../request/request-view.ts';

/** When a request wants its meeting or meetings. */
export interface WantedDates {
  readonly dates: readonly ProposedDate[];
  /** All of them, not one of them. */
  readonly series: boolean;
}

/**
 * The dates that stand for a request: the one that was agreed on in a comment, else those of its form; null while
 * the form does not say (`docs/rules.md#dates`).
 */
export function datesOf({ form, record }: Pick<RequestView, 'form' | 'record'>): WantedDates | null {
  const agreed = record.state?.agreed ?? null;
  if (agreed !== null) {
    return { dates: [{ start: agreed, allDay: false, timezone: 'UTC', raw: '' }], series: false };
  }
  if (form.dates.state !== 'given') return null;
  return { dates: form.dates.value, series: form.series && form.dates.value.length > 1 };
}
