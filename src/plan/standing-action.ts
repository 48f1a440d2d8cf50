/** An issue of the desk's own as it is opened, once per key; confidential. */
export interface IssueToOpen {
  readonly key: string;
  readonly title: string;
  /** Without the markers. */
  readonly description: string;
  readonly labels: readonly string[];
  /** User ids. */
  readonly assignees: readonly number[];
  readonly mentions: readonly string[];
}

/**
 * Opens a confidential issue of the desk's own that belongs to no request, once per key, open or closed: the record of
 * an SME, the review of a quarter. The desk's part of it stands between two markers; what people write around them is
 * theirs.
 */
export interface OpenStanding extends IssueToOpen {
  readonly kind: 'standing.open';
  /** Slugs of pages: while this run could not write one of them, the action is left for the next. */
  readonly after?: readonly string[];
}

/**
 * Writes the desk's part of such an issue anew and leaves everything around it. Only while it is open, confidential,
 * the desk's own, has its labels, and is assigned as it was: who is assigned can read it.
 */
export interface EditStanding {
  readonly kind: 'standing.edit';
  /** Number of the issue. */
  readonly on: number;
  readonly key: string;
  /** The desk's part of the description, without the markers. */
  readonly description: string;
  /** Labels it must have. */
  readonly labels: readonly string[];
  /** User ids: those it must be assigned to, and nobody else. */
  readonly assignees: readonly number[];
}

/** An action on a standing issue: it belongs to no request. */
export type StandingAction = OpenStanding | EditStanding;
