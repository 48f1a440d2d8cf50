import { whoSearches } from '../assignment/who-searches.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { RequestState } from '../workflow/request-state.ts';
import { decisionLines } from './record/decision-lines.ts';
import { followUpLine } from './record/follow-up-line.ts';
import { headline } from './record/headline.ts';
import { nextSteps } from './record/next-steps.ts';
import { outageLine } from './record/outage-line.ts';
import { progressLine } from './record/progress-line.ts';
import { waitingLine } from './record/waiting-line.ts';
import { wantedLines } from './record/wanted-lines.ts';
import { areaName, engagementName, mention } from './words.ts';

/**
 * The text of the record, the one comment that says how a request stands: where it is, who is waited for, what was
 * checked and decided, what was done outside, and what each reader can do next (`docs/rules.md#messages`).
 * `asked`: people who are called upon to decide. GitLab tells nobody of an edit, so that only the creation of the
 * record names any.
 */
export function recordText(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
  asked: readonly string[] = [],
): string {
  const about = `${areaName(context.config, view)}, ${engagementName(view)}.`;
  const call = asked.length === 0 ? about : `${mention(asked)}: please decide on this request for ${about}`;
  const progress = progressLine(state);
  const search = whoSearches(view, context, { state, record });
  const now = [
    ...wantedLines(view, context, record),
    waitingLine(view, context, record, state),
    outageLine(view, context, state),
    ...decisionLines(view, context, record, state),
    followUpLine(record),
  ].filter((line) => line !== null);
  return [
    [`**${headline(state, search)}** ${call}`],
    progress === null ? [] : [progress],
    now.map(point),
    under('What you can do', nextSteps(view, context, record, state, search)),
    // What was shown is void: what was checked about it is history.
    record.digest === null ? [] : record.checked,
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function under(heading: string, points: readonly string[]): string[] {
  return points.length === 0 ? [] : [`#### ${heading}`, '', ...points.map(point)];
}

function point(text: string): string {
  return `- ${text}`;
}
