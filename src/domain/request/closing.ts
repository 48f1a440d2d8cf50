import { meetingsOf } from '../assignment/engagement.ts';
import { sameUsername } from '../people.ts';
import type { Instant, StateEvent } from '../snapshot.ts';
import { finalStates } from '../workflow/request-state.ts';
import type { RequestContext, RequestView } from './request-view.ts';

/** How a live request was closed, and by whom (`docs/rules.md#approval`). */
export interface Closing {
  /** Id of GitLab's event. */
  readonly event: number;
  readonly at: Instant;
  /** Username, or null: the account is gone. */
  readonly username: string | null;
  /**
   * `entitled`: the author, an approver or a lead. `sme`: whoever the request is assigned to. Closing means
   * nothing when anybody else does it.
   */
  readonly by: 'entitled' | 'sme' | 'somebody else';
  /** Before or after the agreed date, else the first proposed one. */
  readonly when: 'before the date' | 'after the date';
}

/** The closing that a live request stands under; null: it is open, has ended, or the desk itself has closed it. */
export function closingOf(view: RequestView, context: RequestContext): Closing | null {
  const { issue, state, facts } = view;
  if (issue.state !== 'closed' || state === 'none' || finalStates.includes(state)) return null;
  const last = lastStateEvent(view);
  if (last === null || last.state !== 'closed') return null;
  if (last.user !== null && facts.deskIds.includes(last.user.id)) return null;
  const date = dateOf(view);
  return {
    event: last.id,
    at: last.at,
    username: last.user?.username ?? null,
    by: closerOf(view, context, last),
    when: date !== null && last.at >= date ? 'after the date' : 'before the date',
  };
}

/** The newest closing or reopening, or null. */
function lastStateEvent({ issue }: RequestView): StateEvent | null {
  return [...issue.stateEvents].sort((a, b) => a.id - b.id).at(-1) ?? null;
}

function closerOf(view: RequestView, { config }: RequestContext, { user }: StateEvent): Closing['by'] {
  if (user === null) return 'somebody else';
  if (user.id === view.issue.author.id) return 'entitled';
  const area = config.areas.find((each) => each.key === view.areaKey);
  const entitled = [...(area?.approvers ?? []), ...(area?.leads ?? []), ...config.program.leads];
  const person = view.facts.directory.byId(user.id);
  if (person !== null && entitled.some((each) => sameUsername(each, person.username))) return 'entitled';
  const record = view.record.state;
  // Let go already, while the issue is still closed: a run has ended in between.
  return record?.decision?.sme === user.id || record?.released === user.id ? 'sme' : 'somebody else';
}

/**
 * The agreed date, whether an SME is assigned for it yet or not; of a series its last; else the first proposed one. Null:
 * the form does not say.
 */
function dateOf({ record, form }: RequestView): Instant | null {
  const { agreed, decision } = record.state ?? { agreed: null, decision: null };
  if (agreed !== null) return agreed;
  const last = decision === null ? undefined : meetingsOf(decision).at(-1);
  if (last !== undefined) return last.start;
  if (form.dates.state !== 'given') return null;
  return Math.min(...form.dates.value.map((date) => date.start));
}
