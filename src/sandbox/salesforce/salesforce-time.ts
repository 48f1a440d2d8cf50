/** An instant (epoch milliseconds) the way Salesforce writes one: `2026-11-23T08:00:00.000+0000`. */
export function salesforceTime(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '+0000');
}
