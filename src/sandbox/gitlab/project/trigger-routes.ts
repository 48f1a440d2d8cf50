import { createHash } from 'node:crypto';
import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, forbidden } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { offsetPage } from '../paging.ts';
import { requiredText } from '../parameters.ts';
import { timestamp, userBasic } from '../present-user.ts';
import { access } from '../rights.ts';
import { nextId, type TriggerState } from '../state.ts';

/** Trigger tokens. Only their owner ever reads one again; everybody else sees its first four characters. */
export function triggerHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/triggers', (call) => {
      checkMaintainer(call);
      return offsetPage(call, call.project.triggers, { present: (trigger) => presentTrigger(call, trigger) });
    }),
    projectRoute(host, 'post', '/triggers', createTrigger),
  ];
}

function createTrigger(call: ProjectCall): Answer {
  checkMaintainer(call);
  const description = requiredText(call.parameters, 'description');
  const id = nextId(call.gitlab, 'trigger');
  const trigger: TriggerState = {
    id,
    description,
    token: tokenOf(id),
    ownerId: call.user.id,
    createdAt: call.now,
    updatedAt: call.now,
    lastUsed: null,
  };
  call.project.triggers.push(trigger);
  return answer(201, presentTrigger(call, trigger));
}

/** The same token in every run of the sandbox, so that a story can be told twice; it opens nothing else. */
function tokenOf(id: number): string {
  return `glptt-${createHash('sha1').update(`sandbox trigger ${id}`).digest('hex')}`;
}

function checkMaintainer(call: ProjectCall): void {
  if (call.access < access.maintainer) throw forbidden();
}

function presentTrigger(call: ProjectCall, trigger: TriggerState) {
  const isOwner = trigger.ownerId === call.user.id;
  return {
    id: trigger.id,
    token: isOwner ? trigger.token : trigger.token.replace('glptt-', '').slice(0, 4),
    description: trigger.description,
    created_at: timestamp(trigger.createdAt),
    updated_at: timestamp(trigger.updatedAt),
    last_used: timestamp(trigger.lastUsed),
    expires_at: null,
    owner: userBasic(call.gitlab, call.url.origin, trigger.ownerId),
  };
}
