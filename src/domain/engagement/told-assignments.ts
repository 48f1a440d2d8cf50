import type { RequestView } from '../request/request-view.ts';

/** How often an SME of a request was told that they are its SME: by so many are its decisions numbered. */
export function toldAssignments({ notes }: Pick<RequestView, 'notes'>): number {
  return [...notes.keys()].filter((key) => key.startsWith('assigned:')).length;
}
