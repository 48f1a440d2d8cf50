import type { Config } from '../../config/types.ts';
import type { Period } from '../../domain/metrics/facts.ts';
import { slackText } from '../../domain/slack-text/slack-text.ts';
import type { Instant } from '../../domain/snapshot.ts';
import type { PostToProgram } from '../../plan/action.ts';
import { monthTitle } from '../../report/month-title.ts';

/** What the desk knows about the program's channel. */
export type ProgramChannel =
  /** Slack is off, down, or the configuration names no channel: nothing is posted. */
  | { readonly kind: 'none' }
  /** Keys of the desk's own posts of late. */
  | { readonly kind: 'read'; readonly keys: readonly string[] };

const fortnight = 14 * 86_400_000;

/** How a post of one month's report is found again. */
function postKey(project: number, month: Period): string {
  return `${project}/report/${month.name}`;
}

/**
 * One post in the program's channel for each month, with the quarter's review where that is new too: that it is there,
 * and what it says in short. A report that appears weeks later is not announced (`docs/rules.md#metrics`).
 */
export function programPost(wanted: {
  readonly config: Config;
  readonly now: Instant;
  readonly project: { readonly id: number; readonly webUrl: string };
  readonly month: Period;
  /** The quarter that ended with the month, if its review is published. */
  readonly quarter: Period | null;
  readonly summary: string;
  readonly channel: ProgramChannel;
}): PostToProgram[] {
  const { config, channel, month, now, project } = wanted;
  const to = config.slack.program;
  const key = postKey(project.id, month);
  if (channel.kind === 'none' || to === null || channel.keys.includes(key)) return [];
  if (now > month.to + fortnight) return [];
  const report = link(project.webUrl, `reports/${month.name}`, `report of ${monthTitle(month.name)}`);
  const text =
    wanted.quarter === null
      ? slackText`${config.program.name}: the ${report} is there. ${wanted.summary}`
      : slackText`${config.program.name}: the ${report} and the ${review(project.webUrl, wanted.quarter)} are there. ${wanted.summary}`;
  const reviews = wanted.quarter === null ? [] : [`reviews/${wanted.quarter.name}`];
  return [{ kind: 'program.post', channel: to, key, text, after: [`reports/${month.name}`, ...reviews] }];
}

function review(webUrl: string, quarter: Period) {
  return link(webUrl, `reviews/${quarter.name}`, `review of ${quarter.name}`);
}

function link(webUrl: string, slug: string, label: string) {
  return { kind: 'link', url: `${webUrl}/-/wikis/${slug}`, label } as const;
}
