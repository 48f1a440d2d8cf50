import { badParameter, forbidden, invalidModel, notFound } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { timestamp, userBasic } from '../present-user.ts';
import { access } from '../rights.ts';
import type { ScheduleState, ScheduleVariableState } from '../state.ts';
import { mayMerge } from './branch.ts';
import { isTimezone, nextRun, parseCron } from './cron.ts';
import { pipelineBasic } from './pipelines.ts';

/** The schedule that a call names. */
export function findSchedule(call: ProjectCall): ScheduleState {
  const key = call.path.schedule_id ?? '';
  if (!/^\d+$/.test(key)) throw badParameter('pipeline_schedule_id is invalid');
  const schedule = call.project.schedules.find(({ id }) => id === Number(key));
  if (schedule === undefined) throw notFound('Pipeline Schedule');
  return schedule;
}

/** Only the owner changes a schedule: it runs with the owner's rights (`docs/gitlab.md#ci`). */
export function checkOwner(call: ProjectCall, schedule: ScheduleState): void {
  if (call.access < access.developer || schedule.ownerId !== call.user.id) throw forbidden();
}

/** Reads, and deletes, are for the owner and for Maintainers. */
export function isManager(call: ProjectCall, schedule: ScheduleState): boolean {
  const isOwner = schedule.ownerId === call.user.id && call.access >= access.developer;
  return isOwner || call.access >= access.maintainer;
}

/** Refuses a schedule that GitLab would not save; one on a branch that the caller may not merge to among them. */
export function checkSchedule(
  call: ProjectCall,
  schedule: { ref: string | null; cron: string; cronTimezone: string; description: string },
  verb: 'create' | 'update',
): void {
  if (!mayMerge(call.access)) {
    invalid('base', `The current user is not authorized to ${verb} the pipeline schedule`);
  }
  if (schedule.description.trim() === '') invalid('description', "can't be blank");
  if (schedule.ref === null) invalid('ref', 'is ambiguous');
  if (parseCron(schedule.cron) === null) invalid('cron', 'is invalid syntax');
  if (!isTimezone(schedule.cronTimezone)) invalid('cron_timezone', 'is invalid syntax');
}

function invalid(field: string, problem: string): never {
  throw invalidModel({ [field]: [problem] });
}

/** A schedule as lists show it. */
export function scheduleBasic(call: ProjectCall, schedule: ScheduleState) {
  const cron = parseCron(schedule.cron);
  const next = cron === null || !schedule.active ? null : nextRun(cron, schedule.cronTimezone, call.now);
  return {
    id: schedule.id,
    description: schedule.description,
    ref: schedule.ref,
    cron: schedule.cron,
    cron_timezone: schedule.cronTimezone,
    next_run_at: timestamp(next),
    active: schedule.active,
    created_at: timestamp(schedule.createdAt),
    updated_at: timestamp(schedule.updatedAt),
    owner: userBasic(call.gitlab, call.url.origin, schedule.ownerId),
    inputs: [],
  };
}

/** A schedule by itself: with its last pipeline and, for whoever manages it, its variables. */
export function scheduleDetails(call: ProjectCall, schedule: ScheduleState) {
  const last = call.project.pipelines.findLast((pipeline) => pipeline.scheduleId === schedule.id);
  const variables = isManager(call, schedule) ? { variables: schedule.variables.map(presentVariable) } : {};
  return {
    ...scheduleBasic(call, schedule),
    last_pipeline: last === undefined ? null : pipelineBasic(call.project, call.url.origin, last),
    ...variables,
  };
}

/** A variable of a schedule; they are never hidden from those who see them. */
export function presentVariable(variable: ScheduleVariableState) {
  return { variable_type: variable.variableType, key: variable.key, value: variable.value, raw: false };
}
