import type { RequestView } from '../request/request-view.ts';

/**
 * Issue numbers of other open requests with the same opportunity, the same area and a common date. A warning to
 * the approver, never a refusal (`docs/rules.md#validation`).
 */
export function duplicatesOf(view: RequestView, others: readonly RequestView[]): number[] {
  const mine = sameness(view);
  if (mine === null) return [];
  const found: number[] = [];
  for (const other of others) {
    if (other.issue.iid === view.issue.iid || other.issue.state !== 'opened') continue;
    const theirs = sameness(other);
    if (theirs === null || theirs.of !== mine.of) continue;
    if (theirs.starts.some((start) => mine.starts.includes(start))) found.push(other.issue.iid);
  }
  return found.sort((a, b) => a - b);
}

function sameness(view: RequestView): { readonly of: string; readonly starts: readonly number[] } | null {
  const { opportunity, area, dates } = view.form;
  if (opportunity.state !== 'given' || area.state !== 'given' || dates.state !== 'given') return null;
  const of = JSON.stringify([opportunity.value, area.value.key, area.value.other]);
  return { of, starts: dates.value.map((date) => date.start) };
}
