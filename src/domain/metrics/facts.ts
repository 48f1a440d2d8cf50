import type { EngagementOutcome } from '../record/record-state.ts';
import type { Instant, LabelEvent, Opportunity, StateEvent } from '../snapshot.ts';

/** What was read from one source, or why it was not: what rests on it then says so, and never 0. */
export type Source<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'not available'; readonly reason: string };

/** What the metrics need to know about one request: its issue's events and a few values of form and record. */
export interface RequestHistory {
  readonly iid: number;
  /** Key of a configured area, or `other`. */
  readonly areaKey: string;
  /** Key of a configured region; null: the form gives none. */
  readonly region: string | null;
  /** 18-character id; null: none, or Salesforce is off. */
  readonly opportunityId: string | null;
  readonly submittedAt: Instant;
  /** Of this issue, in any order. */
  readonly labelEvents: readonly LabelEvent[];
  readonly stateEvents: readonly StateEvent[];
  readonly closedAt: Instant | null;
  /** The last decision on an SME; null: none. */
  readonly decision: DecisionFacts | null;
  /** What the requester said about it (`docs/rules.md#feedback`); null: not answered. */
  readonly outcome: EngagementOutcome | null;
  /** 1 to 5; null: not answered. */
  readonly rating: number | null;
  /** What the customer answered to a survey, 0 to 10, as the requester reports it; null: not answered. */
  readonly nps: number | null;
  /** Less than the lead time lay between submission and first date. */
  readonly fastTrack: boolean;
  /** Why it was declined: a configured reason, or one of {@link unnamedReasons}; null: it was not. */
  readonly declineReason: string | null;
}

/** Which engagement was decided on. */
export interface DecisionFacts {
  /** GitLab username of the SME. */
  readonly sme: string;
  readonly start: Instant;
  /** Of the SME's capacity, preparation included. */
  readonly hours: number;
}

/** Reasons for a decline that no configuration names. The words themselves stay in the issue. */
export const unnamedReasons = ['in other words', 'no reason given'] as const;

/** In a report of a time when it was declined, the reason of a request that has begun anew by the day it is read. */
export const begunAnew = 'begun anew since';

/** An issue whose labels tell how far it has come: customer feedback, or collateral. */
export interface ItemHistory {
  readonly iid: number;
  readonly areaKey: string;
  readonly submittedAt: Instant;
  /** Of this issue, in any order. */
  readonly labelEvents: readonly LabelEvent[];
  readonly stateEvents: readonly StateEvent[];
}

/** A piece of customer feedback on the board. */
export interface FeedbackItem extends ItemHistory {
  /** Numbers of the requests it came from. */
  readonly requests: readonly number[];
}

/** A training, an article or other material. */
export interface CollateralItem extends ItemHistory {
  /** Value of its `collateral-kind::` label; null: it has none. */
  readonly kindKey: string | null;
  /** GitLab usernames of those it is assigned to. */
  readonly owners: readonly string[];
}

/** One row of OpportunityHistory: the values that were in force from its time on. */
export interface OpportunityChange {
  readonly id: string;
  readonly opportunityId: string;
  readonly at: Instant;
  readonly stage: string;
  readonly amount: number | null;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string;
}

/** What a stage of the sales process means. */
export interface StageMeaning {
  readonly closed: boolean;
  readonly won: boolean;
}

/** What Salesforce knows about opportunities, and knew when. */
export interface PipelineFacts {
  /** Those that requests name and that exist, and those with a history below. Nothing that is only true today. */
  readonly opportunities: readonly Pick<Opportunity, 'id'>[];
  /** In any order. */
  readonly changes: readonly OpportunityChange[];
  /** By stage name. */
  readonly stages: Readonly<Record<string, StageMeaning>>;
  /** 0 to 10 by opportunity id, where a survey was answered. */
  readonly nps: Readonly<Record<string, number>>;
  /** The account by opportunity id, where the answer is the account's: it counts once for all its opportunities. */
  readonly accounts?: Readonly<Record<string, string>>;
}

/** A question on Stack Overflow for Teams with one of the program's tags. */
export interface Question {
  readonly id: number;
  readonly at: Instant;
  readonly tags: readonly string[];
  readonly answers: readonly Answer[];
}

interface Answer {
  readonly id: number;
  readonly at: Instant;
  /** User id there; null: the account is gone. */
  readonly user: number | null;
  /** Votes up less votes down, as read. */
  readonly score: number;
}

/** Everything outside of the configuration that a report rests on. */
export interface ProgramFacts {
  /** Every request there ever was. */
  readonly requests: readonly RequestHistory[];
  readonly feedback: readonly FeedbackItem[];
  readonly collateral: readonly CollateralItem[];
  readonly pipeline: Source<PipelineFacts>;
  readonly questions: Source<readonly Question[]>;
}

/** A stretch of time, half-open: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  /** `2026-11` for a month, `2026-Q4` for a quarter. */
  readonly name: string;
}

/** A half-open stretch of time without a name. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}
