import type { Config, Sme } from '../../../../src/config/types.ts';
import type { RequestHistory } from '../../../../src/domain/metrics/facts.ts';
import type { Figure } from '../../../../src/domain/metrics/figure.ts';
import { type Group, overall } from '../../../../src/domain/metrics/group.ts';
import type { Metric } from '../../../../src/domain/metrics/metric.ts';
import { inGroup, programHistory, requestsByGroup } from '../../../../src/domain/metrics/program-history.ts';
import type { Instant, LabelEvent, StateEvent, UserRef } from '../../../../src/domain/snapshot.ts';
import {
  type RequestState,
  requestLabel,
  requestLabels,
} from '../../../../src/domain/workflow/request-state.ts';
import { exampleConfig } from '../../../builders/config.ts';

/** November 2026 in UTC: the month that these stories are measured over. */
export const november = {
  from: Date.parse('2026-11-01T00:00:00Z'),
  to: Date.parse('2026-12-01T00:00:00Z'),
  name: '2026-11',
};

export const desk: UserRef = { id: 900, username: 'project_7_bot_desk' };
const omar: UserRef = { id: 12, username: 'omar' };

/** Noon of a day of November; 0 is the last day of October, 31 the first of December. */
export function day(number: number): Instant {
  return november.from + (number - 1) * 86_400_000 + 43_200_000;
}

/** What happens to a request, by the day of November. */
export interface Life {
  readonly iid?: number;
  readonly submitted?: number;
  readonly states?: readonly (readonly [state: RequestState, day: number])[];
  /** Each time it was closed, and opened again. */
  readonly closed?: readonly (readonly [from: number, to?: number])[];
  /** When an answer was found late; by a person where it was. */
  readonly breached?: readonly number[];
  readonly breachedBy?: UserRef;
  readonly facts?: Partial<RequestHistory>;
}

let lastId = 0;

function labelEvent(name: string, at: Instant, action: LabelEvent['action'], user: UserRef): LabelEvent {
  lastId += 1;
  return { id: lastId, user, at, label: { id: 1 + requestLabels.indexOf(name), name }, action };
}

function stateEvents(closed: NonNullable<Life['closed']>): StateEvent[] {
  const changes = closed.flatMap(([from, to]) => [
    { at: from, state: 'closed' as const },
    ...(to === undefined ? [] : [{ at: to, state: 'reopened' as const }]),
  ]);
  return changes.map(({ at, state }) => {
    lastId += 1;
    return { id: lastId, user: desk, at: day(at), state };
  });
}

/** A request that was submitted on the second, unless the life says something else. */
export function request(life: Life = {}): RequestHistory {
  const { iid = 1, submitted = 2, states = [], closed = [], breached = [] } = life;
  const events: LabelEvent[] = [];
  for (const [index, [state, at]] of states.entries()) {
    const by = state === 'approved' || state === 'declined' ? omar : desk;
    const before = states[index - 1]?.[0];
    if (before !== undefined) events.push(labelEvent(requestLabel(before), day(at), 'remove', by));
    events.push(labelEvent(requestLabel(state), day(at), 'add', by));
  }
  for (const at of breached)
    events.push(labelEvent('sla::breached', day(at), 'add', life.breachedBy ?? desk));
  return {
    iid,
    areaKey: 'ai',
    region: 'emea',
    opportunityId: null,
    submittedAt: day(submitted),
    labelEvents: events,
    stateEvents: stateEvents(closed),
    closedAt: null,
    decision: null,
    outcome: null,
    rating: null,
    nps: null,
    fastTrack: false,
    declineReason: null,
    ...life.facts,
  };
}

/** An SME of the roster with 5 hours a week, 3 of them for engagements. */
export function sme(gitlab: string, fields: Partial<Sme> = {}): Sme {
  const [like] = exampleConfig().roster;
  if (like === undefined) throw new Error('the example has no SME');
  return { ...like, gitlab, weeklyHours: 5, areas: { ai: 'sme' }, region: 'emea', term: null, ...fields };
}

/** A program in UTC with a roster of its own. */
export function program(roster: readonly Sme[] = [], fields: Partial<Config> = {}): Config {
  const config = exampleConfig();
  return { ...config, calendar: { ...config.calendar, timezone: 'UTC' }, roster, ...fields };
}

/** What a metric says of November, as of the month's end unless `now` is earlier. */
export function measured(
  metric: Metric,
  requests: readonly RequestHistory[],
  {
    config = program(),
    group = overall,
    now = day(60),
  }: { config?: Config; group?: Group; now?: Instant } = {},
) {
  const none = { kind: 'not available', reason: 'not asked' } as const;
  const facts = { requests, feedback: [], collateral: [], pipeline: none, questions: none };
  const history = programHistory({ config, facts, now, desk: [desk.id] });
  const cutOff = Math.min(november.to, now);
  const at = (instant: Instant) => inGroup(requestsByGroup(history, instant), group);
  const { figures, inputs } = metric.measure({
    config,
    now,
    group,
    period: november,
    cutOff,
    requests: at(cutOff),
    allRequests: inGroup(requestsByGroup(history, cutOff), overall),
    requestsAt: at,
    withFeedback: new Set<number>(),
    feedback: [],
    collateral: [],
    pipeline: none,
    questions: none,
  });
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    inputs,
    figures,
    /** A figure by the end of its id. */
    of(id: string): Figure {
      const found = byId.get(`${metric.definition.key}.${id}`);
      if (found === undefined) throw new Error(`no figure ${id}`);
      return found;
    },
    /** Values by the end of their ids. */
    values: Object.fromEntries(
      figures.map(({ id, value }) => [id.slice(metric.definition.key.length + 1), value]),
    ),
  };
}

/** A decision on an engagement of some hours that begins on a day. */
export function decided(username: string, start: number, hours: number): Pick<RequestHistory, 'decision'> {
  return { decision: { sme: username, start: day(start), hours } };
}

/** A life that ends with an engagement that took place: assigned, over on `over`, completed on `completed`. */
export function tookPlace(over: number, completed: number, facts: Partial<RequestHistory> = {}): Life {
  return {
    states: [
      ['submitted', 2],
      ['assigned', 3],
      ['awaiting-feedback', over],
      ['completed', completed],
    ],
    closed: [[completed]],
    facts,
  };
}
