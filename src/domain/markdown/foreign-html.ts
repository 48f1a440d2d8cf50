/** The desk's own marker: one comment without `<` and `>` inside, so nothing can end it early. */
const marker = /<!-- sme-desk:[^<>]*-->/g;
const httpsAutolink = /<https:\/\/[^\s<>]*>/g;

/**
 * The starts of raw HTML in a finished body that are not the desk's own marker, cut at 40 characters. A body with any
 * is not sent (docs/security.md#sinks). Code is no excuse: what counts as code is the reader's decision, not ours.
 */
export function foreignHtml(body: string): string[] {
  const rest = body.replace(marker, '').replace(httpsAutolink, '');
  const found: string[] = [];
  for (const match of rest.matchAll(/<(?=[A-Za-z/!?])/g)) {
    found.push(rest.slice(match.index, match.index + 40));
  }
  return found;
}

const foldStart = /^<details><summary>[^<>]*<\/summary>$/gm;
const foldEnd = /^<\/details>$/gm;

/**
 * The same for a wiki page, which may fold a part away: `<details>` with a summary of plain words, each on a line of its
 * own. Names from the configuration are escaped, so none of them can be such a line.
 */
export function foreignHtmlOfPage(page: string): string[] {
  return foreignHtml(page.replace(foldStart, '').replace(foldEnd, ''));
}
