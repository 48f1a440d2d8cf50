import { http, type RequestHandler } from 'msw';
import type { SandboxHost } from '../world.ts';
import { admit, maintenance } from './admission.ts';
import { answer, failure, limitHeader } from './answers.ts';
import { saveCollection } from './collection.ts';
import { firstPage, nextPage } from './query.ts';
import type { SalesforceWorld } from './state.ts';
import { deleteTeamMember, saveTeamMember } from './team-member.ts';
import { issueToken } from './token.ts';

/** What an admitted call works with. */
interface Visit {
  readonly world: SalesforceWorld;
  readonly request: Request;
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `vNN.N`, as in the URL. */
  readonly version: string;
  readonly param: (name: string) => string;
}

const api = '*/services/data/:version';

/** The Salesforce routes the desk uses, as msw handlers over the world of `host`. */
export function salesforceHandlers(host: SandboxHost): RequestHandler[] {
  const admitted = (handle: (visit: Visit) => Response | Promise<Response>) => admitting(host, handle);
  return [
    http.post('*/services/oauth2/token', async ({ request }) => {
      const { salesforce, clock } = host.world();
      if (salesforce.switches.down) return maintenance();
      const form = new URLSearchParams(await request.text());
      return issueToken(salesforce, form, new URL(request.url).origin, clock.now);
    }),
    http.get(`${api}/query`, admitted(query)),
    http.get(`${api}/query/:locator`, admitted(more)),
    http.post(`${api}/sobjects/OpportunityTeamMember`, admitted(create)),
    http.delete(`${api}/sobjects/OpportunityTeamMember/:id`, admitted(remove)),
    http.post(`${api}/composite/sobjects`, admitted(createMany)),
  ];
}

function admitting(host: SandboxHost, handle: (visit: Visit) => Response | Promise<Response>) {
  return ({ request, params }: { request: Request; params: Record<string, unknown> }) => {
    const { salesforce: world, clock } = host.world();
    const admission = admit(world, request, clock.now);
    if ('refusal' in admission) return admission.refusal;
    const param = (name: string): string => String(params[name] ?? '');
    const version = param('version');
    if (!/^v\d{2}\.0$/.test(version)) {
      const error = { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' };
      return failure(world, 404, error);
    }
    return handle({ world, request, userId: admission.userId, now: clock.now, version, param });
  };
}

function query({ world, request, version }: Visit): Response {
  const soql = new URL(request.url).searchParams.get('q') ?? '';
  return firstPage(world, soql, version, batchSize(request));
}

function more({ world, request, version, param }: Visit): Response {
  return nextPage(world, param('locator'), version, batchSize(request));
}

/** A caller may ask for 200 to 2,000 rows a page; Salesforce may give fewer. */
function batchSize(request: Request): number {
  const asked = /batchSize=(\d+)/i.exec(request.headers.get('sforce-query-options') ?? '')?.[1];
  return asked === undefined ? 2000 : Math.min(Math.max(Number(asked), 200), 2000);
}

async function create({ world, request, userId, now }: Visit): Promise<Response> {
  const body = await json(request);
  if (body === undefined) return unreadable(world);
  const saved = saveTeamMember(world, body, userId, now);
  return 'error' in saved
    ? failure(world, 400, saved.error)
    : answer(world, { id: saved.id, success: true, errors: [] }, 201);
}

async function createMany({ world, request, userId, now }: Visit): Promise<Response> {
  const body = await json(request);
  return body === undefined ? unreadable(world) : saveCollection(world, body, userId, now);
}

function remove({ world, param, userId, now }: Visit): Response {
  if (deleteTeamMember(world, param('id'), userId, now)) {
    return new Response(null, { status: 204, headers: limitHeader(world) });
  }
  const gone = world.removedTeamMembers.some(({ row }) => row.Id.startsWith(param('id')));
  const error = gone
    ? { message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }
    : { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' };
  return failure(world, 404, error);
}

async function json(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

function unreadable(world: SalesforceWorld): Response {
  return failure(world, 400, { message: 'Unexpected character in the body', errorCode: 'JSON_PARSER_ERROR' });
}
