import type { StackOverflowWorld, TeamAnswer, TeamQuestion } from '../stack-overflow/state.ts';
import { cast } from './cast.ts';

/** The token the desk reads the team with. */
export const deskStackOverflowToken = 'so-sandbox-desk';

const slug = 'acme';

/** What the desk calls the team of a sandbox by. */
export function stackOverflowAddress(origin: string): string {
  return `${origin}/v3/teams/${slug}`;
}

const tags = [
  'ai',
  'gitlab-duo',
  'application-security',
  'agile',
  'gitlab-ci',
  'ai-ethics',
  'lunch',
] as const;

function tagId(name: (typeof tags)[number]): number {
  return 401 + tags.indexOf(name);
}

/** Everybody has the number there that they have in GitLab. */
function userId(username: string): number {
  const found = cast.find((member) => member.username === username);
  if (found === undefined) throw new Error(`nobody of the cast is called ${username}; add them to cast.ts`);
  return found.id;
}

function answer(id: number, at: string, username: string | null, score: number): TeamAnswer {
  const owner = username === null ? null : userId(username);
  return { id, at: Date.parse(at), owner, score, body: `<p>Answer ${id} for Acme.</p>` };
}

function question(
  id: number,
  at: string,
  names: readonly (typeof tags)[number][],
  answers: TeamAnswer[] = [],
): TeamQuestion {
  const body = `<p>Question ${id} of Acme.</p>`;
  const title = `How does Acme do ${id}?`;
  return {
    id,
    at: Date.parse(at),
    owner: userId('sam'),
    score: 1,
    title,
    body,
    tags: names.map(tagId),
    answers,
  };
}

/** The team of the example world; every call gives a fresh one. */
export function exampleStackOverflow(): StackOverflowWorld {
  return {
    slug,
    tokens: { [deskStackOverflowToken]: userId('project_7_bot_desk') },
    users: cast.map(({ id, name }) => ({ id, name })),
    tags: tags.map((name) => ({ id: tagId(name), name })),
    questions: [
      question(
        501,
        '2026-10-06T09:00:00Z',
        ['ai', 'gitlab-duo'],
        [answer(601, '2026-10-06T15:00:00Z', 'ines', 7), answer(602, '2026-10-07T08:00:00Z', 'sofia', 2)],
      ),
      question(502, '2026-10-12T10:30:00Z', ['gitlab-duo'], [answer(603, '2026-10-13T01:00:00Z', 'mei', 4)]),
      question(
        503,
        '2026-10-19T13:00:00Z',
        ['application-security', 'ai'],
        [answer(604, '2026-10-20T05:00:00Z', 'ravi', 6), answer(605, '2026-10-21T14:00:00Z', 'hannah', 5)],
      ),
      question(504, '2026-10-22T16:45:00Z', ['gitlab-ci'], [answer(606, '2026-10-23T09:00:00Z', 'tom', 1)]),
      question(505, '2026-10-28T08:15:00Z', ['agile']),
      question(506, '2026-10-29T12:00:00Z', ['lunch'], [answer(607, '2026-10-29T12:01:00Z', 'ines', 40)]),
      question(507, '2026-11-04T11:00:00Z', ['ai'], [answer(608, '2026-11-04T11:20:00Z', null, 3)]),
      question(508, '2026-11-10T07:00:00Z', ['ai-ethics'], [answer(609, '2026-11-10T09:00:00Z', 'ines', 2)]),
    ],
    switches: { down: false },
  };
}
