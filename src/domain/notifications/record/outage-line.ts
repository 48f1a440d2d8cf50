import { formatInstant } from '../../calendar/format-instant.ts';
import { heldSince } from '../../clocks/outage.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../request/request-view.ts';
import type { RequestState } from '../../workflow/request-state.ts';

const words = 'Salesforce has not answered since';

/** Whether a record tells that its check waits for Salesforce. */
export function tellsOutage(body: string): boolean {
  return body.includes(`\n- ${words} `);
}

/** That a check waits for Salesforce, and since when: since the label says so, or from now on. Null: none waits. */
export function outageLine(view: RequestView, context: RequestContext, state: RequestState): string | null {
  if (context.snapshot.salesforce.mode !== 'down') return null;
  if (state !== 'submitted' && state !== 'needs-info') return null;
  const since = heldSince({ ...view, state });
  const zone = requesterZone(context, view.issue.author.username);
  const when = formatInstant(since ?? context.snapshot.now, zone);
  return `${words} ${when}; the check goes on by itself when it answers.`;
}
