import type { Ending } from './applied.ts';
import type { Applier } from './applier.ts';

/**
 * Looks right before words are written on an issue whether it still is confidential: record and comments name the
 * customer and the channel of the opportunity (`docs/security.md#sinks`). Null: it is; else why nothing is written, and
 * the next run makes it confidential first.
 */
export async function madePublic({ clients }: Applier, iid: number): Promise<Ending | null> {
  const issue = await clients.gitlab.issue(iid);
  if (issue === null) return { kind: 'moved', why: 'the issue is gone' };
  if (issue.confidential) return null;
  return { kind: 'moved', why: 'somebody has made the issue public meanwhile' };
}
