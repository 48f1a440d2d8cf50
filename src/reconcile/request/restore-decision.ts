import { candidateOf, type Supply } from '../../domain/assignment/eligibility.ts';
import { newDecision } from '../../domain/assignment/new-decision.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { toldAssignments } from '../../domain/engagement/told-assignments.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { sameUsername } from '../../domain/people.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { stateSince } from '../../domain/workflow/state-since.ts';
import type { WriteRecord } from '../../plan/action.ts';
import { decidedOn, recordOf, writeRecord } from './actions-on.ts';
import { withIntentions } from './intentions.ts';

type Decision = NonNullable<RecordState['decision']>;

/**
 * The decision of an assigned request whose record does not tell it, or null. GitLab has no conditional write, so the
 * slower of two runs can write its older record over the newer one (`docs/security.md#promises`). Who was chosen is the
 * assignee that the desk has set; when, is chosen as it was the first time.
 */
export function lostDecision(view: RequestView, context: RequestContext, supply: Supply): Decision | null {
  const { issue, record, state, authority } = view;
  if (state !== 'assigned' && state !== 'engaged') return null;
  if (record.state === null || record.state.decision !== null || !authority) return null;
  if (record.state.released !== null) return null;
  const sme = context.config.roster.find((each) =>
    issue.assignees.some(({ username }) => sameUsername(username, each.gitlab)),
  );
  const person = sme === undefined ? null : context.directory.byUsername(sme.gitlab);
  const wish = wishOf(view);
  if (sme === undefined || person === null || wish === null) return null;
  // An hour outside their own that the SME had agreed to must not cost them the request.
  const candidate = candidateOf(sme, { ...wish, anyHour: record.state.agreed !== null }, supply);
  if (candidate.kind === 'ineligible') return null;
  const told = toldAssignments(view);
  const decision = newDecision(view, context, {
    sme: { id: person.id, username: sme.gitlab },
    window: candidate.window,
    durationMinutes: wish.durationMinutes,
  });
  const restored = { ...decision, number: Math.max(1, told) };
  return state === 'engaged' ? { ...restored, accepted: stateSince(view) } : restored;
}

/** Writes a lost decision down again, with what it has brought about since the label was set. */
export function restoreDecision(
  view: RequestView,
  context: RequestContext,
  decision: Decision,
): WriteRecord[] {
  if (view.state === 'none') return [];
  const own = view.issue.labelEvents.find((event) => event.id === view.reading.ownEvent);
  const before = decidedOn({ ...recordOf(view, context), decision }, view, view.state);
  const since = own?.at ?? context.snapshot.now;
  const record = withIntentions(view, context, before, { username: decision.username, since });
  const text = recordText(view, context, record, view.state);
  return [writeRecord(view, { record, text, why: 'the decision had got lost from the record' })];
}
