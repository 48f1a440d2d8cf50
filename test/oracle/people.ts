import type { OutsideUser } from './outside.ts';
import type { Rules, SmeRule } from './rules.ts';
import { decidersOf } from './rules.ts';
import type { Seen, SeenIssue } from './seen.ts';

/** Why somebody's word on a request has no weight; null: it has. */
export function noDecider(
  seen: Seen,
  issue: SeenIssue,
  user: OutsideUser | null,
  area: string | null,
): string | null {
  if (user === null) return 'nobody';
  if (seen.desk.ids.includes(user.id)) return 'the desk itself';
  if (user.bot) return 'a bot';
  if (user.id === issue.raw.authorId) return 'the author';
  return decidersOf(seen.rules, area).has(user.username) ? null : `${user.username}, who is no approver`;
}

/** The SME of the roster with this username. */
export function smeNamed(rules: Rules, username: string): SmeRule | null {
  return rules.smes.find((sme) => sme.gitlab === username) ?? null;
}

/** The Salesforce users an SME can be: the configured one, else all with the e-mail. */
export function salesforceIdsOf(seen: Seen, username: string): string[] {
  const sme = smeNamed(seen.rules, username);
  if (sme === null) return [];
  if (sme.salesforce_user !== undefined) return [sme.salesforce_user.slice(0, 15)];
  const found = seen.state.salesforce.users.filter(
    (user) => user.Email.toLowerCase() === sme.email.toLowerCase(),
  );
  return found.map((user) => user.Id.slice(0, 15));
}

/** The Slack user of an SME: the configured one, else by e-mail. */
export function slackIdOf(seen: Seen, username: string): string | null {
  const sme = smeNamed(seen.rules, username);
  if (sme === null) return null;
  const byEmail = seen.state.slack.users.find(
    (user) => user.email?.toLowerCase() === sme.email.toLowerCase(),
  );
  return sme.slack_user ?? byEmail?.id ?? null;
}

/** Usernames of the SMEs that a Slack text names, by a special token or in words. */
export function smesNamed(seen: Seen, text: string): string[] {
  return seen.rules.smes
    .filter((sme) => {
      const id = slackIdOf(seen, sme.gitlab);
      return (id !== null && text.includes(`<@${id}`)) || text.includes(sme.name);
    })
    .map((sme) => sme.gitlab);
}
