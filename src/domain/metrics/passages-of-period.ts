import type { Interval } from './facts.ts';
import type { Pipeline } from './opportunity-timeline.ts';
import { type Entries, entriesOf, type StagePassage, stagePassages } from './stage-passages.ts';
import { type StageStay, type StageStep, stageStays } from './stage-stays.ts';

/** The passages of all opportunities of Salesforce in one step. */
export interface PassagesOfPeriod {
  readonly byId: ReadonlyMap<string, StagePassage>;
  readonly total: Entries;
}

/** What was computed last of one pipeline and step: every group of a period asks for the same, one after the other. */
interface Kept {
  readonly stays: readonly StageStay[];
  readonly period: Interval;
  readonly answer: PassagesOfPeriod;
}

const kept = new WeakMap<Pipeline, Map<string, Kept>>();

/** {@link stagePassages} of a period, computed once for all groups of it. */
export function passagesOfPeriod(pipeline: Pipeline, step: StageStep, period: Interval): PassagesOfPeriod {
  const key = JSON.stringify(step);
  const known = kept.get(pipeline) ?? new Map<string, Kept>();
  const last = known.get(key);
  if (last?.period.from === period.from && last.period.to === period.to) return last.answer;
  const stays = last?.stays ?? stageStays(pipeline, step);
  const byId = stagePassages(stays, period);
  const answer = { byId, total: entriesOf(byId.values()) };
  kept.set(pipeline, known.set(key, { stays, period, answer }));
  return answer;
}
