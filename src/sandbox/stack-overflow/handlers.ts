import { type Answer, bareAnswer, jsonAnswer, textAnswer } from '../answer.ts';
import { type Route, type RouteCall, route } from '../route.ts';
import type { SandboxHost } from '../world.ts';
import { pageOf, pagingOf } from './page.ts';
import { shownAnswer, shownQuestion, shownTag } from './shown.ts';
import type { StackOverflowWorld, TeamQuestion } from './state.ts';

/** A call of somebody the team knows. */
interface Visit {
  readonly world: StackOverflowWorld;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, unknown>>;
}

const team = '/v3/teams/:team';

/** The routes of API v3 the desk uses, as routes over the world of `host`. Nothing is written. */
export function stackOverflowHandlers(host: SandboxHost): Route[] {
  const admitted = (handle: (visit: Visit) => Answer) => admitting(host, handle);
  return [
    route('get', `${team}/tags`, admitted(tags)),
    route('get', `${team}/questions`, admitted(questions)),
    route('get', `${team}/questions/:questionId/answers`, admitted(answers)),
  ];
}

function admitting(host: SandboxHost, handle: (visit: Visit) => Answer) {
  return ({ request, params }: RouteCall) => {
    const world = host.world().stackOverflow;
    if (world.switches.down) return textAnswer('upstream unavailable', 503);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!(token in world.tokens)) return bareAnswer(401);
    if (params.team !== world.slug) return problem(404, 'Team not found');
    return handle({ world, query: request.url.searchParams, params });
  };
}

function tags({ world, query }: Visit): Answer {
  const paging = pagingOf(query, ['name']);
  if (paging === null) return problem(400, 'Invalid request');
  const part = (query.get('partialName') ?? '').toLowerCase();
  const found = world.tags
    .filter(({ name }) => name.includes(part))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return jsonAnswer(pageOf(found, (tag) => shownTag(world, tag), paging));
}

/** Several tags are taken as all of them: who asks for one at a time sees no difference. */
function questions({ world, query }: Visit): Answer {
  const paging = pagingOf(query, ['creation']);
  const wanted = query.getAll('tagId').map(Number);
  const from = Date.parse(query.get('from') ?? '1970-01-01T00:00:00Z');
  const to = Date.parse(query.get('to') ?? '2100-01-01T00:00:00Z');
  const isReadable = ![...wanted, from, to].some(Number.isNaN);
  if (paging === null || !isReadable) return problem(400, 'Invalid request');
  const found = world.questions
    .filter(({ tags, at }) => at >= from && at <= to && wanted.every((id) => tags.includes(id)))
    .sort(byTime);
  return jsonAnswer(pageOf(found, (question) => shownQuestion(world, question), paging));
}

function answers({ world, query, params }: Visit): Answer {
  const paging = pagingOf(query, ['creation']);
  if (paging === null) return problem(400, 'Invalid request');
  const question = world.questions.find(({ id }) => String(id) === params.questionId);
  if (question === undefined) return problem(404, 'Question not found');
  const found = question.answers.toSorted(byTime);
  return jsonAnswer(pageOf(found, (answer) => shownAnswer(world, question, answer), paging));
}

function byTime(a: Pick<TeamQuestion, 'at' | 'id'>, b: Pick<TeamQuestion, 'at' | 'id'>): number {
  return a.at - b.at || a.id - b.id;
}

/** An error as API v3 writes it: https://www.rfc-editor.org/rfc/rfc9457 */
function problem(status: number, title: string): Answer {
  const type = 'about:blank';
  return jsonAnswer({ type, title, status, detail: null, instance: null }, status);
}
