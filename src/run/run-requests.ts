import { planOutbox, type Undelivered } from '../reconcile/outbox.ts';
import { planRequests, type RequestStep } from '../reconcile/plan-requests.ts';
import type { Applied } from './apply/applied.ts';
import type { Applier } from './apply/applier.ts';
import { apply } from './apply/apply.ts';
import { Ledger } from './apply/ledger.ts';
import { carryOut, tellEnding } from './carry-out.ts';
import { observe } from './observe/observe.ts';
import { readHistory } from './observe/observe-issues.ts';
import { plannedFor } from './planned-for.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import { exitCode, problemSentence, summaryLine } from './tell.ts';

/** A run over requests: observe, plan, show, and with `--apply` carry out. Gives the exit code. */
export async function runRequests(
  script: string,
  steps: readonly RequestStep[],
  surroundings: Surroundings,
): Promise<number> {
  const session = await openSession(script, surroundings, { token: 'desk', nowWithApply: false });
  const { flags, clients, config } = session;
  const { snapshot, problems } = await observe(clients, config, await plannedFor(session));
  const plan = planRequests({
    config,
    snapshot,
    steps,
    only: flags.issue,
    allowances: flags.allowances,
    problems: problems.map(problemSentence),
  });
  const carried = await carryOut(session, snapshot, plan);
  if (carried === null) return exitCode(plan, []);
  const outbox = await showUndelivered(session, carried.applier, carried.results);
  const results = [...carried.results, ...outbox];
  if (!flags.json) surroundings.print(summaryLine(results));
  return exitCode(plan, results);
}

/** What Salesforce or Slack did not take becomes a label on its issue, so that people see it. */
async function showUndelivered(
  session: Session,
  applier: Applier,
  results: readonly Applied[],
): Promise<Applied[]> {
  const wanted = new Map<string, { iid: number; system: Undelivered['system'] }>();
  for (const { action, ending } of results) {
    if (ending.kind !== 'failed' && ending.kind !== 'unknown') continue;
    if (!('issue' in action)) continue;
    const system = systemOf(action.kind);
    if (system !== null) wanted.set(`${action.issue} ${system}`, { iid: action.issue, system });
  }
  const undelivered: Undelivered[] = [];
  for (const { iid, system } of wanted.values()) {
    const issue = await session.clients.gitlab.issue(iid);
    if (issue !== null) undelivered.push({ issue: await readHistory(session.clients.gitlab, issue), system });
  }
  // Everything was read anew, so that an issue halted before is not halted for its label.
  const fresh = { ...applier, ledger: new Ledger() };
  return await apply(fresh, planOutbox(undelivered), (applied) => tellEnding(session, applied));
}

/** The system whose outbox label an action sets when it fails; what is told to one person is no effect of the request. */
function systemOf(kind: Applied['action']['kind']): Undelivered['system'] | null {
  if (kind === 'slack.tell') return null;
  if (kind.startsWith('team.')) return 'salesforce';
  return kind.startsWith('slack.') ? 'slack' : null;
}
