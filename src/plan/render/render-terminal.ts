import type { Plan } from '../plan.ts';
import { describeAction } from './describe-action.ts';
import { terminalInk } from './ink.ts';
import { type Placed, planGroups } from './plan-groups.ts';
import type { RenderOptions } from './plan-names.ts';
import { countOf, headlineOf, totalsOf } from './plan-totals.ts';
import { shortened } from './visible-text.ts';

function bodyLine(body: string | null, options: RenderOptions): string[] {
  if (body === null || options.bodies === 'hidden') return [];
  return [`         “${shortened(body)}”`];
}

function actionLines(placed: Placed, subject: string, options: RenderOptions): string[] {
  const { what, why, body } = describeAction(placed.action, terminalInk, options.names ?? {});
  const because = why === null ? '' : ` — because ${why}`;
  return [`${String(placed.place).padStart(5)}  ${subject} ${what}${because}`, ...bodyLine(body, options)];
}

function heldBack(plan: Plan): string[] {
  const lines = plan.held.map(
    ({ kind, count, allow }) =>
      `Held back: ${countOf(kind, count)}. If that is right, run again with ${terminalInk.words(allow)}`,
  );
  for (const { kind, count } of plan.leftOver) {
    lines.push(`Left over: ${countOf(kind, count)}. The cap of this run is reached; the next run goes on.`);
  }
  for (const problem of plan.problems) lines.push(`Problem: ${terminalInk.words(problem)}`);
  return lines;
}

/**
 * A plan as an operator reads it before the first write: one line per action, grouped by issue, numbered in the
 * order in which they are applied; then what is held back, and the digest that `--apply --plan` compares.
 */
export function renderTerminal(plan: Plan, options: RenderOptions = {}): string {
  const lines = [`Plan of ${new Date(plan.now).toISOString()}: ${headlineOf(plan)}`, ''];
  for (const { issue, actions } of planGroups(plan.actions)) {
    const subject = issue === null ? 'project:' : `#${issue}`;
    for (const placed of actions) lines.push(...actionLines(placed, subject, options));
    lines.push('');
  }
  const rest = heldBack(plan);
  if (rest.length > 0) lines.push(...rest, '');
  if (plan.actions.length > 0) lines.push(`Totals: ${totalsOf(plan.actions)}.`);
  lines.push(`Digest: ${terminalInk.code(plan.digest)}`);
  return `${lines.join('\n')}\n`;
}
