import * as z from 'zod';
import { date, key, name, timezone } from './scalars.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type Weekday = (typeof weekdays)[number];

/** The number of a weekday, Monday = 1. */
export function weekdayNumber(day: Weekday): number {
  return weekdays.indexOf(day) + 1;
}

const weekday = z.enum(weekdays).meta({ title: 'a weekday' });

/** Days of the week on which people work. */
export const workdays = z
  .array(weekday)
  .min(1)
  .meta({ title: 'at least one weekday', examples: ['[mon, tue, wed, thu, fri]'] });

const clock = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';

/** Working hours of one day. */
export const hours = z
  .string()
  .regex(new RegExp(`^${clock}-(?:${clock}|24:00)$`))
  .refine((text) => text.slice(0, 5) < text.slice(6), { error: 'ends before it begins' })
  .meta({ title: 'hours from-to on a 24-hour clock, in quotes', examples: ['"09:00-17:00"'] });

/** A moment of the week. */
export const weekMoment = z
  .string()
  .regex(new RegExp(`^(?:${weekdays.join('|')}) ${clock}$`))
  .meta({ title: 'a weekday and a time, in quotes', examples: ['"mon 09:00"'] });

/** Whole days without work. */
const holidays = z
  .array(date)
  .max(400)
  .meta({ title: 'a list of dates', examples: ['[2026-12-24, 2026-12-25]'] });

/** The calendar of everybody who has no other. */
export const calendar = z
  .strictObject({
    timezone: timezone.default('UTC'),
    days: workdays.default(['mon', 'tue', 'wed', 'thu', 'fri']),
    hours: hours.default('09:00-17:00'),
    holidays: holidays.default([]),
  })
  .prefault({})
  .describe('Working time of everybody who has no calendar of their own');

/** One region: where requesters ask from and SMEs work. */
export const region = z
  .strictObject({
    key,
    name,
    near: z.array(key).default([]).describe('Keys of the regions that count as near'),
    timezone: timezone.optional(),
    holidays: holidays.optional().describe('In place of those of the program calendar'),
  })
  .meta({ title: 'a region', examples: ['{ key: emea, name: EMEA }'] });
