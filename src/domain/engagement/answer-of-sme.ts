import { commentsOfPeople } from '../commands/comments-of-people.ts';
import { readCommand } from '../commands/read-command.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';

type Decision = NonNullable<RecordState['decision']>;

/** What the SME has answered to one decision. */
interface Answer {
  readonly kind: 'accept' | 'hand back';
  readonly at: Instant;
}

/** Names of GitLab's reactions that are answers; skin tones are a suffix of the name. */
const reactionKinds: Readonly<Record<string, Answer['kind']>> = {
  thumbsup: 'accept',
  '+1': 'accept',
  thumbsdown: 'hand back',
  '-1': 'hand back',
};

/** When the SME has accepted the decision that stands, or null: not yet, or handed back since. */
export function acceptance(view: RequestView): Instant | null {
  const answer = newestAnswer(view);
  return answer?.kind === 'accept' ? answer.at : null;
}

/**
 * When the SME has handed back the decision that stands, or null. What is older than an acceptance that was heard
 * already is history, even if the reaction still stands there.
 */
export function handBack(view: RequestView): Instant | null {
  const answer = newestAnswer(view);
  if (answer?.kind !== 'hand back') return null;
  const accepted = view.record.state?.decision?.accepted ?? null;
  return accepted !== null && answer.at < accepted ? null : answer.at;
}

/** The newest answer of the SME; of two at the same moment the one that grants less. */
function newestAnswer(view: RequestView): Answer | null {
  const decision = view.record.state?.decision ?? null;
  if (decision === null) return null;
  const [newest] = answersOf(view, decision).sort(
    (a, b) => b.at - a.at || Number(a.kind === 'accept') - Number(b.kind === 'accept'),
  );
  return newest ?? null;
}

/**
 * Only the SME of the decision answers it: by a reaction to the comment that told it, or by a comment after that one
 * (`docs/rules.md#after-assignment`). What others say or click, and what was said to an earlier decision, is talk.
 */
function answersOf(view: RequestView, { number, sme }: Decision): Answer[] {
  const told = view.notes.get(`assigned:${number}`)?.id;
  if (typeof told !== 'number') return [];
  const reactions = view.issue.reactions.flatMap(({ note, user, name, at }): Answer[] => {
    const kind = reactionKinds[name.replace(/_tone\d$/, '')];
    return note === told && user.id === sme && kind !== undefined ? [{ kind, at }] : [];
  });
  const comments = commentsOfPeople(view.issue, view.facts.deskIds).flatMap((comment): Answer[] => {
    if (comment.author.id !== sme || comment.id <= told) return [];
    const kind = readCommand(comment.body)?.kind;
    return kind === 'accept' || kind === 'hand back' ? [{ kind, at: comment.at }] : [];
  });
  return [...reactions, ...comments];
}
