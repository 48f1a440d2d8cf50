/** Which part of an exchange broke the contract. */
export type Part = 'route' | 'path' | 'query' | 'body' | 'status' | 'answer';

/** One place where a client or the sandbox left the vendor's description. */
export interface Breach {
  /** `METHOD /template`, or the path as sent where no template fits. */
  readonly route: string;
  readonly part: Part;
  /** The status that was answered. */
  readonly status: number;
  /** What is wrong, with the place inside the value: `/0/label must be object`. */
  readonly detail: string;
}

/**
 * One line for a failing test: who broke what, and where to look.
 */
export function describeBreach(breach: Breach): string {
  return `${breach.route} (${breach.status}) ${breach.part}: ${breach.detail}`;
}
