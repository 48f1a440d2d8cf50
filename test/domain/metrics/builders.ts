import type { Config } from '../../../src/config/types.ts';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import type { Instant, LabelEvent, Opportunity, StateEvent, UserRef } from '../../../src/domain/snapshot.ts';
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
    agreedDate: null,
    ...fields,
  };
}

export function opportunity(id: string, fields: Partial<Opportunity> = {}): Opportunity {
  return {
    id,
    name: 'Acme renewal',
    accountId: '001AB000001AcmeYAC',
    accountName: 'Acme',
    ownerId: '005AB000001SamOYAS',
    stage: '3',
    closed: false,
    won: false,
    closeDate: '2026-11-20',
    slackChannel: null,
    amount: null,
    ...fields,
  };
}

type MetricsConfig = Pick<Config, 'program' | 'areas' | 'regions' | 'calendar' | 'privacy' | 'metrics'>;

export function metricsConfig(fields: Partial<MetricsConfig> = {}): MetricsConfig {
  const area = (key: string, name: string): Config['areas'][number] => ({
    key,
    name,
    aliases: [],
    tier: 'formal',
    live: true,
    leads: [],
    approvers: [],
    productManagers: [],
    slack: { request: null, team: null, area: null, field: null },
    stackOverflowTags: [],
  });
  const region = (key: string, name: string) => ({ key, name, near: [], timezone: null, holidays: [] });
  return {
    program: { name: 'SME Program', leads: ['priya'], digest: 'mon 09:00' },
    areas: [area('ai', 'AI'), area('appsec', 'AppSec')],
    regions: [region('emea', 'EMEA'), region('amer', 'AMER')],
    calendar: { timezone: 'UTC', days: [1, 2, 3, 4, 5], startMinute: 540, endMinute: 1020, holidays: [] },
    privacy: { minimumN: 5 },
    metrics: { baseline: { kind: 'none' } },
    ...fields,
  };
}
