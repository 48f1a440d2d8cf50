import { commentsOfPeople } from '../commands/comments-of-people.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { type Reply, readReply } from './read-reply.ts';

/** What the requester has said, and when they have rated last. */
export interface Feedback extends Reply {
  /** Null: not yet. */
  readonly ratedAt: Instant | null;
}

/** The names of GitLab's reactions that rate, lowest first. */
const ratings = ['one', 'two', 'three', 'four', 'five'];

/**
 * What the requester has said about the engagement of the decision that stands, in all comments and reactions since
 * the prompt; the newest word on each thing counts (`docs/rules.md#feedback`). Strangers say nothing. Null: the
 * prompt was not written yet.
 */
export function feedbackOf(view: RequestView): Feedback | null {
  const number = view.record.state?.decision?.number ?? null;
  const prompt = view.notes.get(`feedback:${number}`)?.id;
  if (number === null || typeof prompt !== 'number') return null;
  const { author } = view.issue;
  let reply: Reply = { rating: null, outcome: null, nps: null, followUps: [] };
  let ratedAt: Instant | null = null;
  for (const comment of commentsOfPeople(view.issue, view.facts.deskIds)) {
    if (comment.author.id !== author.id || comment.id <= prompt) continue;
    const said = readReply(comment.body);
    if (said.rating !== null) ratedAt = comment.at;
    reply = {
      rating: said.rating ?? reply.rating,
      outcome: said.outcome ?? reply.outcome,
      nps: said.nps ?? reply.nps,
      followUps: [...new Set([...reply.followUps, ...said.followUps])],
    };
  }
  const reaction = newestRating(view, asked(view, number));
  return reaction !== null && reaction.at >= (ratedAt ?? reaction.at)
    ? { ...reply, rating: reaction.rating, ratedAt: reaction.at }
    : { ...reply, ratedAt };
}

/** The comments that ask for a rating: the prompt and its reminders. */
function asked(view: RequestView, number: number): Set<number> {
  const keys = view.keyed.filter(
    ({ key }) => key === `feedback:${number}` || key.startsWith(`feedback-reminder:${number}:`),
  );
  return new Set(keys.flatMap(({ note }) => (typeof note.id === 'number' ? [note.id] : [])));
}

/** The newest reaction of the requester that rates; ids grow. */
function newestRating(
  { issue }: RequestView,
  on: ReadonlySet<number>,
): { rating: number; at: number } | null {
  const newest = issue.reactions
    .filter(({ note, user, name }) => on.has(note) && user.id === issue.author.id && ratings.includes(name))
    .sort((a, b) => a.id - b.id)
    .at(-1);
  return newest === undefined ? null : { rating: ratings.indexOf(newest.name) + 1, at: newest.at };
}
