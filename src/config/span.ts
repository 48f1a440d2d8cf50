import type { Span } from './types.ts';

const units: Readonly<Record<string, Span['unit']>> = {
  min: 'minutes',
  minute: 'minutes',
  minutes: 'minutes',
  h: 'hours',
  hour: 'hours',
  hours: 'hours',
  d: 'days',
  day: 'days',
  days: 'days',
  'business hour': 'business hours',
  'business hours': 'business hours',
  'business day': 'business days',
  'business days': 'business days',
};

/** How a length of time is written, as a pattern for editors too. */
export const spanPattern =
  /^([1-9][0-9]{0,3}) ?(min|minutes?|h|hours?|d|days?|business hours?|business days?)$/;

/** Reads `48h`, `90 min`, `14 days`, `8 business hours`, `1 business day`; null: none of these. */
export function parseSpan(text: string): Span | null {
  const [, amount, word] = spanPattern.exec(text) ?? [];
  const unit = word === undefined ? undefined : units[word];
  if (amount === undefined || unit === undefined) return null;
  return { amount: Number(amount), unit };
}
