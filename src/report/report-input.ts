import type { Measurement } from '../domain/metrics/measure.ts';
import type { Standing } from '../domain/metrics/standing.ts';
import type { Instant } from '../domain/snapshot.ts';

/** What a report was made with, so that it can be made again. */
export interface Revisions {
  /** Commit of the desk's code. */
  readonly code: string;
  /** Commit, or digest, of the configuration. */
  readonly config: string;
}

/** Everything a monthly page tells. */
export interface ReportInput {
  readonly program: string;
  readonly timezone: string;
  readonly minimumN: number;
  /** When Salesforce was read, and the date a correction bears. */
  readonly now: Instant;
  readonly measured: Measurement;
  readonly standings: readonly Standing[];
  readonly revisions: Revisions;
}

/** A revision as code; anything that no revision has is left out. */
export function revisionText(revision: string): string {
  const plain = revision.replace(/[^\w.+:/-]/g, '').slice(0, 80);
  return plain === '' ? 'not known' : `\`${plain}\``;
}

/** An instant for people, in UTC: `2026-12-01 00:00 UTC`. */
export function instantText(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
