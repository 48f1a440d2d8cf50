import type { Sme } from '../../../src/config/types.ts';
import { daysOf } from './calendar.ts';
import type { Asked } from './question.ts';

/** Somebody of the roster who is an SME of the group, with the days of the period in their term. */
export interface Serving {
  readonly sme: Sme;
  readonly days: number;
  /** Hours that the program may ask of them for engagements. */
  readonly budget: number;
}

/** The SMEs of a group (level sme or lead) who are in term on a day of the period up to the cut-off. */
export function serving({ config, area, region, from, cutOff }: Asked): Serving[] {
  const days = daysOf(config.calendar.timezone, from, cutOff);
  const isSme = (level: string | undefined): boolean => level === 'sme' || level === 'lead';
  const own = config.roster.filter(
    (sme) =>
      Object.keys(sme.areas).some((key) => isSme(sme.areas[key]) && (area === null || key === area)) &&
      (region === null || sme.region === region),
  );
  return own
    .map((sme) => {
      const { term } = sme;
      const inTerm = days.filter((day) => term === null || (day >= term.from && day <= term.to)).length;
      return {
        sme,
        days: inTerm,
        budget: sme.weeklyHours * config.assignment.engagementShare * (inTerm / 7),
      };
    })
    .filter((each) => each.days > 0);
}

/** Hours of the engagements that begin in the period, with the username of the SME, of requests that have one. */
export function engagementHours(asked: Asked): { readonly username: string; readonly hours: number }[] {
  return asked.requestsAt(asked.cutOff).flatMap(({ history: { decision }, smeSince }) => {
    if (decision === null || smeSince === null) return [];
    if (decision.start < asked.from || decision.start >= asked.cutOff) return [];
    return [{ username: decision.sme.toLowerCase(), hours: decision.hours }];
  });
}
