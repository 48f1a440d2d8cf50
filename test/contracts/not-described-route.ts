import type { ZodType } from 'zod';

/** A route that neither description has, with what the sandbox itself promises about it. */
export interface NotDescribed {
  /** `METHOD /path/{name}`. */
  readonly route: string;
  /** Query names that may be sent. */
  readonly query: readonly string[];
  /** Schema of the request body; null where none is sent. */
  readonly body: ZodType | null;
  /** Schema of the answer's body by status. */
  readonly answers: Readonly<Record<number, ZodType>>;
  /** Where the vendor tells about it. */
  readonly because: string;
}
