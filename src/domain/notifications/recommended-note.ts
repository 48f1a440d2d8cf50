import type { Candidate } from '../assignment/eligibility.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import { reasonOf } from './choice-note.ts';
import { areaName, engagementName, mention, windowName } from './words.ts';

/** The internal note that proposes SMEs to the leads, who choose by setting the assignee. */
export function recommendedNote(
  view: RequestView,
  { config }: RequestContext,
  leads: readonly string[],
  names: readonly Extract<Candidate, { kind: 'eligible' }>[],
): string {
  const rows = names.map((each) => {
    const when = windowName(each.window, each.sme.calendar.timezone);
    return `| ${each.sme.gitlab} | ${when} | ${reasonOf(each)} |`;
  });
  return [
    `${mention(leads)}: this request for ${areaName(config, view)}, ${engagementName(view)} is approved and waits for an SME. Please choose: set one of these, or anybody else of the roster, as its assignee.`,
    '',
    '| who | when | because |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
