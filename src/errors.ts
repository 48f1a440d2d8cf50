/**
 * What can stop a run, as one class. A DeskError always says what happened and what to do next; its code is the
 * heading of the entry in `docs/runbook.md`. Bad input by people is never an error but a list of problems.
 */
export class DeskError extends Error {
  readonly code: string;
  readonly cure: string;
  /** The exit code of a run that ends with it: 1 configuration or usage, 2 an outside system, 3 held back. */
  readonly exit: 1 | 2 | 3;

  constructor(code: string, message: string, options: { cure: string; exit?: 1 | 2 | 3; cause?: unknown }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'DeskError';
    this.code = code;
    this.cure = options.cure;
    this.exit = options.exit ?? 2;
  }
}
