import type { Config } from '../../config/types.ts';
import { requestContext, viewRequest } from '../../domain/request/request-view.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Authority } from '../../plan/action.ts';
import { readHistory } from '../observe/observe-issues.ts';
import { personOf } from '../observe/observe-people.ts';
import type { Ending } from './applied.ts';
import type { Applier } from './applier.ts';

/** An authority that was read longer ago is read again (`docs/security.md#approval`). */
const freshFor = 60_000;

/**
 * Reads the authority of an issue right before a grant: null when it stands, else why the grant does not happen.
 * Everything is read anew from GitLab; the plan's own view of the world has no say.
 */
export async function authorityGone(
  applier: Applier,
  issue: number,
  authority: Authority,
): Promise<Ending | null> {
  const { ledger, monotonic } = applier;
  const read = ledger.authorityRead(issue);
  if (read !== null && monotonic() - read < freshFor) return null;
  const started = monotonic();
  if (!(await standsNow(applier, issue, authority))) {
    return { kind: 'moved', why: 'the approval does not stand any more' };
  }
  ledger.setAuthorityRead(issue, started);
  return null;
}

async function standsNow(
  { clients, config, snapshot }: Applier,
  iid: number,
  authority: Authority,
): Promise<boolean> {
  const issue = await clients.gitlab.issue(iid);
  if (issue === null) return false;
  const [facts, approver] = await Promise.all([
    readHistory(clients.gitlab, issue),
    clients.gitlab.user(authority.user),
  ]);
  const level = snapshot.people[approver.username]?.accessLevel ?? null;
  const people = { ...snapshot.people, [approver.username]: personOf(approver, level) };
  return authorityOf(config, { ...snapshot, people, issues: [facts] }, authority);
}

function authorityOf(config: Config, snapshot: Snapshot, authority: Authority): boolean {
  const [issue] = snapshot.issues;
  if (issue === undefined) return false;
  const view = viewRequest(requestContext(config, snapshot), issue);
  const recorded = view.record.state?.approval ?? null;
  if (recorded === null || !view.authority) return false;
  return recorded.event === authority.event && recorded.digest === authority.digest;
}
