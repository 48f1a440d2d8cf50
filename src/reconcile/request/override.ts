import { newDecision } from '../../domain/assignment/new-decision.ts';
import { windowByHand } from '../../domain/assignment/window-by-hand.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { type AssigneeClaim, assigneeClaim } from '../../domain/engagement/assignee-claim.ts';
import { putBackComment } from '../../domain/notifications/put-back-comment.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { sameUsername } from '../../domain/people.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { isBeforeMeeting } from '../../domain/workflow/request-state.ts';
import type { IssueAction, SetIssue } from '../../plan/action.ts';
import { commentOnce, decidedOn, expectOf, moveTo, recordOf, writeRecord } from './actions-on.ts';
import { withIntentions } from './intentions.ts';
import type { PhaseInput } from './phase.ts';
import { mayBeLetGo, release } from './release.ts';

/**
 * Assignees that differ from the decision are a claim: somebody who may has chosen by hand, the SME has withdrawn, or
 * it is put back (`docs/rules.md#assignment`).
 */
export function override(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  if (!isBeforeMeeting(view.state) || view.issue.state === 'closed') return [];
  const claim = assigneeClaim(view, context);
  if (claim === null) return finish(input);
  switch (claim.kind) {
    case 'chosen':
      return choose(input, claim);
    case 'taken off': {
      if (!mayBeLetGo(view)) return [];
      return release(view, context, { excluded: true, why: `${claim.by.username} has taken the SME off` });
    }
    case 'put back':
      return putBack(input, claim);
    default:
      return claim satisfies never;
  }
}

/** The choice stands: it is written down with who has made it, at the time that was agreed or the first that fits. */
function choose(input: PhaseInput, { sme, by }: Extract<AssigneeClaim, { kind: 'chosen' }>): IssueAction[] {
  const { view, context, engagements } = input;
  const { config, directory, snapshot } = context;
  const wish = wishOf(view);
  const entry = config.roster.find((each) => sameUsername(each.gitlab, sme.username));
  if (wish === null || entry === undefined || (view.state !== 'changed' && !view.authority)) return [];
  const before = recordOf(view, context);
  const supply = { config, directory, engagements, now: snapshot.now };
  const window = before.decision ?? windowByHand(entry, wish, supply);
  if (window === null) return [];
  const chosen = { id: sme.id, username: entry.gitlab };
  const { durationMinutes } = wish;
  const fresh = newDecision(view, context, { sme: chosen, window, durationMinutes });
  // A date that was agreed on in the same interval is still to be taken up, by the phase after this one.
  const heard = before.decision?.heard ?? fresh.heard;
  const decision = { ...fresh, heard, override: by.id };
  const excluded = before.excluded.filter((each) => each !== sme.id);
  const record = { ...before, decision, excluded, released: null };
  const why = `${by.username} has chosen ${entry.gitlab} by hand`;
  if (view.state === 'changed') {
    return [writeRecord(view, { record, text: recordText(view, context, record, 'changed'), why })];
  }
  const intended = withIntentions(view, context, decidedOn(record, view, 'assigned'), {
    username: entry.gitlab,
    since: snapshot.now,
  });
  return [
    writeRecord(view, { record: intended, text: recordText(view, context, intended, 'assigned'), why }),
    ...(view.state === 'assigned' ? [] : [moveTo(view, 'overridden', 'assigned', { why })]),
  ];
}

/** A run that ended between the record and the label: the choice stands, and the label follows. */
function finish({ view, context }: PhaseInput): IssueAction[] {
  const decision: RecordState['decision'] = view.record.state?.decision ?? null;
  if (decision === null || decision.override === null || !view.authority) return [];
  if (view.state !== 'approved' && view.state !== 'waitlisted') return [];
  const record = decidedOn(recordOf(view, context), view, 'assigned');
  const why = `${decision.username} was chosen by hand`;
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'assigned'), why }),
    moveTo(view, 'overridden', 'assigned', { assignees: [decision.sme], why }),
  ];
}

function putBack(
  { view, context }: PhaseInput,
  { to, by }: Extract<AssigneeClaim, { kind: 'put back' }>,
): IssueAction[] {
  const set: SetIssue = {
    kind: 'issue.set',
    issue: view.issue.iid,
    expect: expectOf(view),
    add: [],
    remove: [],
    assignees: to,
    why: by === null ? 'the decision names somebody else' : `${by.username} does not choose by hand`,
  };
  if (by === null) return [set];
  const body = putBackComment(view, context, by.username, by.why);
  return [...commentOnce(view, { key: `put-back:${by.note}`, body, mentions: [by.username] }), set];
}
