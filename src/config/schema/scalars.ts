import * as z from 'zod';
import { idSuffix } from '../../domain/salesforce-id/salesforce-id.ts';
import { isRealDate, isTimezone } from '../real-time.ts';

/*
 * The smallest things people write. `title` completes the sentence "Write …" and `examples` the one after it:
 * both go into the cure of a problem and into the JSON Schema that editors show.
 */

const noSpecials = /^[^\p{Cc}<>[\]`]+$/u;

/** A name that people read and tick in a form; no characters that would end a checkbox or start markup. */
export const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(noSpecials)
  .meta({ title: 'a name of at most 80 characters, without < > [ ] or `', examples: ['Customer Demo'] });

/** A key that becomes part of a label or is referred to from elsewhere. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  // Keys are looked up in plain objects, where this one name is always there.
  .refine((text) => text !== 'constructor', { error: 'is a reserved word' })
  .meta({ title: 'a key of lower-case letters, digits and hyphens', examples: ['ai'] });

/** A GitLab username, as GitLab allows them: https://docs.gitlab.com/user/reserved_names/ */
export const username = z
  .string()
  .regex(/^(?:[A-Za-z0-9_]|[A-Za-z0-9_.][A-Za-z0-9_.-]{0,253}[A-Za-z0-9_-])$/)
  .meta({ title: 'a GitLab username without @', examples: ['ines'] });

export const email = z
  .email()
  .max(254)
  .meta({ title: 'an e-mail address', examples: ['ines@example.com'] });

export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate, { error: 'is no day of the calendar' })
  .meta({ title: 'a date as year-month-day', examples: ['2026-12-25'] });

export const month = z
  .string()
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  .meta({ title: 'a month as year-month', examples: ['2026-01'] });

export const timezone = z
  .string()
  .refine(isTimezone, { error: 'is no time zone' })
  .meta({ title: 'an IANA time zone', examples: ['Europe/Madrid'] });

export const slackChannel = z
  .string()
  .regex(/^[CG][A-Z0-9]{8,10}$/)
  .meta({
    title: 'the id of a Slack channel (at the end of "View channel details"), not its name',
    examples: ['C0AIREQ001'],
  });

export const slackUser = z
  .string()
  .regex(/^[UW][A-Z0-9]{8,10}$/)
  .meta({ title: 'a Slack member id ("Copy member ID" in the profile)', examples: ['U0INES0001'] });

export const stackOverflowUser = z
  .int()
  .positive()
  .meta({
    title: 'the id of a Stack Overflow user, the number in the address of the profile',
    examples: [17],
  });

/** A Salesforce user id, 18 characters whose suffix agrees: a mistyped letter is found here, not at a grant. */
export const salesforceUser = z
  .string()
  .regex(/^005[A-Za-z0-9]{15}$/)
  .refine((id) => id.slice(15) === idSuffix(id), {
    error: 'has a suffix that does not belong to its first 15 characters',
  })
  .meta({
    title: 'the 18-character id of a Salesforce user, which begins with 005',
    examples: ['005AB000001InesYAC'],
  });

/** A name that stands in a SOQL query; the pattern is what keeps anything else out of it. */
export const apiName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,79}$/)
  .meta({ title: 'the API name of a Salesforce object or field', examples: ['NPS__c'] });

export const groupPath = z
  .string()
  .max(255)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/)
  .meta({ title: 'the full path of a GitLab group', examples: ['acme/solutions-architects'] });

/** A whole number between the two, both included. */
export function count(from: number, to: number) {
  return z
    .int()
    .min(from)
    .max(to)
    .meta({ title: `a whole number from ${from} to ${to}` });
}

/** Hours of work in a week. */
export const weeklyHours = z
  .number()
  .gt(0)
  .max(40)
  .meta({ title: 'hours a week, more than 0 and at most 40', examples: [5] });

export const flag = z.boolean().meta({ title: 'true or false' });

/** A first and a last day, both included. */
export const days = z
  .strictObject({ from: date, to: date })
  .meta({ title: 'a first and a last day', examples: ['{ from: 2026-12-22, to: 2027-01-04 }'] });
