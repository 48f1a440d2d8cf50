/** Id of a generated opportunity. Nothing in the metrics reads it, so that it has no suffix of its own. */
export function opportunityId(index: number): string {
  return `006AB${String(index).padStart(10, '0')}YAC`;
}
