/** The answer to a request that came in by e-mail: GitLab mails it to whoever has written. `link`: the form. */
export function mailedComment(link: string): string {
  // A bracket in an address ends a link for some readers.
  const address = link.replaceAll('[', '%5B').replaceAll(']', '%5D');
  return `Thank you. SMEs are asked for with a form, because the desk has to know who asks and for which opportunity; it cannot take a request by e-mail. Please open one here: [SME request](${address}). This issue is closed.`;
}
