import { type Answer, jsonAnswer, textAnswer } from './answer.ts';
import type { Call, Fault, FaultEffect, World } from './world.ts';

/** Takes the first waiting fault that fits a call, and uses it up once; null: none fits. */
export function takeFault(world: World, call: Call): FaultEffect | null {
  const fault = world.faults.find((waiting) => waiting.times > 0 && fits(waiting, call));
  if (fault === undefined) return null;
  fault.times -= 1;
  world.faults = world.faults.filter((waiting) => waiting.times > 0);
  return fault.effect;
}

function fits(fault: Fault, call: Call): boolean {
  const { system, method, route, actor, writeIndex } = fault.match;
  return (
    (system === undefined || system === call.system) &&
    (method === undefined || method.toUpperCase() === call.method) &&
    (route === undefined || route === call.route) &&
    (actor === undefined || actor === call.actor) &&
    (writeIndex === undefined || writeIndex === call.writeIndex)
  );
}

/** The answer of something in between; a string body is sent as text, like the pages of a proxy. */
export function faultAnswer(effect: Extract<FaultEffect, { kind: 'answer' }>): Answer {
  const { status, body, headers } = effect;
  return typeof body === 'string' ? textAnswer(body, status, headers) : jsonAnswer(body, status, headers);
}
