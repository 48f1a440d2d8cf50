/** An address of our own as the target of a Markdown link: a bracket in it ends a link for some readers. */
export function linkAddress(url: string): string {
  return url.replaceAll('[', '%5B').replaceAll(']', '%5D');
}
