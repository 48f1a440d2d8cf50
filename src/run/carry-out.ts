import type { Snapshot } from '../domain/snapshot.ts';
import type { Plan } from '../plan/plan.ts';
import { renderJson } from '../plan/render/render-json.ts';
import { renderTerminal } from '../plan/render/render-terminal.ts';
import type { Applied } from './apply/applied.ts';
import type { Applier } from './apply/applier.ts';
import { apply } from './apply/apply.ts';
import { Ledger } from './apply/ledger.ts';
import { planMoved, readPlan, savePlan } from './plan-file.ts';
import type { Session } from './session.ts';
import { endingLine, planNames } from './tell.ts';

/** Shows a plan and, with `--apply`, carries it out. Null: it was only shown. */
export async function carryOut(
  session: Session,
  snapshot: Snapshot,
  plan: Plan,
): Promise<{ readonly results: Applied[]; readonly applier: Applier } | null> {
  const { flags, surroundings } = session;
  show(session, snapshot, plan);
  if (flags.plan !== null && !flags.apply) await savePlan(flags.plan, plan);
  if (!flags.apply) return null;
  if (flags.plan !== null && (await readPlan(flags.plan)).digest !== plan.digest) throw planMoved(flags.plan);
  const { clients, config } = session;
  const applier: Applier = {
    clients,
    config,
    snapshot,
    ledger: new Ledger(),
    monotonic: surroundings.monotonic,
  };
  const results = await apply(applier, plan.actions, (applied) => tellEnding(session, applied));
  return { results, applier };
}

/**
 * A job log in CI has other readers than a confidential issue, and what people wrote under Other can name a customer:
 * there the plan tells what is written where, without the texts (`docs/security.md#sinks`).
 */
function show({ flags, surroundings, config }: Session, snapshot: Snapshot, plan: Plan): void {
  const names = planNames(snapshot, config);
  const inCi = (surroundings.variables.CI ?? '') !== '';
  const options = { names, bodies: inCi ? 'hidden' : 'shortened' } as const;
  if (flags.json) surroundings.print(renderJson(plan, options));
  else surroundings.print(renderTerminal(plan, options).trimEnd());
}

/** Tells an ending that a person should know; on stderr with `--json`, so that the output stays one document. */
export function tellEnding({ flags, surroundings }: Session, applied: Applied): void {
  const line = endingLine(applied);
  if (line === null) return;
  if (flags.json) surroundings.complain(line);
  else surroundings.print(line);
}
