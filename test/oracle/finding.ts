/** One thing that must never be, as the oracle met it. */
export interface Finding {
  /** Number of the invariant, 1 to 22, in `docs/security.md#invariants`. */
  readonly invariant: number;
  /** Iid of the request it is about; absent: the project as a whole. */
  readonly issue?: number;
  readonly what: string;
}

/** What the oracle found, one line each, for the message of a failing test. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(({ invariant, issue, what }) => `[${invariant}]${issue === undefined ? '' : ` #${issue}`} ${what}`)
    .join('\n');
}
