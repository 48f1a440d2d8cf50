import type { GitLabIssue } from '../../clients/gitlab/types.ts';
import type { Ending } from './applied.ts';
import type { Applier } from './applier.ts';

/** An issue that words may be written on, as it is right now, or why nothing is written. */
type Writable =
  | { readonly kind: 'confidential'; readonly issue: GitLabIssue }
  | { readonly kind: 'public'; readonly ending: Ending };

/**
 * Looks right before words are written on an issue whether it still is confidential: record and comments name the
 * customer and the channel of the opportunity (`docs/security.md#sinks`). Where it is not, the next run makes it
 * confidential first.
 */
export async function stillConfidential({ clients }: Applier, iid: number): Promise<Writable> {
  const issue = await clients.gitlab.issue(iid);
  if (issue?.confidential === true) return { kind: 'confidential', issue };
  const why = issue === null ? 'the issue is gone' : 'somebody has made the issue public meanwhile';
  return { kind: 'public', ending: { kind: 'moved', why } };
}
