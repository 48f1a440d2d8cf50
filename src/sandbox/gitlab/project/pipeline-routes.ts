import type { Answer } from '../../answer.ts';
import { type Route, route } from '../../route.ts';
import type { SandboxHost, World } from '../../world.ts';
import { answer, badParameter, forbidden, invalidModel, notFound, Refusal } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { offsetPage } from '../paging.ts';
import { isRecord, oneOf, type Parameters, readParameters, text } from '../parameters.ts';
import { access, accessLevel } from '../rights.ts';
import type { PipelineState, ProjectState, TriggerState } from '../state.ts';
import { fullRef, shortRef } from './branch.ts';
import { addPipeline, pipelineBasic, pipelineDetails } from './pipelines.ts';

const sources = ['api', 'push', 'schedule', 'trigger', 'web'] as const;

/** Pipelines: the list, and the trigger that webhooks point at (`docs/gitlab.md#ci`). */
export function pipelineHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/pipelines', listPipelines),
    triggerRoute(host, '/api/v4/projects/:id/trigger/pipeline'),
    triggerRoute(host, '/api/v4/projects/:id/ref/:ref/trigger/pipeline'),
  ];
}

/** Newest first. */
function listPipelines(call: ProjectCall): Answer {
  if (call.project.visibility === 'private' && call.access < access.reporter) throw forbidden();
  const source = oneOf(call.parameters, 'source', sources);
  const status = text(call.parameters, 'status');
  const ref = text(call.parameters, 'ref');
  const found = call.project.pipelines.filter(
    (pipeline) =>
      (source === undefined || pipeline.source === source) &&
      (status === undefined || pipeline.status === status) &&
      (ref === undefined || pipeline.ref === shortRef(ref)),
  );
  const present = (pipeline: PipelineState) => pipelineBasic(call.project, call.url.origin, pipeline);
  return offsetPage(call, found.toReversed(), { present });
}

/**
 * The trigger's own token is the whole authority: no other token is looked at, and a personal one in its place
 * finds nothing.
 */
function triggerRoute(host: SandboxHost, path: string): Route {
  return route('post', path, async ({ request, params }) => {
    try {
      const { id, ref } = params;
      const sent = await readParameters(request);
      const parameters = ref === undefined ? { ...sent, id } : { ...sent, id, ref };
      // A webhook about pipelines would start one with each that it started.
      if (request.headers['x-gitlab-event'] === 'Pipeline Hook') throw forbidden();
      return startPipeline(host.world(), request.url.origin, parameters);
    } catch (error) {
      if (error instanceof Refusal) return error.response();
      throw error;
    }
  });
}

function startPipeline(world: World, origin: string, parameters: Parameters): Answer {
  const wanted = ['ref', 'token'].filter((key) => text(parameters, key) === undefined);
  if (wanted.length > 0) throw badParameter(wanted.map((key) => `${key} is missing`).join(', '));
  const given = variablesOf(parameters);
  const { project, trigger } = findTrigger(world, parameters);
  const ref = fullRef(project, text(parameters, 'ref') ?? '');
  if (ref === null) throw invalidModel({ base: ['Reference not found'] });
  const owner = world.gitlab.users[trigger.ownerId];
  const level = accessLevel(world.gitlab, project, trigger.ownerId);
  if (owner?.state !== 'active' || level < access.developer) {
    throw invalidModel({ base: ['Insufficient permissions to create a new pipeline'] });
  }
  trigger.lastUsed = world.clock.now;
  const variables = [...given, payloadVariable(parameters)];
  const wish = { ref, source: 'trigger', userId: trigger.ownerId, scheduleId: null, variables } as const;
  const pipeline = addPipeline(world.gitlab, project, wish, world.clock.now);
  return answer(201, pipelineDetails(world.gitlab, project, origin, pipeline));
}

function findTrigger(world: World, parameters: Parameters): { project: ProjectState; trigger: TriggerState } {
  const key = text(parameters, 'id') ?? '';
  const projects = Object.values(world.gitlab.projects);
  const project = projects.find(
    ({ id, path }) => String(id) === key || path.toLowerCase() === key.toLowerCase(),
  );
  const token = text(parameters, 'token');
  const trigger = project?.triggers.find((known) => known.token === token);
  if (project === undefined || trigger === undefined) throw notFound();
  return { project, trigger };
}

function variablesOf(parameters: Parameters): PipelineState['variables'] {
  const given = parameters.variables ?? {};
  const problem = new Refusal(400, { message: 'variables needs to be a map of key-valued strings' });
  if (!isRecord(given)) throw problem;
  const variables: PipelineState['variables'] = [];
  for (const [key, value] of Object.entries(given)) {
    if (typeof value !== 'string') throw problem;
    variables.push({ key, variableType: 'env_var', value });
  }
  return variables;
}

/** Everything that was sent but the token: so the body of a webhook arrives as the file `TRIGGER_PAYLOAD`. */
function payloadVariable(parameters: Parameters): PipelineState['variables'][number] {
  const { token: _, ...rest } = parameters;
  return { key: 'TRIGGER_PAYLOAD', variableType: 'file', value: JSON.stringify(rest) };
}
