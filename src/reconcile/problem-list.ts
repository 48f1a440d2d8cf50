import { createHash } from 'node:crypto';
import type { Problem } from '../domain/form/request-form.ts';

/** What a list of problems is known by: a short hash of all that is in it. */
export function problemListHash(problems: readonly Problem[]): string {
  return createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, 12);
}
