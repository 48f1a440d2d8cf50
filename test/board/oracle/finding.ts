/** What must hold of the board after each run, by a short name. */
export type Law =
  | 'status'
  | 'desk-moves'
  | 'put-back'
  | 'told'
  | 'slack'
  | 'reason'
  | 'boards'
  | 'bands'
  | 'leak'
  | 'mentions'
  | 'reminders'
  | 'duplicates'
  | 'record'
  | 'quick-action'
  | 'confidential'
  | 'writes'
  | 'problems'
  | 'product'
  | 'meetings'
  | 'idle';

/** Something that must not be. */
export interface Finding {
  readonly law: Law;
  /** Number of the card; absent: it is about the whole board. */
  readonly card?: number;
  readonly what: string;
}

/** Findings as lines, for the message of a failing test. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(({ law, card, what }) => `[${law}]${card === undefined ? '' : ` #${card}`} ${what}`)
    .join('\n');
}
