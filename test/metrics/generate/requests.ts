import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import type { Instant, LabelEvent, StateEvent } from '../../../src/domain/snapshot.ts';
import { copiedEvent, labelEvent, walk, written } from './label-events.ts';
import { opportunityNames } from './opportunities.ts';
import { later, moment, mostlyDesk, mostlyPeople, type Setting, told } from './setting.ts';

const states = [
  'submitted',
  'needs-info',
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
  'awaiting-feedback',
  'completed',
  'declined',
  'cancelled',
] as const;

type State = (typeof states)[number];

/** The states of a life: mostly one that could be, else anything in any order. */
function path({ dice }: Setting): State[] {
  if (dice.chance(0.15)) return Array.from({ length: dice.whole(0, 9) }, () => dice.one(states));
  const often = (probability: number, ...some: readonly State[]): readonly State[] =>
    dice.chance(probability) ? some : [];
  const whole: State[] = [
    'submitted',
    ...often(0.3, 'needs-info'),
    'awaiting-approval',
    ...often(0.1, 'declined', ...often(0.3, 'submitted', 'awaiting-approval')),
    'approved',
    ...often(0.2, 'waitlisted', ...often(0.2, 'needs-info', 'waitlisted')),
    'assigned',
    ...often(0.8, 'engaged'),
    ...often(0.15, 'assigned', 'engaged'),
    ...often(0.1, 'changed', ...often(0.5, 'assigned')),
    'awaiting-feedback',
    ...often(0.1, 'assigned', 'engaged', 'awaiting-feedback'),
    'completed',
    ...often(0.05, 'awaiting-feedback', 'completed'),
  ];
  if (dice.chance(0.75)) return whole;
  return [...whole.slice(0, dice.whole(1, whole.length)), dice.one(['declined', 'cancelled', 'waitlisted'])];
}

interface Ended {
  readonly stateEvents: readonly StateEvent[];
  readonly closedAt: Instant | null;
}

/** How the issue was closed: with its last state, before it, again and again, or without an event. */
function ends(setting: Setting, submittedAt: Instant, last: { state: State; at: Instant } | null): Ended {
  const { dice, to } = setting;
  const isFinal = last !== null && ['completed', 'declined', 'cancelled'].includes(last.state);
  if (!dice.chance(isFinal ? 0.85 : 0.1)) return { stateEvents: [], closedAt: null };
  const first = dice.chance(0.8) && last !== null ? last.at : later(setting, submittedAt);
  if (dice.chance(0.05)) return { stateEvents: [], closedAt: first < to ? first : null };
  const stateEvents: StateEvent[] = [];
  let closedAt: Instant | null = null;
  let at = first;
  for (let step = 0; step === 0 || dice.chance(0.25); step += 1) {
    if (at >= to) break;
    const state = step % 2 === 0 || dice.chance(0.05) ? 'closed' : 'reopened';
    stateEvents.push({ id: setting.nextId(), user: mostlyDesk(setting), at: told(setting, at), state });
    closedAt = state === 'closed' ? at : null;
    at = later(setting, at);
  }
  if (dice.chance(0.03)) {
    const at = submittedAt - dice.whole(1, 900_000);
    stateEvents.push({ id: setting.nextId(), user: null, at, state: dice.one(['closed', 'reopened']) });
  }
  return { stateEvents, closedAt };
}

/** Clicks of people that the desk has to undo, escalations, and labels that nobody knows. */
function noise(setting: Setting, submittedAt: Instant): LabelEvent[] {
  const { dice, to } = setting;
  const events: LabelEvent[] = [];
  let at = submittedAt;
  while (dice.chance(0.4)) {
    at = later(setting, at);
    if (at >= to) break;
    const name = dice.one([
      'sla::breached',
      'sla::breached',
      'sla::at-risk',
      'request::unheard-of',
      `request::${dice.one(states)}`,
      'requests::assigned',
    ]);
    const user = name.startsWith('sla') ? mostlyDesk(setting) : mostlyPeople(setting);
    events.push(labelEvent(setting, dice.chance(0.8) ? 'add' : 'remove', name, at, user));
  }
  return events;
}

/** One request: when it was made, what became of it, and what was said of it. */
export function wildRequest(setting: Setting, iid: number): RequestHistory {
  const { dice, config } = setting;
  const submittedAt = moment(setting);
  let at = submittedAt;
  const steps = path(setting).map((value, index) => {
    at = index === 0 && dice.chance(0.8) ? at : later(setting, at);
    const isClick = value === 'approved' || value === 'declined';
    return { value, at, user: isClick && dice.chance(0.7) ? mostlyPeople(setting) : mostlyDesk(setting) };
  });
  const last = steps.at(-1);
  const labelEvents = written(setting, [...walk(setting, 'request', steps), ...noise(setting, submittedAt)]);
  if (dice.chance(0.05)) labelEvents.push(copiedEvent(setting, `request::${dice.one(states)}`, submittedAt));
  const maybe = <T>(probability: number, value: () => T): T | null =>
    dice.chance(probability) ? value() : null;
  return {
    iid,
    areaKey: dice.one([...config.areas.map(({ key }) => key), 'other', 'basketry']),
    region: maybe(0.9, () => dice.one([...config.regions.map(({ key }) => key), 'moon'])),
    opportunityId: maybe(0.8, () => dice.one(opportunityNames)),
    submittedAt,
    labelEvents,
    ...ends(setting, submittedAt, last === undefined ? null : { state: last.value, at: last.at }),
    decision: maybe(0.7, () => ({
      sme: dice.one(['ines', 'Ines', 'jonas', 'mei', 'ravi', 'somebody-who-left']),
      start: moment(setting),
      hours: dice.whole(1, 40) / 4,
    })),
    outcome: maybe(0.5, () =>
      dice.one(['technical win', 'open', 'loss', 'did not take place', 'moved'] as const),
    ),
    rating: maybe(0.5, () => dice.whole(1, 5)),
    nps: maybe(0.4, () => dice.one([0, 5, 6, 6.5, 7, 8, 8.5, 9, 10, 10, 11, -1])),
    fastTrack: dice.chance(0.3),
    declineReason: maybe(0.6, () =>
      dice.one([...config.requests.declineReasons, 'in other words', 'no reason given']),
    ),
  };
}
