import type { DeskError } from '../errors.ts';

/**
 * What is known after one write. `unknown` means that the answer was lost: the write may have happened, so the
 * next run has to look before anything is written again.
 */
export type Outcome<T> =
  | { readonly kind: 'applied'; readonly value: T }
  | { readonly kind: 'not-applied'; readonly error: DeskError; readonly reason: string }
  | { readonly kind: 'unknown'; readonly error: DeskError; readonly reason: string };
