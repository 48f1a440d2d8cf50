import type { Config } from '../config/types.ts';
import { type Choice, chooseForAll } from '../domain/assignment/choose.ts';
import {
  type Candidate,
  candidateOf,
  exceedsEveryBudget,
  type Supply,
  type Wish,
} from '../domain/assignment/eligibility.ts';
import type { Engagement } from '../domain/assignment/engagement.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import { newDecision } from '../domain/assignment/new-decision.ts';
import { wishOf } from '../domain/assignment/wish.ts';
import { assignedComment, choiceNote, waitlistedComment } from '../domain/notifications/assigned-comment.ts';
import { recordText } from '../domain/notifications/record-text.ts';
import type { RecordState } from '../domain/record/record-state.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from './request/actions-on.ts';
import { withIntentions } from './request/intentions.ts';
import { lostDecision, restoreDecision } from './request/restore-decision.ts';

/**
 * Step 2 of a run: chooses for all approved and waitlisted requests together, oldest first, and writes each
 * decision down before the label moves. Load and roster are always read whole; `only` limits what is written.
 */
export function assignSmes(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const waiting = views.filter((view) => isWaiting(view, config));
  const wishes = waiting.map(wishOf).filter((wish) => wish !== null);
  const supply: Supply = {
    config,
    directory: context.directory,
    engagements: liveEngagements(views),
    now: snapshot.now,
  };
  const lost = new Map(views.map((view) => [view, lostDecision(view, context, supply)]));
  const choices = chooseForAll(wishes, { ...supply, engagements: [...supply.engagements, ...held(lost)] });
  return views.flatMap((view) => {
    if (only !== null && view.issue.iid !== only) return [];
    const wish = wishes.find((each) => each.issue === view.issue.iid);
    const choice = choices.get(view.issue.iid);
    if (wish !== undefined && choice !== undefined) return writeChoice(view, context, wish, choice, supply);
    const decision = lost.get(view) ?? null;
    if (decision !== null) return restoreDecision(view, context, decision);
    return missedComments(view, context, supply);
  });
}

/** The engagements of decisions that the records do not tell. */
function held(lost: ReadonlyMap<RequestView, RecordState['decision']>): Engagement[] {
  return [...lost].flatMap(([{ issue }, decision]) => {
    if (decision === null) return [];
    const { username: sme, start, end, hours } = decision;
    return [{ issue: issue.iid, sme, start, end, hours }];
  });
}

/** A run that ended between the label and the comments: what was decided is told now. */
function missedComments(view: RequestView, context: RequestContext, supply: Supply): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  const wish = wishOf(view);
  if (view.state !== 'assigned' || decision === null || wish === null) return [];
  if (view.notes.has(`assigned:${decision.number}`) && view.notes.has(`choice:${decision.number}`)) return [];
  const candidates = context.config.roster.map((sme) => candidateOf(sme, wish, supply));
  return assignedComments(view, context, decision, candidates);
}

function assignedComments(
  view: RequestView,
  context: RequestContext,
  decision: NonNullable<RecordState['decision']>,
  candidates: readonly Candidate[],
): IssueAction[] {
  return [
    ...commentOnce(view, {
      key: `assigned:${decision.number}`,
      body: assignedComment(view, context, decision, candidates),
      mentions: [view.issue.author.username, decision.username],
    }),
    ...commentOnce(view, {
      key: `choice:${decision.number}`,
      body: choiceNote(candidates, decision.username),
      mentions: [],
      internal: true,
    }),
  ];
}

/** Approved or waitlisted, with an authority that stands, and not in an area that is only planned. */
function isWaiting(view: RequestView, config: Config): boolean {
  if (view.state !== 'approved' && view.state !== 'waitlisted') return false;
  if (!view.authority || view.issue.state === 'closed' || view.approval.kind === 'declined') return false;
  if (config.assignment.mode !== 'assign') return false;
  return config.areas.find((area) => area.key === view.areaKey)?.live ?? true;
}

function writeChoice(
  view: RequestView,
  context: RequestContext,
  wish: Wish,
  choice: Choice,
  supply: Supply,
): IssueAction[] {
  if (choice.kind === 'nobody') return waitlist(view, context, choice, exceedsEveryBudget(wish, supply));
  const person = context.directory.byUsername(choice.username);
  if (person === null) return [];
  const before = recordOf(view, context);
  const decision = newDecision(view, context, {
    sme: { id: person.id, username: choice.username },
    window: choice.window,
    durationMinutes: wish.durationMinutes,
  });
  const record = withIntentions(view, context, decidedOn({ ...before, decision }, view, 'assigned'), {
    username: choice.username,
    since: context.snapshot.now,
  });
  return [
    writeRecord(view, {
      record,
      text: recordText(view, context, record, 'assigned'),
      why: `${choice.username} can take it and has the least load`,
    }),
    moveTo(view, 'SME found', 'assigned', { assignees: [person.id], why: `${choice.username} takes it` }),
    ...assignedComments(view, context, decision, choice.candidates),
  ];
}

function waitlist(
  view: RequestView,
  context: RequestContext,
  choice: Extract<Choice, { kind: 'nobody' }>,
  tooLarge: boolean,
): IssueAction[] {
  if (view.state === 'waitlisted') return [];
  const record = decidedOn(recordOf(view, context), view, 'waitlisted');
  const requester = view.issue.author.username;
  return [
    writeRecord(view, {
      record,
      text: recordText(view, context, record, 'waitlisted'),
      why: 'nobody can take it yet',
    }),
    // Before the label moves: a waitlisted request is not told again, so the comment must not get lost.
    ...commentOnce(view, {
      key: `waitlisted:${record.approval?.event ?? 0}`,
      body: waitlistedComment(view, choice.candidates, tooLarge),
      mentions: [requester],
    }),
    moveTo(view, tooLarge ? 'larger than any budget' : 'nobody free', 'waitlisted', {
      why: 'nobody can take it yet',
    }),
  ];
}
