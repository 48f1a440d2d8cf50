import type { AreaChoice, Field, Problem } from '../../form/request-form.ts';

/** Kinds of customer feedback; each is the value of a `feedback-type::` label. */
export const feedbackKinds = ['feature-request', 'bug', 'enhancement'] as const;

export type FeedbackKind = (typeof feedbackKinds)[number];

/** What the lack of it does to the customer; each is the value of an `impact::` label. Worst first. */
export const impacts = ['blocker', 'major', 'minor'] as const;

export type Impact = (typeof impacts)[number];

/** Whom it is about: a customer by id only, never by name. */
export interface Asking {
  /** Text: Salesforce is off, and it is whatever the configured pattern allows. */
  readonly kind: 'opportunity' | 'account' | 'text';
  /** 18 characters, but for text. */
  readonly id: string;
}

/** A theme of the configuration, or `null` with what was written in place of one. */
export interface ThemeChoice {
  readonly theme: string | null;
  readonly other: string | null;
}

/** An issue of the product. */
export interface ProductIssue {
  /** Full path of its project, as written. */
  readonly project: string;
  readonly iid: number;
}

/** A piece of customer feedback as its form says it (`docs/rules.md#customer-feedback`). */
export interface FeedbackForm {
  readonly asking: Field<Asking>;
  readonly challenge: Field<string>;
  readonly solution: Field<string>;
  readonly benefit: Field<string>;
  readonly kind: Field<FeedbackKind>;
  readonly theme: Field<ThemeChoice>;
  readonly area: Field<AreaChoice>;
  readonly impact: Field<Impact>;
  readonly productIssue: Field<ProductIssue>;
  /** Numbers of the requests it came from. */
  readonly requests: Field<readonly number[]>;
  /** All problems of the form, in its order. */
  readonly problems: readonly Problem[];
}
