import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, emptyAnswer, forbidden } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { offsetPage } from '../paging.ts';
import { flag, oneOf, requiredText, text } from '../parameters.ts';
import { access } from '../rights.ts';
import { nextId, type ScheduleState } from '../state.ts';
import { fullRef } from './branch.ts';
import {
  checkOwner,
  checkSchedule,
  findSchedule,
  isManager,
  scheduleBasic,
  scheduleDetails,
} from './schedules.ts';

/**
 * Pipeline schedules. A schedule runs as its owner, who therefore alone may change it, and who has to be allowed to
 * merge to the branch (`docs/gitlab.md#ci`).
 */
export function scheduleHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/pipeline_schedules', listSchedules),
    projectRoute(host, 'get', '/pipeline_schedules/:schedule_id', getSchedule),
    projectRoute(host, 'post', '/pipeline_schedules', createSchedule),
    projectRoute(host, 'put', '/pipeline_schedules/:schedule_id', editSchedule),
    projectRoute(host, 'delete', '/pipeline_schedules/:schedule_id', deleteSchedule),
  ];
}

function listSchedules(call: ProjectCall): Answer {
  checkReader(call);
  const scope = oneOf(call.parameters, 'scope', ['active', 'inactive']);
  const schedules = call.project.schedules.filter(
    ({ active }) => scope === undefined || active === (scope === 'active'),
  );
  return offsetPage(call, schedules, { present: (schedule) => scheduleBasic(call, schedule) });
}

function getSchedule(call: ProjectCall): Answer {
  checkReader(call);
  return answer(200, scheduleDetails(call, findSchedule(call)));
}

/** Guests and Planners of a private project see nothing of CI. */
function checkReader(call: ProjectCall): void {
  if (call.project.visibility === 'private' && call.access < access.reporter) throw forbidden();
}

function createSchedule(call: ProjectCall): Answer {
  if (call.access < access.developer) throw forbidden();
  const description = requiredText(call.parameters, 'description');
  const ref = fullRef(call.project, requiredText(call.parameters, 'ref'));
  const cron = requiredText(call.parameters, 'cron');
  const cronTimezone = text(call.parameters, 'cron_timezone') ?? 'UTC';
  const active = flag(call.parameters, 'active') ?? true;
  checkSchedule(call, { description, ref, cron, cronTimezone }, 'create');
  const schedule: ScheduleState = {
    id: nextId(call.gitlab, 'schedule'),
    description,
    ref: ref ?? '',
    cron,
    cronTimezone,
    active,
    ownerId: call.user.id,
    createdAt: call.now,
    updatedAt: call.now,
    variables: [],
  };
  call.project.schedules.push(schedule);
  return answer(201, scheduleDetails(call, schedule));
}

function editSchedule(call: ProjectCall): Answer {
  const schedule = findSchedule(call);
  checkOwner(call, schedule);
  const description = text(call.parameters, 'description') ?? schedule.description;
  const ref = fullRef(call.project, text(call.parameters, 'ref') ?? schedule.ref);
  const cron = text(call.parameters, 'cron') ?? schedule.cron;
  const cronTimezone = text(call.parameters, 'cron_timezone') ?? schedule.cronTimezone;
  const active = flag(call.parameters, 'active') ?? schedule.active;
  checkSchedule(call, { description, ref, cron, cronTimezone }, 'update');
  Object.assign(schedule, { description, ref, cron, cronTimezone, active, updatedAt: call.now });
  return answer(200, scheduleDetails(call, schedule));
}

function deleteSchedule(call: ProjectCall): Answer {
  const schedule = findSchedule(call);
  if (!isManager(call, schedule)) throw forbidden();
  call.project.schedules = call.project.schedules.filter(({ id }) => id !== schedule.id);
  return emptyAnswer(204);
}
