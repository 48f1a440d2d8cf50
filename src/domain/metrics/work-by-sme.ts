import type { Sme } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import type { CollateralItem } from './facts.ts';
import type { ProgramHistory } from './program-history.ts';
import type { RequestTimeline } from './request-timeline.ts';

/** What was read of the work of one SME. */
export interface SmeWork {
  /** Those whose last decision names them. */
  readonly requests: readonly RequestTimeline[];
  /** What they are assigned to. */
  readonly collateral: readonly CollateralItem[];
  /** When they have answered on Stack Overflow. */
  readonly answers: readonly Instant[];
}

interface Index {
  /** By username in lower case. */
  readonly requests: ReadonlyMap<string, readonly RequestTimeline[]>;
  readonly collateral: ReadonlyMap<string, readonly CollateralItem[]>;
  /** By user id there. */
  readonly answers: ReadonlyMap<number, readonly Instant[]>;
}

const indexes = new WeakMap<ProgramHistory, Index>();

/** The work of one SME; everything is looked through once for all of them. */
export function workOf(history: ProgramHistory, { gitlab, stackOverflowUser }: Sme): SmeWork {
  const index = indexes.get(history) ?? indexOf(history);
  indexes.set(history, index);
  const name = gitlab.toLowerCase();
  return {
    requests: index.requests.get(name) ?? [],
    collateral: index.collateral.get(name) ?? [],
    answers: stackOverflowUser === null ? [] : (index.answers.get(stackOverflowUser) ?? []),
  };
}

function indexOf({ timelines, facts }: ProgramHistory): Index {
  const requests = new Map<string, RequestTimeline[]>();
  const collateral = new Map<string, CollateralItem[]>();
  const answers = new Map<number, Instant[]>();
  for (const timeline of timelines) {
    const { decision } = timeline.history;
    if (decision !== null) put(requests, decision.sme.toLowerCase(), timeline);
  }
  for (const item of facts.collateral) {
    for (const owner of new Set(item.owners.map((each) => each.toLowerCase()))) put(collateral, owner, item);
  }
  const questions = facts.questions.kind === 'read' ? facts.questions.value : [];
  for (const { user, at } of questions.flatMap((question) => question.answers)) {
    if (user !== null) put(answers, user, at);
  }
  return { requests, collateral, answers };
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
