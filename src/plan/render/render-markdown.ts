import type { Plan } from '../plan.ts';
import { describeAction } from './describe-action.ts';
import { markdownInk } from './ink.ts';
import { type Placed, planGroups } from './plan-groups.ts';
import type { RenderOptions } from './plan-names.ts';
import { countOf, headlineOf, totalsOf } from './plan-totals.ts';
import { shortened } from './visible-text.ts';

function actionItem({ place, action }: Placed, options: RenderOptions): string {
  const { what, why, body } = describeAction(action, markdownInk, options.names ?? {});
  const because = why === null ? '' : ` — because ${why}`;
  const shown = body === null || options.bodies === 'hidden' ? '' : ` (${markdownInk.code(shortened(body))})`;
  return `- **${place}** ${what}${because}${shown}`;
}

function restSections(plan: Plan): string[] {
  const rest = plan.held.map(
    ({ kind, count, allow }) =>
      `- Held back: ${countOf(kind, count)}. If that is right, run again with ${markdownInk.code(allow)}`,
  );
  for (const { kind, count } of plan.leftOver) {
    rest.push(`- Left over: ${countOf(kind, count)}. The cap of this run is reached; the next run goes on.`);
  }
  for (const problem of plan.problems) rest.push(`- Problem: ${markdownInk.words(problem)}`);
  return rest.length === 0 ? [] : [`### Not in this plan\n\n${rest.join('\n')}`];
}

/**
 * A plan as Markdown, for a merge request or a page. Nothing in it mentions anybody or can be read as a command
 * by GitLab: every line begins with the renderer's own characters (`docs/gitlab.md#quick-actions`).
 */
export function renderMarkdown(plan: Plan, options: RenderOptions = {}): string {
  const sections = [`## Plan of ${new Date(plan.now).toISOString()}`, headlineOf(plan)];
  for (const { issue, actions } of planGroups(plan.actions)) {
    const items = actions.map((placed) => actionItem(placed, options));
    sections.push(`### ${issue === null ? 'Project' : `#${issue}`}\n\n${items.join('\n')}`);
  }
  sections.push(...restSections(plan));
  if (plan.actions.length > 0) sections.push(`Totals: ${totalsOf(plan.actions)}.`);
  sections.push(`Digest: ${markdownInk.code(plan.digest)}`);
  return `${sections.join('\n\n')}\n`;
}
