import { type Answer, bareAnswer } from '../answer.ts';
import type { Received } from '../arrival.ts';
import { type Route, type RouteCall, route } from '../route.ts';
import type { SandboxHost } from '../world.ts';
import { admit, maintenance } from './admission.ts';
import { answer, failure, limitHeader } from './answers.ts';
import { saveCollection } from './collection.ts';
import { answerComposite } from './composite.ts';
import { firstPage, nextPage } from './query.ts';
import type { SalesforceWorld } from './state.ts';
import { deleteTeamMember, saveTeamMember } from './team-member.ts';
import { issueToken } from './token.ts';

/** What an admitted call works with. */
interface Visit {
  readonly world: SalesforceWorld;
  readonly request: Received;
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `vNN.N`, as in the URL. */
  readonly version: string;
  readonly param: (name: string) => string;
}

const api = '/services/data/:version';

/** The Salesforce routes the desk uses, as routes over the world of `host`. */
export function salesforceHandlers(host: SandboxHost): Route[] {
  const admitted = (handle: (visit: Visit) => Answer) => admitting(host, handle);
  return [
    route('post', '/services/oauth2/token', ({ request }) => {
      const { salesforce, clock } = host.world();
      if (salesforce.switches.down) return maintenance();
      const form = new URLSearchParams(request.text);
      return issueToken(salesforce, form, request.url.origin, clock.now);
    }),
    route('get', `${api}/query`, admitted(query)),
    route('get', `${api}/query/:locator`, admitted(more)),
    route('post', `${api}/sobjects/OpportunityTeamMember`, admitted(create)),
    route('delete', `${api}/sobjects/OpportunityTeamMember/:id`, admitted(remove)),
    route('post', `${api}/composite`, admitted(composite)),
    route('post', `${api}/composite/sobjects`, admitted(createMany)),
  ];
}

function admitting(host: SandboxHost, handle: (visit: Visit) => Answer) {
  return ({ request, params }: RouteCall) => {
    const { salesforce: world, clock } = host.world();
    const admission = admit(world, request, clock.now);
    if ('refusal' in admission) return admission.refusal;
    const param = (name: string): string => params[name] ?? '';
    const version = param('version');
    if (!/^v\d{2}\.0$/.test(version)) {
      const error = { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' };
      return failure(world, 404, error);
    }
    return handle({ world, request, userId: admission.userId, now: clock.now, version, param });
  };
}

function query({ world, request, version }: Visit): Answer {
  const soql = request.url.searchParams.get('q') ?? '';
  return firstPage(world, soql, version, batchSize(request));
}

function more({ world, request, version, param }: Visit): Answer {
  return nextPage(world, param('locator'), version, batchSize(request));
}

/** A caller may ask for 200 to 2,000 rows a page; Salesforce may give fewer. */
function batchSize(request: Received): number {
  const asked = /batchSize=(\d+)/i.exec(request.headers['sforce-query-options'] ?? '')?.[1];
  return asked === undefined ? 2000 : Math.min(Math.max(Number(asked), 200), 2000);
}

function create({ world, request, userId, now }: Visit): Answer {
  const body = json(request);
  if (body === undefined) return unreadable(world);
  const saved = saveTeamMember(world, body, userId, now);
  return 'error' in saved
    ? failure(world, 400, saved.error)
    : answer(world, { id: saved.id, success: true, errors: [] }, 201);
}

function createMany({ world, request, userId, now }: Visit): Answer {
  const body = json(request);
  return body === undefined ? unreadable(world) : saveCollection(world, body, userId, now);
}

function composite({ world, request, version }: Visit): Answer {
  const body = json(request);
  return body === undefined ? unreadable(world) : answerComposite(world, body, version, batchSize(request));
}

function remove({ world, param, userId, now }: Visit): Answer {
  if (deleteTeamMember(world, param('id'), userId, now)) {
    return bareAnswer(204, limitHeader(world));
  }
  const gone = world.removedTeamMembers.some(({ row }) => row.Id.startsWith(param('id')));
  const error = gone
    ? { message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }
    : { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' };
  return failure(world, 404, error);
}

function json({ text }: Received): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(world: SalesforceWorld): Answer {
  return failure(world, 400, { message: 'Unexpected character in the body', errorCode: 'JSON_PARSER_ERROR' });
}
