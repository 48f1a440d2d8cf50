/**
 * An address from the configuration, in the one form the transport compares with: no user name, query or
 * fragment, ending with `/`; null if it is none. A user name in it would end up in logs.
 */
export function baseUrl(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/`;
}
