import type { Instant } from '../snapshot.ts';
import type { OpportunityChange, PipelineFacts, StageMeaning } from './facts.ts';

/** What an opportunity was from one change of its history to the next. */
export interface OpportunityState {
  readonly at: Instant;
  readonly stage: string;
  /** In the currency of the opportunity; null: none. */
  readonly amount: number | null;
  /** Since when it was closed without a break; null: it was open. */
  readonly closedSince: Instant | null;
  /** Closed in a stage that counts as won. */
  readonly won: boolean;
}

/** One opportunity with its history. */
export interface OpportunityTimeline {
  /** Oldest first, no two of one moment. */
  readonly states: readonly OpportunityState[];
  /** 0 to 10; null: no survey was answered. */
  readonly nps: number | null;
  /** Who gave the answer: the opportunity itself, or its account where the survey stands there. */
  readonly surveyed: string;
}

/** The opportunities of Salesforce by 18-character id. */
export interface Pipeline {
  readonly opportunities: ReadonlyMap<string, OpportunityTimeline>;
}

/** Puts each opportunity and its history together. */
export function pipelineOf({ opportunities, changes, stages, nps, accounts }: PipelineFacts): Pipeline {
  const byOpportunity = new Map<string, OpportunityChange[]>();
  for (const change of changes) {
    const known = byOpportunity.get(change.opportunityId);
    if (known === undefined) byOpportunity.set(change.opportunityId, [change]);
    else known.push(change);
  }
  const timelines = new Map<string, OpportunityTimeline>();
  for (const { id } of opportunities) {
    const states = statesOf(byOpportunity.get(id) ?? [], stages);
    timelines.set(id, { states, nps: nps[id] ?? null, surveyed: accounts?.[id] ?? id });
  }
  return { opportunities: timelines };
}

/**
 * The states in order of time. Of several changes at one moment only the last, by id, was in force: a step that is
 * passed within the moment is passed by. A stage that Salesforce does not list counts as open.
 */
function statesOf(
  changes: OpportunityChange[],
  stages: Readonly<Record<string, StageMeaning>>,
): OpportunityState[] {
  changes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const states: OpportunityState[] = [];
  for (const [index, { at, stage, amount }] of changes.entries()) {
    if (changes[index + 1]?.at === at) continue;
    const meaning = stages[stage];
    const isClosed = meaning?.closed === true;
    const closedSince = isClosed ? (states.at(-1)?.closedSince ?? at) : null;
    states.push({ at, stage, amount, closedSince, won: isClosed && meaning.won });
  }
  return states;
}
