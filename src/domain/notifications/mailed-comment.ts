import { linkAddress } from '../markdown/link-address.ts';

/** The answer to a request that came in by e-mail: GitLab mails it to whoever has written. `link`: the form. */
export function mailedComment(link: string): string {
  return `Thank you. SMEs are asked for with a form, because the desk has to know who asks and for which opportunity; it cannot take a request by e-mail. Please open one here: [SME request](${linkAddress(link)}). This issue is closed.`;
}
