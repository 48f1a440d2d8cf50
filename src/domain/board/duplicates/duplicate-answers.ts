import type { Config } from '../../../config/types.ts';
import type { Instant } from '../../snapshot.ts';
import { byEventId } from '../../timeline/fold-labels.ts';
import type { CardComment, CardView } from '../card.ts';
import { type Movers, moversOf } from '../standing/movers.ts';

/** What has been said to the proposal that two cards are the same ask. */
export type DuplicateAnswer = 'confirmed' | 'rejected' | 'open';

/** One proposal on a card, and what was said to it. */
export interface AnsweredProposal {
  /** Number of the older card. */
  readonly older: number;
  /** Null: nothing that counts was said since. */
  readonly answer: DuplicateAnswer | null;
}

interface Said {
  readonly answer: DuplicateAnswer;
  readonly at: Instant;
}

interface Proposed {
  readonly older: number;
  readonly notes: readonly number[];
  readonly at: Instant;
}

/** The key of the comment that proposes an older card. */
export function proposalKey(older: number): string {
  return `duplicate:${older}`;
}

/** Names of GitLab's reactions that are answers; skin tones are a suffix of the name. */
const reactionAnswers: Readonly<Record<string, DuplicateAnswer>> = {
  thumbsup: 'confirmed',
  '+1': 'confirmed',
  thumbsdown: 'rejected',
  '-1': 'rejected',
};

/**
 * Every proposal on a card with the newest answer of somebody who may, oldest proposal first
 * (`docs/rules.md#customer-feedback`). A label answers the proposal that was the newest at that moment, a reaction the
 * one it stands on. What the desk itself has set is what had counted then: reactions are read only while the question
 * is open.
 */
export function answeredProposals(
  view: CardView,
  config: Pick<Config, 'areas' | 'roster'>,
  deskIds: readonly number[],
): readonly AnsweredProposal[] {
  const proposals = proposalsOn(view.card.comments);
  if (proposals.length === 0) return [];
  const movers = moversOf(config);
  return proposals.map(({ older, notes, at }, place) => {
    const until = proposals[place + 1]?.at ?? Number.POSITIVE_INFINITY;
    const label = labelAnswer(view, movers, deskIds, { from: at, until });
    const reaction = newestReaction(view, movers, notes);
    const reactionIsNewer = reaction !== null && (label === null || reaction.at > label.at);
    return { older, answer: (reactionIsNewer ? reaction : label)?.answer ?? null };
  });
}

/** Longer than the label of a proposal can be there before its comment, and shorter than from one day to the next. */
const proposing = 3_600_000;

/** Proposals by their first comment; two runs at once may have left a twin. */
function proposalsOn(comments: readonly CardComment[]): Proposed[] {
  const found = new Map<number, Proposed>();
  for (const { id, key, at } of [...comments].sort((a, b) => a.id - b.id)) {
    const number = /^duplicate:(\d{1,9})$/.exec(key ?? '')?.[1];
    if (number === undefined) continue;
    const older = Number(number);
    const first = found.get(older);
    found.set(older, { older, notes: [...(first?.notes ?? []), id], at: first?.at ?? at });
  }
  return [...found.values()];
}

/**
 * What labels say within some time, by event id. Somebody who takes off the answer that stands and sets no other has
 * opened the question again; `duplicate::proposed` set by hand does the same. Where a click swaps two labels, GitLab
 * writes both events in any order: what takes off another label than the one that stands says nothing. What the desk has
 * undone did not count when it was said, and does not begin to when its author is given the right later.
 */
function labelAnswer(
  { card, areaKey }: CardView,
  movers: Movers,
  deskIds: readonly number[],
  time: { readonly from: Instant; readonly until: Instant },
): Said | null {
  let said: Said | null = null;
  // Right before the next proposal the desk takes the answer to this one off, and undoes nothing by it.
  const settledUntil = time.until - proposing;
  const events = byEventId(card.labelEvents).flatMap(({ label, user, at, action }) => {
    const value = answerOfLabel(label?.name ?? '');
    return value === null || user === null || at < time.from || at >= time.until
      ? []
      : [{ value, user, at, action }];
  });
  for (const [place, { value, user, at, action }] of events.entries()) {
    if (deskIds.includes(user.id)) {
      if (action === 'add' && value !== 'open') said = { answer: value, at };
      continue;
    }
    if (!movers.mayMove(areaKey, user)) continue;
    const next = events.slice(place + 1).find((event) => event.value === value);
    if (next?.action === 'remove' && deskIds.includes(next.user.id) && next.at < settledUntil) continue;
    if (action === 'add') said = { answer: value, at };
    else if (said?.answer === value) said = { answer: 'open', at };
  }
  return said;
}

function answerOfLabel(name: string): DuplicateAnswer | null {
  switch (name) {
    case 'duplicate::confirmed':
      return 'confirmed';
    case 'duplicate::rejected':
      return 'rejected';
    case 'duplicate::proposed':
      return 'open';
    default:
      return null;
  }
}

/** The newest reaction that is an answer; of two at the same moment the one that joins nothing. */
function newestReaction({ card, areaKey }: CardView, movers: Movers, notes: readonly number[]): Said | null {
  const answers = card.reactions.flatMap(({ note, user, name, at }): Said[] => {
    const answer = reactionAnswers[name.replace(/_tone\d$/, '')];
    return answer !== undefined && notes.includes(note) && movers.mayMove(areaKey, user)
      ? [{ answer, at }]
      : [];
  });
  const [newest] = answers.sort(
    (a, b) => b.at - a.at || Number(a.answer === 'confirmed') - Number(b.answer === 'confirmed'),
  );
  return newest ?? null;
}
