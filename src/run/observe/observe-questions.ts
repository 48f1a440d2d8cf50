import pLimit from 'p-limit';
import { ClientError } from '../../clients/client-error.ts';
import type { StackOverflow, StackOverflowQuestion } from '../../clients/stack-overflow/types.ts';
import type { Config } from '../../config/types.ts';
import type { Question, Source } from '../../domain/metrics/facts.ts';
import type { Instant } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';

/** Questions as this run has read them. */
export interface ObservedQuestions {
  readonly questions: Source<readonly Question[]>;
  /** An outage, with which the questions are not available; or tags that nobody knows there, which have none. */
  readonly problem: DeskError | null;
}

/**
 * Stack Overflow lets a token send 50 calls in two seconds
 * (https://sdk.stackoverflowteams.com/guides/rate-limiting); two at a time stay below that by themselves.
 */
const connections = 2;

/** Reads the questions that were asked from `from` on and before `to` with a tag of any area, with their answers. */
export async function observeQuestions(
  stackOverflow: StackOverflow | null,
  { areas }: Pick<Config, 'areas'>,
  from: Instant,
  to: Instant,
): Promise<ObservedQuestions> {
  if (stackOverflow === null)
    return missing('Stack Overflow is off: set STACK_OVERFLOW_API_URL and STACK_OVERFLOW_TOKEN');
  const tags = new Set(areas.flatMap((area) => area.stackOverflowTags.map((tag) => tag.toLowerCase())));
  if (tags.size === 0) return missing('no area has stack_overflow_tags');
  try {
    return await readAll(stackOverflow, [...tags].sort(), from, to);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return missing('Stack Overflow is down', error);
  }
}

function missing(reason: string, problem: DeskError | null = null): ObservedQuestions {
  return { questions: { kind: 'not available', reason }, problem };
}

async function readAll(
  stackOverflow: StackOverflow,
  tags: readonly string[],
  from: Instant,
  to: Instant,
): Promise<ObservedQuestions> {
  const asked = new Map<number, StackOverflowQuestion>();
  const unknown: string[] = [];
  for (const tag of tags) {
    const id = await stackOverflow.tagId(tag);
    if (id === null) unknown.push(tag);
    else for (const question of await stackOverflow.questions(id, from, to)) asked.set(question.id, question);
  }
  const limit = pLimit(connections);
  const inOrder = [...asked.values()].sort((a, b) => a.id - b.id);
  const read = await Promise.all(inOrder.map((each) => limit(() => withAnswers(stackOverflow, each))));
  return {
    questions: { kind: 'read', value: read.filter((each) => each !== null) },
    problem: unknown.length === 0 ? null : unknownTags(unknown),
  };
}

/** Null: the question was deleted while this run read. */
async function withAnswers(
  stackOverflow: StackOverflow,
  { id, at, tags, answerCount }: StackOverflowQuestion,
): Promise<Question | null> {
  const answers = answerCount === 0 ? [] : await stackOverflow.answers(id);
  return answers === null ? null : { id, at, tags, answers };
}

/** Stack Overflow forgets a tag that no question has, so it is no outage; but it may be misspelled as well. */
function unknownTags(tags: readonly string[]): DeskError {
  return new ClientError('stack-overflow-tag-unknown', { detail: tags.join(', '), reason: 'tag unknown' });
}
