import type { Config } from '../../src/config/types.ts';
import type { PipelineFacts, ProgramFacts, RequestHistory } from '../../src/domain/metrics/facts.ts';
import { type ProgramHistory, programHistory } from '../../src/domain/metrics/program-history.ts';
import type { Instant, Opportunity } from '../../src/domain/snapshot.ts';
import type { RequestState } from '../../src/domain/workflow/request-state.ts';
import { exampleConfig } from '../builders/config.ts';
import { EventWriter, sampleDesk } from '../builders/program/event-writer.ts';

const hour = 3_600_000;
const monday: Instant = Date.parse('2026-11-02T08:00:00Z');
const december: Instant = Date.parse('2026-12-01T06:00:00Z');

/** A request of November 2026 whose states are given with the hour they were set at. */
export function request(
  iid: number,
  steps: readonly (readonly [RequestState, number])[],
  fields: Partial<RequestHistory> = {},
): RequestHistory {
  const writer = new EventWriter(december);
  return {
    iid,
    areaKey: 'ai',
    region: 'emea',
    opportunityId: null,
    submittedAt: monday,
    labelEvents: writer.steps(
      'request',
      [['submitted', 0] as const, ...steps].map(([state, hours]) => [state, monday + hours * hour]),
    ),
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

/** Salesforce knows one opportunity; it was won on 20 November. */
export function wonPipeline(id: string): PipelineFacts {
  const opportunity: Opportunity = {
    id,
    name: 'Acme renewal',
    accountId: '001AB000001AcmeYAC',
    accountName: 'Acme',
    ownerId: '005AB000001SamOYAS',
    stage: 'Closed Won',
    closed: true,
    won: true,
    closeDate: '2026-11-20',
    slackChannel: null,
    amount: 420_000,
  };
  const change = { opportunityId: id, amount: 420_000, closeDate: '2026-11-20' };
  return {
    opportunities: [opportunity],
    changes: [
      { ...change, id: '1', at: Date.parse('2026-10-01T00:00:00Z'), stage: '2-Scoping' },
      { ...change, id: '2', at: Date.parse('2026-11-20T00:00:00Z'), stage: 'Closed Won' },
    ],
    stages: {
      '2-Scoping': { closed: false, won: false },
      'Closed Won': { closed: true, won: true },
    },
    nps: {},
  };
}

/** A program of which nothing was read but what is given, on 1 December 2026. */
export function smallProgram(
  facts: Partial<ProgramFacts> = {},
  { config = exampleConfig(), now = december }: { config?: Config; now?: Instant } = {},
): ProgramHistory {
  return programHistory({
    config,
    now,
    desk: [sampleDesk.id],
    facts: {
      requests: [],
      feedback: [],
      collateral: [],
      pipeline: { kind: 'not available', reason: 'Salesforce is off' },
      questions: { kind: 'not available', reason: 'Stack Overflow is off' },
      ...facts,
    },
  });
}
