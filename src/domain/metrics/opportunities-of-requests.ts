import type { RequestTimes } from './request-times.ts';

/** What an opportunity is, and the numbers of the requests that name it. */
export interface NamedOpportunity<T> {
  readonly is: T;
  readonly issues: readonly number[];
}

/**
 * Each opportunity that some requests name, once, however many they are; requests that name none are left out.
 *
 * @param look Gives the same for the same opportunity each time; null: it does not count.
 */
export function opportunitiesOf<T>(
  requests: readonly RequestTimes[],
  concerns: (request: RequestTimes) => boolean,
  look: (opportunityId: string) => T | null,
): readonly NamedOpportunity<T>[] {
  const named = new Map<string, { is: T; issues: number[] }>();
  for (const request of requests) {
    const { opportunityId, iid } = request.history;
    if (opportunityId === null || !concerns(request)) continue;
    // Most do not count, so that this comes before the look whether it was named already.
    const is = look(opportunityId);
    if (is === null) continue;
    const known = named.get(opportunityId);
    if (known === undefined) named.set(opportunityId, { is, issues: [iid] });
    else known.issues.push(iid);
  }
  return [...named.values()];
}
