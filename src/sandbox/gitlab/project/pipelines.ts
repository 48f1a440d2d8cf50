import { createHash } from 'node:crypto';
import { timestamp, userBasic } from '../present-user.ts';
import { type GitLabWorld, nextId, type PipelineState, type ProjectState } from '../state.ts';
import { shortRef } from './branch.ts';
import { projectUrl } from './present-project.ts';

/** What a new pipeline is made of; everything else follows from the project. */
export interface PipelineRequest {
  readonly ref: string;
  readonly source: PipelineState['source'];
  readonly userId: number;
  readonly scheduleId: number | null;
  readonly variables: PipelineState['variables'];
}

/** Records a pipeline as created at `now`; whoever plays the runner finds it in the project. */
export function addPipeline(
  gitlab: GitLabWorld,
  project: ProjectState,
  request: PipelineRequest,
  now: number,
): PipelineState {
  const pipeline: PipelineState = {
    id: nextId(gitlab, 'pipeline'),
    iid: project.pipelines.length + 1,
    ref: shortRef(request.ref),
    source: request.source,
    status: 'created',
    userId: request.userId,
    createdAt: now,
    updatedAt: now,
    variables: request.variables,
    scheduleId: request.scheduleId,
  };
  project.pipelines.push(pipeline);
  return pipeline;
}

/** A pipeline as lists show it. There is no repository behind it, so its commit is a number made of the branch. */
export function pipelineBasic(project: ProjectState, origin: string, pipeline: PipelineState) {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: project.id,
    sha: createHash('sha1').update(`${project.path}:${pipeline.ref}`).digest('hex'),
    ref: pipeline.ref,
    status: pipeline.status,
    source: pipeline.source,
    created_at: timestamp(pipeline.createdAt),
    updated_at: timestamp(pipeline.updatedAt),
    web_url: `${projectUrl(project, origin)}/-/pipelines/${pipeline.id}`,
  };
}

/** A pipeline by itself. Its variables are not in it: they have a route of their own. */
export function pipelineDetails(
  gitlab: GitLabWorld,
  project: ProjectState,
  origin: string,
  pipeline: PipelineState,
) {
  const { status } = pipeline;
  return {
    ...pipelineBasic(project, origin, pipeline),
    before_sha: '0'.repeat(40),
    tag: false,
    yaml_errors: null,
    user: userBasic(gitlab, origin, pipeline.userId),
    started_at: null,
    finished_at: null,
    committed_at: null,
    duration: null,
    queued_duration: null,
    coverage: null,
    detailed_status: {
      icon: `status_${status}`,
      text: status,
      label: status,
      group: status,
      tooltip: status,
      has_details: true,
      details_path: `/${project.path}/-/pipelines/${pipeline.id}`,
      illustration: null,
      favicon: '/assets/ci_favicons/favicon_status_created.png',
    },
    archived: false,
  };
}
