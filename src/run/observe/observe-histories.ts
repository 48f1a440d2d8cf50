import type { GitLab, GitLabIssue } from '../../clients/gitlab/types.ts';
import type { Config } from '../../config/types.ts';
import { isMailed } from '../../domain/request/is-mailed.ts';
import { requestTypeLabel } from '../../domain/request/request-type-label.ts';
import { type RequestContext, requestContext } from '../../domain/request/request-view.ts';
import type { Instant, Snapshot } from '../../domain/snapshot.ts';
import { ownHistory } from '../../domain/timeline/own-history.ts';
import { eachOf } from './each-of.ts';
import type { HistoryCache } from './history-cache.ts';
import { eventsAsNumbers } from './history-cache-entry.ts';
import { namesOf } from './names-of.ts';
import { readHistory } from './observe-issues.ts';
import {
  everybodyIn,
  type Kept,
  type KeptItem,
  type KeptRequest,
  type ProgramIssues,
  programIssues,
} from './program-issues.ts';
import { opportunityInForm, readRequest } from './read-request.ts';

const connections = 8;

/** How one run reads. */
interface Reading {
  readonly gitlab: GitLab;
  readonly context: RequestContext;
  readonly cache: HistoryCache | null;
  /** An issue that has changed since is not kept: more may have happened in the same moment. */
  readonly settledBefore: Instant;
}

const settling = 60_000;

/**
 * Reads every history from GitLab, but for what the cache proves to be as it was. Complete or an error: a report of
 * half the requests would be believed. What was read before an error is kept for the next run.
 */
export async function observeProgram(
  gitlab: GitLab,
  config: Config,
  snapshot: Snapshot,
  cache: HistoryCache | null,
): Promise<ProgramIssues> {
  const context = requestContext(config, snapshot);
  const settledBefore = (gitlab.serverTime() ?? 0) - settling;
  const reading = { gitlab, context, cache, settledBefore };
  let whole = false;
  try {
    const requests = await readAll(reading, requestTypeLabel, keptRequest);
    const feedback = await readAll(reading, 'type::customer-feedback', keptItem);
    const collateral = await readAll(reading, 'type::collateral', keptItem);
    whole = true;
    const program = { requests, feedback, collateral };
    return programIssues(program, await namesOf(gitlab, snapshot, everybodyIn(program)));
  } finally {
    await cache?.save(whole);
  }
}

/** Oldest first. */
async function readAll<T extends { readonly iid: number }>(
  reading: Reading,
  label: string,
  read: (reading: Reading, issue: GitLabIssue) => Promise<T>,
): Promise<T[]> {
  const queue = [...(await reading.gitlab.issues({ state: 'all', labels: [label] }))];
  const kept: T[] = [];
  await eachOf(queue, connections, async (issue) => {
    // Whoever has mailed it is no requester, and never was one.
    if (label === requestTypeLabel && isMailed({ ...issue, state: 'opened' })) return;
    kept.push(await read(reading, issue));
  });
  return kept.sort((a, b) => a.iid - b.iid);
}

function stampOf<Entry>({ iid, createdAt, closedAt }: GitLabIssue, entry: Entry): Kept<Entry> {
  return { iid, submittedAt: createdAt, closedAt, entry };
}

async function keptRequest(reading: Reading, issue: GitLabIssue): Promise<KeptRequest> {
  const { gitlab, context, cache, settledBefore } = reading;
  const known = cache?.request(issue) ?? null;
  if (known !== null) {
    cache?.keepRequest(issue, known);
    return { ...stampOf(issue, known), opportunityId: opportunityInForm(context, issue, known) };
  }
  const { entry, opportunityId, mayBeKept } = readRequest(context, await readHistory(gitlab, issue));
  if (mayBeKept && issue.updatedAt < settledBefore) cache?.keepRequest(issue, entry);
  return { ...stampOf(issue, entry), opportunityId };
}

async function keptItem(reading: Reading, issue: GitLabIssue): Promise<KeptItem> {
  const { gitlab, context, cache, settledBefore } = reading;
  const { desk } = context.snapshot;
  const known = cache?.item(issue) ?? null;
  const entry = known ?? eventsAsNumbers(ownHistory(await readHistory(gitlab, issue), desk.ids));
  if (known !== null || issue.updatedAt < settledBefore) cache?.keepItem(issue, entry);
  return {
    ...stampOf(issue, entry),
    areaKey: labelValue(issue, 'area::') ?? 'other',
    kindKey: labelValue(issue, 'collateral-kind::'),
    owners: issue.assignees.map(({ username }) => username),
  };
}

function labelValue({ labels }: GitLabIssue, scope: string): string | null {
  return labels.find((label) => label.startsWith(scope))?.slice(scope.length) ?? null;
}
