import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import { sameUsername } from '../people.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { type Clock, isForProgram } from './clock.ts';

/** Whom a late clock is told to, one after the other. */
export type ClockStep = 'late' | 'lead' | 'program';

/** One person who is told about a late clock, and from when on. */
export interface Escalation {
  readonly step: ClockStep;
  readonly username: string;
  readonly at: Instant;
}

/**
 * The whole escalation of a clock (`docs/rules.md#clocks`): who is late when they are, the area leads after half
 * the time again, the program leads after the whole. Nobody is told in two steps, and never the requester. What
 * the program owes escalates; a requester's own delay costs nobody but them.
 */
export function escalationOf(clock: Clock, view: RequestView, config: Config): Escalation[] {
  if (!isForProgram(clock)) return [];
  const late = clock.awaited.map((username, index) => ({
    step: 'late' as const,
    username,
    at: clock.dues[index] ?? clock.due,
  }));
  const told = [...clock.awaited, view.issue.author.username];
  const leads = others(areaLeads(view, config), told);
  const programLeads = others(config.program.leads, [...told, ...leads]);
  return [
    ...late,
    ...leads.map((username) => ({
      step: 'lead' as const,
      username,
      at: after(clock, config, username, 0.5),
    })),
    ...programLeads.map((username) => ({
      step: 'program' as const,
      username,
      at: after(clock, config, username, isSoleApprover(clock) ? 0 : 1),
    })),
  ];
}

/** Leads of the area of a request; none where it has no configured area. */
export function areaLeads(view: RequestView, config: Config): readonly string[] {
  return config.areas.find((area) => area.key === view.areaKey)?.leads ?? [];
}

/** Where nobody else of the area can decide, the program leads are asked at once (`docs/rules.md#clocks`). */
function isSoleApprover({ kind, awaited }: Clock): boolean {
  return kind === 'approval' && awaited.length === 1;
}

/** So many spans after the clock was due, in somebody's calendar, while there is time to act before the meeting. */
function after({ due, span, until }: Clock, config: Config, username: string, spans: number): Instant {
  const calendar = calendarOfPerson(config, username);
  const at = addSpan(calendar, due, { ...span, amount: span.amount * spans });
  if (until === null) return at;
  return Math.min(at, due + (Math.max(0, until - due) * (spans + 0.5)) / 2);
}

function others(usernames: readonly string[], told: readonly string[]): string[] {
  return usernames.filter((username) => !told.some((each) => sameUsername(each, username)));
}
