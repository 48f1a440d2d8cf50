import { sameUsername } from '../people.ts';
import type { RequestContext } from './request-view.ts';

/** The Slack user id of an SME: the configured one, else by e-mail; null: Slack is not there or knows nobody. */
export function slackUserOfSme(context: RequestContext, username: string): string | null {
  const sme = context.config.roster.find((each) => sameUsername(each.gitlab, username));
  if (sme === undefined) return null;
  if (sme.slackUser !== null) return sme.slackUser;
  const { slack } = context.snapshot;
  return slack.mode === 'on' ? (slack.usersByEmail[sme.email] ?? null) : null;
}
