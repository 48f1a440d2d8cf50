import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, forbidden, invalidModel, notFound } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { oneOf, requiredText, text } from '../parameters.ts';
import type { ScheduleState, ScheduleVariableState } from '../state.ts';
import { mayMerge } from './branch.ts';
import { checkOwner, findSchedule, isManager, presentVariable } from './schedules.ts';

const types = ['env_var', 'file'] as const;
const keyPattern = /^[A-Za-z0-9_]{1,255}$/;
const path = '/pipeline_schedules/:schedule_id/variables';

/** Variables of a schedule. Deleting one answers 202 with what is gone, unlike any other deletion (`docs/gitlab.md#ci`). */
export function scheduleVariableHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'post', path, createVariable),
    projectRoute(host, 'put', `${path}/:key`, editVariable),
    projectRoute(host, 'delete', `${path}/:key`, deleteVariable),
  ];
}

function createVariable(call: ProjectCall): Answer {
  const schedule = openSchedule(call);
  const key = requiredText(call.parameters, 'key');
  const value = requiredText(call.parameters, 'value');
  const variableType = oneOf(call.parameters, 'variable_type', types) ?? 'env_var';
  if (!keyPattern.test(key)) {
    throw invalidModel({ key: ["can contain only letters, digits and '_'."] });
  }
  if (schedule.variables.some((known) => known.key === key)) {
    throw invalidModel({ key: ['has already been taken'] });
  }
  const variable: ScheduleVariableState = { key, value, variableType };
  schedule.variables.push(variable);
  return answer(201, presentVariable(variable));
}

function editVariable(call: ProjectCall): Answer {
  const variable = findVariable(call, openSchedule(call));
  variable.value = text(call.parameters, 'value') ?? variable.value;
  variable.variableType = oneOf(call.parameters, 'variable_type', types) ?? variable.variableType;
  return answer(200, presentVariable(variable));
}

function deleteVariable(call: ProjectCall): Answer {
  const schedule = findSchedule(call);
  if (!mayMerge(call.access) || !isManager(call, schedule)) throw forbidden();
  const variable = findVariable(call, schedule);
  schedule.variables = schedule.variables.filter((known) => known !== variable);
  return answer(202, presentVariable(variable));
}

function openSchedule(call: ProjectCall): ScheduleState {
  if (!mayMerge(call.access)) throw forbidden();
  const schedule = findSchedule(call);
  checkOwner(call, schedule);
  return schedule;
}

function findVariable(call: ProjectCall, schedule: ScheduleState): ScheduleVariableState {
  const variable = schedule.variables.find(({ key }) => key === call.path.key);
  if (variable === undefined) throw notFound('Pipeline Schedule Variable');
  return variable;
}
