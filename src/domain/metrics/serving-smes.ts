import type { Config, Sme } from '../../config/types.ts';
import { type DayNumber, dayNumber } from '../calendar/day.ts';
import type { Interval } from './facts.ts';
import type { Group } from './group.ts';

/** An SME with what the program may ask of them over a stretch of time. */
export interface ServingSme {
  readonly sme: Sme;
  /** Days of the stretch that lie in their term. */
  readonly days: number;
  /** Hours for engagements: weekly hours × engagement share × weeks of seven days. */
  readonly budgetHours: number;
}

/**
 * The SMEs of today's roster who are in term on a day of the stretch: with the level sme or lead in the area of the
 * group (in any, where it has none), and of its region.
 */
export function servingSmes(config: Config, { area, region }: Group, stretch: Interval): ServingSme[] {
  const days = daysOf(config, stretch);
  return config.roster.flatMap((sme) => {
    const levels = area === null ? Object.values(sme.areas) : [sme.areas[area]];
    const serves = levels.some((level) => level === 'sme' || level === 'lead');
    if (!serves || (region !== null && sme.region !== region)) return [];
    const served = over(config, sme, days);
    return served.days === 0 ? [] : [served];
  });
}

/** One SME of the roster over a stretch of time, whatever their level. */
export function servingSme(config: Config, sme: Sme, stretch: Interval): ServingSme {
  return over(config, sme, daysOf(config, stretch));
}

/** The first day and the day after the last, in the program's calendar; a day that has begun counts. */
interface Days {
  readonly first: DayNumber;
  readonly end: DayNumber;
}

function daysOf({ calendar }: Config, { from, to }: Interval): Days {
  const first = dayNumber(calendar.timezone, from);
  return { first, end: to <= from ? first : dayNumber(calendar.timezone, to - 1) + 1 };
}

const dayLength = 86_400_000;

function over({ assignment }: Config, sme: Sme, { first, end }: Days): ServingSme {
  const { term, weeklyHours } = sme;
  const from = term === null ? first : Math.max(first, Date.parse(term.from) / dayLength);
  const to = term === null ? end : Math.min(end, Date.parse(term.to) / dayLength + 1);
  const days = Math.max(0, to - from);
  return { sme, days, budgetHours: weeklyHours * assignment.engagementShare * (days / 7) };
}
