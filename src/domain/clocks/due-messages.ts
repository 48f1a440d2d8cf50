import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { Clock } from './clock.ts';
import { type ClockStep, type Escalation, escalationOf } from './escalation.ts';
import { mayBeTold } from './may-be-told.ts';
import { heldSince, outageOf } from './outage.ts';
import { runningClock } from './running-clock.ts';

/** What a message of a clock is about: a late person, or an outage that holds the check. */
export type Late =
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly kind: 'outage'; readonly since: number };

/** One message that somebody is owed now, whether it was sent already or not. */
export interface DueMessage {
  readonly late: Late;
  readonly step: ClockStep;
  readonly username: string;
  /** `<kind>:<since>:<step>`: what the message is found again by, on its request. */
  readonly key: string;
}

/**
 * The messages about one request that are due now: their time has come, the wait goes on, and the person is at work
 * (`docs/rules.md#clocks`). The same until the wait ends, so that whoever could not be told is told later.
 */
export function dueMessages(
  view: RequestView,
  context: RequestContext,
  views: readonly RequestView[],
): DueMessage[] {
  const { config, snapshot } = context;
  const { now } = snapshot;
  const isDue = ({ at, username }: Escalation): boolean =>
    at <= now && mayBeTold(view, config, username, now);
  const clock = runningClock(view, context);
  const since = heldSince(view);
  return [
    ...(clock === null
      ? []
      : escalationOf(clock, view, config)
          .filter(isDue)
          .map((each) => message({ kind: 'clock', clock }, each))),
    ...(since === null
      ? []
      : outageOf(view, views, config)
          .filter(isDue)
          .map((each) => message({ kind: 'outage', since }, each))),
  ];
}

function message(late: Late, { step, username }: Escalation): DueMessage {
  const [kind, since] =
    late.kind === 'clock' ? [late.clock.kind, late.clock.since] : (['outage', late.since] as const);
  return { late, step, username, key: `${kind}:${since}:${step}` };
}
