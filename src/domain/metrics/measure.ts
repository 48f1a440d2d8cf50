import type { Instant } from '../snapshot.ts';
import type { Period } from './facts.ts';
import type { Figure } from './figure.ts';
import { areaGroups, cellGroups, type Group, overall, regionGroups } from './group.ts';
import type { MetricResult, Scope } from './metric.ts';
import { metrics } from './metrics.ts';
import {
  inGroup,
  itemsByArea,
  itemsInGroup,
  namedByFeedback,
  type ProgramHistory,
  requestsByGroup,
} from './program-history.ts';
import { withheld } from './withhold.ts';

/** The figures of one group. */
export interface GroupFigures {
  readonly group: Group;
  readonly figures: readonly Figure[];
}

/** The figures of one period. Groups that nothing belongs to are left out. */
export interface Measurement {
  readonly period: Period;
  readonly cutOff: Instant;
  /** Overall first, then areas, regions and, where asked for, cells. */
  readonly groups: readonly GroupFigures[];
  /** Issue numbers that any figure rests on, ascending. */
  readonly inputs: readonly number[];
}

/** What happened from this instant on is not in the figures: the end of the period, or now if that is earlier. */
function cutOffOf(period: Period, now: Instant): Instant {
  return Math.min(period.to, now);
}

/** Gives the scope of any group of one period. */
function scopes(history: ProgramHistory, period: Period): (group: Group) => Scope {
  const { config, facts, now, pipeline } = history;
  const cutOff = cutOffOf(period, now);
  const feedback = itemsByArea(facts.feedback, config, cutOff);
  const collateral = itemsByArea(facts.collateral, config, cutOff);
  const withFeedback = namedByFeedback(facts.feedback, cutOff);
  const requests = requestsByGroup(history, cutOff, period.from);
  return (group) => ({
    config,
    now,
    group,
    period,
    cutOff,
    requests: inGroup(requests, group),
    allRequests: inGroup(requests, overall),
    requestsAt: (instant) => inGroup(requestsByGroup(history, instant, instant), group),
    feedback: itemsInGroup(feedback, group),
    withFeedback,
    collateral: itemsInGroup(collateral, group),
    pipeline,
    questions: facts.questions,
  });
}

/** No issue belongs to it, and no question; what it is compared with does not make a group. */
function isEmpty(results: readonly MetricResult[]): boolean {
  const questions = results.flatMap(({ figures }) => figures.filter(({ id }) => id === '8.questions'));
  return results.every(({ inputs }) => inputs.length === 0) && questions.every(({ n }) => n === 0);
}

/** The figures of some groups with nothing withheld, and the issues that those of everything rest on. */
interface Measured {
  readonly groups: readonly GroupFigures[];
  readonly inputs: readonly number[];
}

function measured(scopeOf: (group: Group) => Scope, wanted: readonly Group[]): Measured {
  const inputs = new Set<number>();
  const groups = wanted.flatMap((group): GroupFigures[] => {
    const scope = scopeOf(group);
    const results = metrics.map((metric) => metric.measure(scope));
    if (group.kind === 'overall') for (const each of results) for (const iid of each.inputs) inputs.add(iid);
    else if (isEmpty(results)) return [];
    return [{ group, figures: results.flatMap((result) => result.figures) }];
  });
  return { groups, inputs: [...inputs].sort((a, b) => a - b) };
}

const known = new WeakMap<ProgramHistory, Map<string, Measured>>();

/** All groups but cells: pages and the dashboard ask for the same periods, so that they are measured once. */
function measuredOnce(history: ProgramHistory, period: Period): Measured {
  const periods = known.get(history) ?? new Map<string, Measured>();
  known.set(history, periods);
  const key = `${period.from} ${period.to}`;
  const groups = [overall, ...areaGroups(history.config), ...regionGroups(history.config)];
  const found = periods.get(key) ?? measured(scopes(history, period), groups);
  periods.set(key, found);
  return found;
}

/**
 * Computes every metric of a period, overall, by area and by region, and for each area in each region where asked
 * (`docs/rules.md#metrics`). What could point at one person is withheld here already, so that no page can tell it.
 */
export function measure(
  history: ProgramHistory,
  period: Period,
  { cells = false }: { readonly cells?: boolean } = {},
): Measurement {
  const { config, now } = history;
  const { groups, inputs } = measuredOnce(history, period);
  const inCells = cells ? measured(scopes(history, period), cellGroups(config)).groups : [];
  return {
    period,
    cutOff: cutOffOf(period, now),
    groups: withheld([...groups, ...inCells], config.privacy.minimumN),
    inputs,
  };
}

/** One figure of one group; undefined: the group or the figure is not there. */
export function figureOf({ groups }: Measurement, id: string, group: Group = overall): Figure | undefined {
  const found = groups.find((each) => each.group.kind === group.kind && each.group.key === group.key);
  return found?.figures.find((each) => each.id === id);
}
