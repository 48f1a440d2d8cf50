import type { Config } from '../config/types.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Action } from '../plan/action.ts';
import { type Allowances, freshGuards, guard } from '../plan/guards.ts';
import { type Held, type LeftOver, makePlan, type Plan, type StepActions } from '../plan/plan.ts';
import { project } from '../plan/project.ts';
import { assignSmes } from './assign-smes.ts';
import { protectFeedback } from './board/protect-feedback.ts';
import { followUp } from './follow-up.ts';
import { alarmsRaised } from './request/alarm.ts';
import { answerAsks } from './slack/answer-asks.ts';
import { syncSalesforce } from './sync-salesforce.ts';
import { syncSlack } from './sync-slack.ts';
import { tellDigest } from './tell-digest.ts';
import { validateRequests } from './validate-requests.ts';

/** The steps that work on requests, in the order of a run. */
export const requestSteps = ['validate', 'assign', 'follow-up', 'salesforce', 'slack', 'digest'] as const;

export type RequestStep = (typeof requestSteps)[number];

type Planner = (config: Config, snapshot: Snapshot, only: number | null) => Action[];

const planners: Record<RequestStep, Planner> = {
  validate: (config, snapshot, only) => [
    ...protectFeedback(snapshot, only),
    ...validateRequests(config, snapshot, only),
  ],
  assign: assignSmes,
  'follow-up': followUp,
  salesforce: syncSalesforce,
  slack: (...seen) => [...syncSlack(...seen), ...answerAsks(...seen)],
  digest: tellDigest,
};

/** What a plan of requests is made from. */
export interface PlanInput {
  readonly config: Config;
  readonly snapshot: Snapshot;
  readonly steps: readonly RequestStep[];
  readonly only: number | null;
  readonly allowances: Allowances;
  readonly problems: readonly string[];
}

/** Plans some steps over one snapshot; each step sees the world as the steps before it will have left it. */
export function planRequests(input: PlanInput): Plan {
  const { config, allowances } = input;
  const { steps, problems } = runnable(input);
  const planned: StepActions[] = [];
  const leftOver: LeftOver[] = [];
  const held: Held[] = [];
  let { snapshot } = input;
  let guards = freshGuards;
  for (const step of steps) {
    const liveRows = snapshot.salesforce.mode === 'on' ? snapshot.salesforce.teamRows.length : 0;
    const wanted = planners[step](config, snapshot, input.only);
    const guarded = guard(step, wanted, guards, { config, liveRows, allowances });
    guards = guarded.state;
    planned.push(guarded.step);
    leftOver.push(...guarded.leftOver);
    held.push(...guarded.held);
    snapshot = project(snapshot, guarded.step.actions);
  }
  const raised = planned.flatMap(({ actions }) => alarmsRaised(actions));
  return makePlan({
    now: input.snapshot.now,
    steps: planned,
    leftOver,
    held,
    problems: [...problems, ...raised],
  });
}

/** Nobody is assigned while the engagements of some request could not be read: a load would be too small. */
function runnable(input: PlanInput): { steps: readonly RequestStep[]; problems: readonly string[] } {
  const { steps, snapshot, problems } = input;
  if (snapshot.unread.length === 0 || !steps.includes('assign')) return { steps, problems };
  const issues = snapshot.unread.map((iid) => `#${iid}`).join(', ');
  const waits = `Nobody is assigned in this run: the history of ${issues} could not be read. The next run tries again.`;
  return { steps: steps.filter((step) => step !== 'assign'), problems: [...problems, waits] };
}
