import type { Config } from '../config/types.ts';
import { isRequest, requestContext, viewRequest } from '../domain/request/request-view.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { DigestAction } from '../plan/digest-action.ts';
import { digest } from './follow-up/digest.ts';

/**
 * The last step of a run: the weekly digest (`docs/rules.md#clocks`). It tells what is when everything else is done,
 * and never in a run that looks at one request only.
 */
export function tellDigest(config: Config, snapshot: Snapshot, only: number | null): DigestAction[] {
  if (only !== null) return [];
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  return digest(context, views);
}
