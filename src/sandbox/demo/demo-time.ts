const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The day of an instant on the demo's clock, such as `Monday 23 November 2026`. */
export function dayWords(at: number): string {
  return format.format(at).replace(',', '');
}

/** The time of day on the demo's clock, such as `09:11`. */
export function timeWords(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}

/** The time of day to the second, such as `09:11:26`. */
export function exactTime(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
