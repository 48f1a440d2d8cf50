import type { Config } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import type { CollateralItem, FeedbackItem, Period, Question, Source } from './facts.ts';
import type { Figure } from './figure.ts';
import type { Group } from './group.ts';
import type { Pipeline } from './opportunity-timeline.ts';
import type { RequestTimes } from './request-times.ts';

/** What a goal asks of a figure: a change against the baseline, or a fixed number. */
export type Target =
  | {
      readonly kind: 'baseline';
      /** What the baseline is called in `metrics.baseline.figures`. */
      readonly key: string;
      readonly direction: 'higher' | 'lower';
      /** Relative change that is asked for: 0.1 is ten percent. */
      readonly change: number;
    }
  | { readonly kind: 'fixed'; readonly direction: 'higher' | 'lower'; readonly value: number };

/** One goal of a metric. */
export interface Goal {
  /** Id of the figure it is about. */
  readonly figure: string;
  /** What the figure is called beside the metric's name: `won ÷ closed`. */
  readonly name: string;
  /** Over what it is judged; a quarter that is not over is judged so far. */
  readonly span: 'month' | 'quarter';
  readonly target: Target;
}

/** One metric as people read it: the one source of reports, the wiki page `metrics` and `docs/metrics.md`. */
export interface MetricDefinition {
  /** Names it in files and addresses: `technical-win-rate`. */
  readonly key: string;
  /** Of the program's eight; null: a figure of operation beside them. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | null;
  readonly name: string;
  /** The definition that is used, as one sentence with its formula. */
  readonly formula: string;
  /** How exactly it is counted. */
  readonly details: readonly string[];
  /** The goal in words; empty: none. */
  readonly goal: string;
  readonly goals: readonly Goal[];
  /** The figures that the table by group shows, in order, each with the head of its column. */
  readonly columns: readonly { readonly figure: string; readonly head: string }[];
  /** The figure that the metric's chart over the months draws. */
  readonly chart: string;
}

/** What a metric is computed from: one group, one period, everything as of the cut-off. */
export interface Scope {
  readonly config: Config;
  /** When what has no history was read: surveys, votes, the roster. */
  readonly now: Instant;
  readonly group: Group;
  readonly period: Period;
  /** What happened from this instant on is not in the figures. */
  readonly cutOff: Instant;
  /**
   * Of the group, submitted before the cut-off, whenever that was, as of the cut-off; without those that no figure of
   * the period can rest on: settled before it, with an opportunity that was closed for good.
   */
  readonly requests: readonly RequestTimes[];
  /** Those of all groups, as of the cut-off. */
  readonly allRequests: readonly RequestTimes[];
  /** The requests of the group as of an earlier instant. */
  readonly requestsAt: (instant: Instant) => readonly RequestTimes[];
  /** Of the group, submitted before the cut-off. Events after the cut-off are still in them. */
  readonly feedback: readonly FeedbackItem[];
  /** Numbers of the requests that any feedback item names, of whatever area, submitted before the cut-off. */
  readonly withFeedback: ReadonlySet<number>;
  readonly collateral: readonly CollateralItem[];
  /** All opportunities, not only those of the group. */
  readonly pipeline: Source<Pipeline>;
  /** All questions with one of the program's tags. */
  readonly questions: Source<readonly Question[]>;
}

/** What a metric says about a scope. */
export interface MetricResult {
  /** None: the metric is not defined for this kind of group. */
  readonly figures: readonly Figure[];
  /** Numbers of the issues that the figures rest on. */
  readonly inputs: readonly number[];
}

/** A metric: what it is, and how it is computed. */
export interface Metric {
  readonly definition: MetricDefinition;
  readonly measure: (scope: Scope) => MetricResult;
}
