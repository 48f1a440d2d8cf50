import { issueOf, type Plan } from '../plan.ts';
import { describeAction } from './describe-action.ts';
import { terminalInk } from './ink.ts';
import type { Placed } from './plan-groups.ts';
import type { RenderOptions } from './plan-names.ts';
import { countByKind, isGrant } from './plan-totals.ts';
import { shortened } from './visible-text.ts';

function actionJson({ place, action }: Placed, options: RenderOptions): object {
  const { what, why, body } = describeAction(action, terminalInk, options.names ?? {});
  const shown = body === null || options.bodies === 'hidden' ? {} : { body: shortened(body) };
  return {
    place,
    issue: issueOf(action),
    kind: action.kind,
    grant: isGrant(action),
    what,
    why,
    ...shown,
  };
}

/**
 * A plan as one JSON document for other programs: the same words as on the terminal, with kinds and counts. It
 * is for reading; a plan that is to be applied is saved whole.
 */
export function renderJson(plan: Plan, options: RenderOptions = {}): string {
  const document = {
    now: new Date(plan.now).toISOString(),
    digest: plan.digest,
    totals: Object.fromEntries(countByKind(plan.actions)),
    actions: plan.actions.map((action, index) => actionJson({ place: index + 1, action }, options)),
    leftOver: plan.leftOver,
    held: plan.held,
    problems: plan.problems.map(terminalInk.words),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
