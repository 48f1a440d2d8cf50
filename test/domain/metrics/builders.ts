import type {
  OpportunityChange,
  PipelineFacts,
  RequestHistory,
  Source,
} from '../../../src/domain/metrics/facts.ts';
import type { Instant, LabelEvent, StateEvent, UserRef } from '../../../src/domain/snapshot.ts';
import {
  type RequestState,
  requestLabel,
  requestStates,
} from '../../../src/domain/workflow/request-state.ts';

export const hour = 3_600_000;
const desk: UserRef = { id: 900, username: 'project_7_bot_desk' };
export const mallory: UserRef = { id: 66, username: 'mallory' };

/** 2026-11-02T08:00Z, a Monday: the hour 0 of the stories told here. */
const start: Instant = Date.parse('2026-11-02T08:00:00Z');

export function at(hours: number): Instant {
  return start + hours * hour;
}

let lastId = 0;

export function label(
  action: 'add' | 'remove',
  state: RequestState,
  time: Instant,
  user: UserRef | null = desk,
): LabelEvent {
  lastId += 1;
  const name = requestLabel(state);
  return { id: lastId, user, at: time, label: { id: requestStates.indexOf(state) + 1, name }, action };
}

/** One transition as the desk writes it: the label before is removed, the next one added. */
export function moved(from: RequestState, to: RequestState, time: Instant): LabelEvent[] {
  return [label('remove', from, time), label('add', to, time)];
}

/** The label events of a life: each state with the hour it was set at. */
export function life(...steps: readonly (readonly [RequestState, number])[]): LabelEvent[] {
  return steps.flatMap(([state, hours], index) => {
    const before = steps[index - 1]?.[0];
    return before === undefined ? [label('add', state, at(hours))] : moved(before, state, at(hours));
  });
}

export function stateEvent(state: StateEvent['state'], hours: number): StateEvent {
  lastId += 1;
  return { id: lastId, user: desk, at: at(hours), state };
}

export function history(fields: Partial<RequestHistory> = {}): RequestHistory {
  return {
    iid: 12,
    areaKey: 'ai',
    region: 'emea',
    opportunityId: null,
    submittedAt: start,
    labelEvents: [],
    stateEvents: [],
    closedAt: null,
    decision: null,
    outcome: null,
    rating: null,
    nps: null,
    fastTrack: false,
    declineReason: null,
    ...fields,
  };
}

/** The stages of the stories, as Salesforce tells them. `Lost Track` it does not know. */
const stages: PipelineFacts['stages'] = {
  '1-Discovery': { closed: false, won: false },
  '2-Scoping': { closed: false, won: false },
  '3-Technical Evaluation': { closed: false, won: false },
  '4-Proposal': { closed: false, won: false },
  'Closed Won': { closed: true, won: true },
  'Closed Lost': { closed: true, won: false },
};

type Step = readonly [hours: number, stage: keyof typeof stages, amount?: number | null];

/** The history of one opportunity: each stage with the hour since which it was in it, and the amount then. */
export function stagesOf(opportunityId: string, ...steps: readonly Step[]): OpportunityChange[] {
  return steps.map(([hours, stage, amount = null]) => {
    lastId += 1;
    const id = `008${String(lastId).padStart(12, '0')}AAA`;
    return { id, opportunityId, at: at(hours), stage, amount, closeDate: '2027-01-29' };
  });
}

/** A Salesforce that has read these histories. */
export function pipeline(...histories: readonly (readonly OpportunityChange[])[]): Source<PipelineFacts> {
  const changes = histories.flat();
  const ids = [...new Set(changes.map(({ opportunityId }) => opportunityId))];
  return { kind: 'read', value: { opportunities: ids.map((id) => ({ id })), changes, stages, nps: {} } };
}
