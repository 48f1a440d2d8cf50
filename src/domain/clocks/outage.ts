import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import { areaLeads, type Escalation } from './escalation.ts';

const held = 'salesforce::failed';

/** Since when a request cannot be checked because Salesforce does not answer; null: it is not held. */
export function heldSince({ issue, state }: RequestView): Instant | null {
  if (issue.state === 'closed' || !issue.labels.includes(held)) return null;
  if (state !== 'submitted' && state !== 'needs-info') return null;
  const added = byEventId(issue.labelEvents).filter(
    (event) => event.action === 'add' && event.label?.name === held,
  );
  return added.at(-1)?.at ?? issue.createdAt;
}

/** Requests that are held and of which somebody is told, the one that has waited longest first. */
export function heldFor(username: string, views: readonly RequestView[], config: Config): RequestView[] {
  return views
    .filter((view) => heldSince(view) !== null && toTell(view, config).includes(username))
    .sort((a, b) => (heldSince(a) ?? 0) - (heldSince(b) ?? 0) || a.issue.iid - b.issue.iid);
}

/**
 * Who is told that a request is held, and from when on (`docs/rules.md#off-or-down`). An outage holds many requests
 * and is told once to each lead, on the one that has waited longest.
 */
export function outageOf(view: RequestView, views: readonly RequestView[], config: Config): Escalation[] {
  const since = heldSince(view);
  if (since === null) return [];
  return toTell(view, config)
    .filter((username) => heldFor(username, views, config)[0]?.issue.iid === view.issue.iid)
    .map((username) => ({
      step: 'lead' as const,
      username,
      at: addSpan(calendarOfPerson(config, username), since, config.requests.approvalWithin),
    }));
}

function toTell(view: RequestView, config: Config): readonly string[] {
  const leads = areaLeads(view, config);
  return leads.length > 0 ? leads : config.program.leads;
}
