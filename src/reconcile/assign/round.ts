import type { RequestView } from '../../domain/request/request-view.ts';

/**
 * Counts the searches for an SME of one request, for the keys of comments: by the approval, and by how many SMEs were
 * told under it or before.
 */
export function roundOf(view: RequestView): string {
  const told = [...view.notes.keys()].filter((key) => key.startsWith('assigned:')).length;
  const event = view.record.state?.approval?.event ?? 0;
  return told === 0 ? `${event}` : `${event}:${told}`;
}
