import { formatInstant } from '../../calendar/format-instant.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../request/request-view.ts';
import { byEventId } from '../../timeline/fold-labels.ts';
import type { RequestState } from '../../workflow/request-state.ts';

const label = 'salesforce::failed';
const words = 'Salesforce has not answered since';

/** Whether a record tells that its check waits for Salesforce. */
export function tellsOutage(body: string): boolean {
  return body.includes(`\n- ${words} `);
}

/** That a check waits for Salesforce, and since when: since the label says so, or from now on. Null: none waits. */
export function outageLine(view: RequestView, context: RequestContext, state: RequestState): string | null {
  if (context.snapshot.salesforce.mode !== 'down') return null;
  if (state !== 'submitted' && state !== 'needs-info') return null;
  const held = byEventId(view.issue.labelEvents).findLast(
    (event) => event.action === 'add' && event.label?.name === label,
  );
  const since = view.issue.labels.includes(label) ? held?.at : undefined;
  const zone = requesterZone(context, view.issue.author.username);
  const when = formatInstant(since ?? context.snapshot.now, zone);
  return `${words} ${when}; the check goes on by itself when it answers.`;
}
