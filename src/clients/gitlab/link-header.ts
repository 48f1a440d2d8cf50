/** The links of a `Link` header by relation, or null: the answer has no such header. */
export function parseLinkHeader(header: string | undefined): ReadonlyMap<string, string> | null {
  if (header === undefined) return null;
  const links = new Map<string, string>();
  for (const match of header.matchAll(/<([^<>]+)>\s*;\s*rel="([a-z]+)"/g)) {
    const [, url, relation] = match;
    if (url !== undefined && relation !== undefined) links.set(relation, url);
  }
  return links;
}
