/** Bytes of a description that are parsed at most (docs/security.md#sinks). */
export const formLimit = 65_536;

/** Whether a description is larger than the limit, as UTF-8; looked at before anything parses it. */
export function isTooLong(description: string): boolean {
  if (description.length * 3 <= formLimit) return false;
  return description.length > formLimit || new TextEncoder().encode(description).length > formLimit;
}
