import type {
  CollateralItem,
  FeedbackItem,
  ProgramFacts,
  RequestHistory,
} from '../../domain/metrics/facts.ts';
import type { Instant } from '../../domain/snapshot.ts';
import { type EventsEntry, eventsOf, type Names, type RequestEntry, usersOf } from './history-cache-entry.ts';

/** Every request, piece of customer feedback and collateral there ever was, open or closed. */
export type ProgramIssues = Pick<ProgramFacts, 'requests' | 'feedback' | 'collateral'>;

/** What stays of an issue once it was read; its description and comments do not. */
export interface Kept<Entry> {
  readonly iid: number;
  readonly submittedAt: Instant;
  readonly closedAt: Instant | null;
  readonly entry: Entry;
}

export interface KeptRequest extends Kept<RequestEntry> {
  readonly opportunityId: string | null;
}

export interface KeptItem extends Kept<EventsEntry> {
  readonly areaKey: string;
  readonly kindKey: string | null;
  readonly owners: readonly string[];
}

/** What one run has read. */
interface KeptProgram {
  readonly requests: readonly KeptRequest[];
  readonly feedback: readonly KeptItem[];
  readonly collateral: readonly KeptItem[];
}

/** User ids that the facts name. */
export function everybodyIn({ requests, feedback, collateral }: KeptProgram): Set<number> {
  const ids = new Set<number>();
  for (const { entry } of [...requests, ...feedback, ...collateral])
    for (const id of usersOf(entry)) ids.add(id);
  for (const { entry } of requests) if (entry.decision !== null) ids.add(entry.decision.sme);
  return ids;
}

/** The facts, under the names of today, whether they were read now or in an earlier run. */
export function programIssues({ requests, feedback, collateral }: KeptProgram, names: Names): ProgramIssues {
  const origins = originsOf(requests);
  return {
    requests: requests.map((each) => requestHistory(each, names)),
    feedback: feedback.map(
      (each): FeedbackItem => ({ ...itemHistory(each, names), requests: origins.get(each.iid) ?? [] }),
    ),
    collateral: collateral.map((each): CollateralItem => {
      const { kindKey, owners } = each;
      return { ...itemHistory(each, names), kindKey, owners };
    }),
  };
}

/**
 * The requests that each item came from, by the records, which only the desk writes: whoever is assigned to an item can
 * edit what it says.
 */
function originsOf(requests: readonly KeptRequest[]): ReadonlyMap<number, readonly number[]> {
  const origins = new Map<number, number[]>();
  for (const { iid, entry } of requests) {
    for (const item of entry.followUps) origins.set(item, [...(origins.get(item) ?? []), iid]);
  }
  return origins;
}

function requestHistory(kept: KeptRequest, names: Names): RequestHistory {
  const { iid, submittedAt, closedAt, opportunityId, entry } = kept;
  const { decision, outcome, rating, nps, fastTrack } = entry;
  return {
    iid,
    areaKey: entry.area,
    region: entry.region,
    opportunityId,
    submittedAt,
    ...eventsOf(entry, names),
    closedAt,
    // GitLab's own name for whoever is gone.
    decision: decision && {
      sme: names.user(decision.sme)?.username ?? 'ghost',
      start: decision.start,
      hours: decision.hours,
    },
    outcome,
    rating,
    nps,
    fastTrack,
    declineReason: entry.declined,
  };
}

function itemHistory({ iid, areaKey, submittedAt, entry }: KeptItem, names: Names) {
  return { iid, areaKey, submittedAt, ...eventsOf(entry, names) };
}
