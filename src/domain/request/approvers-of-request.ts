import { approversToAsk } from '../authorization/approvers.ts';
import { awayToday } from '../authorization/away-today.ts';
import type { RequestContext, RequestView } from './request-view.ts';

/** The people who are asked to decide on a request today (`docs/rules.md#approval`). */
export function approversOfRequest(view: RequestView, context: RequestContext): string[] {
  const { config, directory, snapshot } = context;
  const isAway = awayToday(config, directory, snapshot.now);
  return approversToAsk(config, view.areaKey, view.issue.author.username, isAway);
}
