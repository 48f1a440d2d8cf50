import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { boardHandlers } from './board-routes.ts';
import { memberHandlers } from './member-routes.ts';
import { pipelineHandlers } from './pipeline-routes.ts';
import { projectHandlers } from './project-routes.ts';
import { scheduleHandlers } from './schedule-routes.ts';
import { scheduleVariableHandlers } from './schedule-variable-routes.ts';
import { triggerHandlers } from './trigger-routes.ts';
import { uploadHandlers } from './upload-routes.ts';
import { userHandlers } from './user-routes.ts';
import { webhookHandlers } from './webhook-routes.ts';
import { wikiHandlers } from './wiki-routes.ts';

/**
 * GitLab around the issues: users, members, wiki, boards, schedules, webhooks, triggers and pipelines, as far as
 * the desk uses them.
 */
export function gitlabProjectHandlers(host: SandboxHost): Route[] {
  return [
    ...userHandlers(host),
    ...projectHandlers(host),
    ...memberHandlers(host),
    ...uploadHandlers(host),
    ...wikiHandlers(host),
    ...boardHandlers(host),
    ...scheduleHandlers(host),
    ...scheduleVariableHandlers(host),
    ...webhookHandlers(host),
    ...triggerHandlers(host),
    ...pipelineHandlers(host),
  ];
}
