import type { Config } from '../../../src/config/types.ts';
import type { Period, ProgramFacts } from '../../../src/domain/metrics/facts.ts';
import type { Figure } from '../../../src/domain/metrics/figure.ts';
import { type Group, overall } from '../../../src/domain/metrics/group.ts';
import type { Metric, MetricResult, Scope } from '../../../src/domain/metrics/metric.ts';
import {
  inGroup,
  itemsByArea,
  itemsInGroup,
  namedByFeedback,
  programHistory,
  requestsByGroup,
} from '../../../src/domain/metrics/program-history.ts';
import { exampleConfig } from '../../builders/config.ts';

/** November 2026, in which the stories of the other builders begin. */
export const november: Period = {
  from: Date.parse('2026-11-01T00:00:00Z'),
  to: Date.parse('2026-12-01T00:00:00Z'),
  name: '2026-11',
};

export const december: Period = {
  from: november.to,
  to: Date.parse('2027-01-01T00:00:00Z'),
  name: '2026-12',
};

export const areaAi: Group = { kind: 'area', key: 'ai', name: 'AI', area: 'ai', region: null };
export const emea: Group = { kind: 'region', key: 'emea', name: 'EMEA', area: null, region: 'emea' };

const example = exampleConfig();

interface Asked {
  readonly config?: Config;
  readonly group?: Group;
  readonly period?: Period;
  /** When it was read; the end of the period, if that is earlier, is the cut-off. */
  readonly now?: number;
}

/** The scope of one group and period over some facts; what is not given is empty. */
export function scopeOf(facts: Partial<ProgramFacts>, asked: Asked = {}): Scope {
  const { config = example, group = overall, period = november, now = period.to } = asked;
  const absent = { kind: 'not available', reason: 'not part of this story' } as const;
  const whole: ProgramFacts = {
    requests: [],
    feedback: [],
    collateral: [],
    pipeline: absent,
    questions: absent,
    ...facts,
  };
  const history = programHistory({ config, facts: whole, now, desk: null });
  const cutOff = Math.min(period.to, now);
  return {
    config,
    now,
    group,
    period,
    cutOff,
    requests: inGroup(requestsByGroup(history, cutOff), group),
    allRequests: inGroup(requestsByGroup(history, cutOff), overall),
    requestsAt: (instant) => inGroup(requestsByGroup(history, instant), group),
    feedback: itemsInGroup(itemsByArea(whole.feedback, config, cutOff), group),
    withFeedback: namedByFeedback(whole.feedback, cutOff),
    collateral: itemsInGroup(itemsByArea(whole.collateral, config, cutOff), group),
    pipeline: history.pipeline,
    questions: whole.questions,
  };
}

/** The value of each figure by its id. */
export function valuesOf({ figures }: MetricResult): Record<string, number | null> {
  return Object.fromEntries(figures.map(({ id, value }) => [id, value]));
}

/** One figure that a metric gives. */
export function figureIn(metric: Metric, scope: Scope, id: string): Figure {
  const found = metric.measure(scope).figures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}
