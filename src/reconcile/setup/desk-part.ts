/** Around what the desk writes on a page that people edit too; everything outside is theirs. */
const startMarker = '<!-- sme-desk:home:start -->';
const endMarker = '<!-- sme-desk:home:end -->';

/** The page with the desk's part in place, or `damaged`: the markers are not one pair in order. */
export type Placed =
  | { readonly kind: 'placed'; readonly content: string; readonly changed: boolean }
  | { readonly kind: 'damaged' };

/**
 * Puts the desk's part between its markers and leaves every other character as it is. A page without markers gets
 * the part at its top. With damaged markers nothing is certain, so nothing is written.
 */
export function placeDeskPart(page: string | null, part: string): Placed {
  const block = `${startMarker}\n${part.trim()}\n${endMarker}`;
  if (page === null) return { kind: 'placed', content: `${block}\n`, changed: true };
  const starts = page.split(startMarker).length - 1;
  const ends = page.split(endMarker).length - 1;
  if (starts === 0 && ends === 0) return { kind: 'placed', content: `${block}\n\n${page}`, changed: true };
  const from = page.indexOf(startMarker);
  const to = page.indexOf(endMarker) + endMarker.length;
  if (starts !== 1 || ends !== 1 || to < from) return { kind: 'damaged' };
  return {
    kind: 'placed',
    content: page.slice(0, from) + block + page.slice(to),
    changed: sameLines(page.slice(from, to)) !== sameLines(block),
  };
}

// GitLab's web editor may store CRLF; that alone is no reason to write the page again.
function sameLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
