import { toldAssignments } from '../engagement/told-assignments.ts';
import type { RequestView } from '../request/request-view.ts';

/**
 * Counts the searches for an SME of one request, for the keys of comments: by the approval, by how many SMEs were told
 * under it or before, and by how often its dates have changed since it was approved.
 */
export function searchRound(view: RequestView): string {
  const told = toldAssignments(view);
  const { approval, dateChanges } = view.record.state ?? { approval: null, dateChanges: 0 };
  const parts = [`${approval?.event ?? 0}`];
  if (told > 0) parts.push(`${told}`);
  if (dateChanges > 0) parts.push(`dates-${dateChanges}`);
  return parts.join(':');
}
