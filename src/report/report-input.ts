import type { Measurement } from '../domain/metrics/measure.ts';
import type { ProgramHistory } from '../domain/metrics/program-history.ts';
import type { Standing } from '../domain/metrics/standing.ts';
import type { Instant } from '../domain/snapshot.ts';

/** What a report was made with, so that it can be made again. */
export interface Revisions {
  /** Commit of the desk's code. */
  readonly code: string;
  /** Commit, or digest, of the configuration. */
  readonly config: string;
}

/** What every page rests on. */
export interface ReportInput {
  /** The configuration, and every history folded once. */
  readonly history: ProgramHistory;
  readonly revisions: Revisions;
  readonly project: { readonly path: string; readonly webUrl: string };
  /** Where GitLab Pages shows the dashboard with filters; null or absent: not known. */
  readonly pagesUrl?: string | null;
}

/** One month or quarter, measured. */
export interface PeriodReport {
  readonly measured: Measurement;
  readonly standings: readonly Standing[];
  /** The thirteen months (of a quarter: the five quarters) up to the period, oldest first, the period's own last. */
  readonly trend: readonly Measurement[];
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
