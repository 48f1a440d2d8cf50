import type { Config } from '../config/types.ts';
import { type Choice, type Chosen, chooseForAll } from '../domain/assignment/choose.ts';
import type { Supply, Wish } from '../domain/assignment/eligibility.ts';
import { type Engagement, engagementsOf } from '../domain/assignment/engagement.ts';
import { liveEngagements } from '../domain/assignment/live-engagements.ts';
import { newDecision } from '../domain/assignment/new-decision.ts';
import { wishOf } from '../domain/assignment/wish.ts';
import { datesStand } from '../domain/dates/dates-stand.ts';
import { recordText } from '../domain/notifications/record-text.ts';
import type { RecordState } from '../domain/record/record-state.ts';
import { opportunityGone } from '../domain/request/opportunity-gone.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { RequestEvent } from '../domain/workflow/transitions.ts';
import type { IssueAction } from '../plan/action.ts';
import { recommend } from './assign/recommend.ts';
import { tellAssigned, tellMissed } from './assign/tell-assigned.ts';
import { waitForDates, waitlist } from './assign/waitlist.ts';
import { decidedOn, moveTo, recordOf, writeRecord } from './request/actions-on.ts';
import { withIntentions } from './request/intentions.ts';
import { lostDecision, restoreDecision } from './request/restore-decision.ts';

/**
 * Step 2 of a run: chooses for all requests that wait for an SME together, oldest first, and writes each decision
 * down before the label moves. Load and roster are always read whole; `only` limits what is written.
 */
export function assignSmes(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const waiting = views.filter((view) => isWaiting(view, config) && datesStand(view, context));
  const open = waiting.filter((view) => !opportunityGone(view, context));
  const wishes = open.map(wishOf).filter((wish) => wish !== null);
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
    if (wish !== undefined && choice !== undefined) {
      return writeChoice(view, context, { wish, choice, supply });
    }
    if (waiting.includes(view)) return withoutOpportunity(view, context, supply);
    if (isWaiting(view, config)) return waitForDates(view, context, foundEvent(view));
    const decision = lost.get(view) ?? null;
    if (decision !== null) return restoreDecision(view, context, decision);
    return tellMissed(view, context, supply);
  });
}

/** The engagements of decisions that the records do not tell. */
function held(lost: ReadonlyMap<RequestView, RecordState['decision']>): Engagement[] {
  return [...lost].flatMap(([{ issue }, decision]) => {
    if (decision === null) return [];
    return engagementsOf(issue.iid, decision.username, decision);
  });
}

/** Waits for an SME, with an authority that stands, and not in an area that is only planned. */
function isWaiting(view: RequestView, config: Config): boolean {
  if (!view.authority || view.issue.state === 'closed' || view.approval.kind === 'declined') return false;
  if (!looksForSme(view)) return false;
  return config.areas.find((area) => area.key === view.areaKey)?.live ?? true;
}

/** Nobody was decided on yet, or whoever was has been let go. */
function looksForSme({ state, record }: RequestView): boolean {
  switch (state) {
    case 'approved':
    case 'waitlisted':
      return true;
    case 'assigned':
    case 'engaged':
    case 'awaiting-feedback':
      return record.state !== null && record.state.decision === null && record.state.released !== null;
    default:
      return false;
  }
}

/**
 * Nobody is looked for while the opportunity is closed (`docs/rules.md#off-or-down`): the request waits where it is, or
 * as waitlisted once its SME is let go.
 */
function withoutOpportunity(view: RequestView, context: RequestContext, supply: Supply): IssueAction[] {
  const wish = wishOf(view);
  if (wish === null || view.state === 'approved' || view.state === 'waitlisted') return [];
  return waitlist(view, context, { wish, choice: { kind: 'nobody', candidates: [] }, supply });
}

interface Found {
  readonly wish: Wish;
  readonly choice: Choice;
  readonly supply: Supply;
}

function writeChoice(view: RequestView, context: RequestContext, found: Found): IssueAction[] {
  const { choice, wish } = found;
  if (choice.kind === 'nobody') return waitlist(view, context, found);
  if (context.config.assignment.mode === 'recommend') return recommend(view, context, found);
  return assign(view, context, choice, wish.durationMinutes);
}

function assign(
  view: RequestView,
  context: RequestContext,
  choice: Chosen,
  durationMinutes: number,
): IssueAction[] {
  const person = context.directory.byUsername(choice.username);
  if (person === null) return [];
  const before = recordOf(view, context);
  const decision = newDecision(view, context, {
    sme: { id: person.id, username: choice.username },
    window: choice.window,
    durationMinutes,
  });
  const decided = decidedOn({ ...before, decision, released: null }, view, 'assigned');
  const record = withIntentions(view, context, decided, {
    username: choice.username,
    since: context.snapshot.now,
  });
  return [
    writeRecord(view, {
      record,
      text: recordText(view, context, record, 'assigned'),
      why: `${choice.username} can take it and has the least load`,
    }),
    moveTo(view, foundEvent(view), 'assigned', {
      assignees: [person.id],
      why: `${choice.username} takes it`,
    }),
    ...tellAssigned(view, context, decision, choice.candidates),
  ];
}

function foundEvent({ state }: RequestView): RequestEvent {
  if (state === 'assigned' || state === 'engaged') return 'SME lost';
  return state === 'awaiting-feedback' ? 'new dates within limits' : 'SME found';
}
