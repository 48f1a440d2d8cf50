/**
 * Whether one path segment, as it stands in the URL, can be sent: only unreserved characters and complete escapes,
 * and no part of its decoded form that walks a directory tree, hides a second layer of encoding or holds a control
 * character (docs/security.md#sinks). `%2F` is allowed: GitLab wants it in wiki slugs and project paths.
 */
export function isSafeSegment(segment: string): boolean {
  if (!/^(?:[A-Za-z0-9_.~-]|%[0-9A-Fa-f]{2})+$/.test(segment)) return false;
  const decoded = decode(segment);
  if (decoded === null) return false;
  if (/[\p{Cc}\\]|%(?:2e|2f|5c|00)/iu.test(decoded)) return false;
  return decoded.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The text as one path segment. Stricter than `encodeURIComponent`, which leaves `!'()*` as they are. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
