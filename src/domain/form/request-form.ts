import type { Instant } from '../snapshot.ts';

/** One thing wrong with what a person wrote, in the person's terms. */
export interface Problem {
  /** Stable code, heading of its entry in `docs/runbook.md`, such as `date-ambiguous`. */
  readonly code: string;
  /** The field as the form names it. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly example: string;
}

/** What was read for one field. A value is only there when it is certain; nothing is guessed. */
export type Field<T> =
  | { readonly state: 'given'; readonly value: T }
  | { readonly state: 'blank' }
  | { readonly state: 'problem'; readonly problem: Problem };

/** One proposed time. `end` is start + duration. A date without a time is that whole day (`allDay`). */
export interface ProposedDate {
  readonly start: Instant;
  readonly allDay: boolean;
  readonly timezone: string;
  /** What the person wrote. */
  readonly raw: string;
}

/** The area: a configured one by key, or `other` with what was written. */
export interface AreaChoice {
  readonly key: string;
  readonly other: string | null;
}

/** The type of engagement: a configured one, or `Other` with what was written. */
export interface EngagementChoice {
  readonly type: string;
  readonly other: string | null;
}

/** An SME request as its form says it, before anything is checked outside. */
export interface RequestForm {
  /** 18-character Salesforce id, or any text that the configured pattern allows while Salesforce is off. */
  readonly opportunity: Field<string>;
  readonly opportunityName: Field<string>;
  readonly accountName: Field<string>;
  /** `YYYY-MM-DD`. */
  readonly closeDate: Field<string>;
  readonly area: Field<AreaChoice>;
  readonly engagement: Field<EngagementChoice>;
  readonly dates: Field<readonly ProposedDate[]>;
  /** The dates are one series, not alternatives. */
  readonly series: boolean;
  readonly durationMinutes: Field<number>;
  /** As written, normalised: `#name` or a channel id `C…`/`G…` from a link. */
  readonly slackChannel: Field<string>;
  readonly description: Field<string>;
  readonly questions: Field<readonly string[]>;
  /** Key of a configured role. */
  readonly role: Field<string>;
  /** Key of a configured region. */
  readonly region: Field<string>;
  readonly fastTrack: boolean;
  readonly fastTrackReason: Field<string>;
  readonly confirmed: boolean;
  /** All problems of the form, in the order of the form. */
  readonly problems: readonly Problem[];
}
