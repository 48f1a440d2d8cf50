import type { Config } from '../../config/types.ts';
import { escapeMarkdown } from '../../domain/markdown/escape-markdown.ts';
import type { Period } from '../../domain/metrics/facts.ts';
import type { Instant } from '../../domain/snapshot.ts';
import type { OpenStanding } from '../../plan/standing-action.ts';
import { goalsTable } from '../../report/goals-table.ts';
import type { PeriodReport } from '../../report/report-input.ts';
import { summaryText } from '../../report/summary.ts';

/** The label of the review issues. */
export const reviewLabel = 'type::cadence';

/** How the review issue of a quarter is found again. */
function reviewKey(quarter: Pick<Period, 'name'>): string {
  return `review:${quarter.name}`;
}

function titleBegins(quarter: string): string {
  return `Review of ${quarter}:`;
}

/**
 * The key of the review that an issue of the desk's with {@link reviewLabel} is; null: of none. By its title, because
 * the leads write what they decide into the description and may take the marker out with it.
 */
export function reviewKeyByTitle(title: string): string | null {
  const quarter = /^Review of (\d{4}-Q[1-4]):/.exec(title)?.[1];
  return quarter === undefined ? null : reviewKey({ name: quarter });
}

const fortnight = 14 * 86_400_000;

/**
 * The issue in which the program leads review a quarter: goals met and missed, what changed, and a list of what to
 * decide. Opened once, with the page it rests on; a quarter that is published weeks late gets none.
 */
export function reviewIssue(wanted: {
  readonly config: Config;
  readonly now: Instant;
  readonly project: { readonly webUrl: string };
  readonly quarter: Period;
  readonly report: PeriodReport;
  /** Keys of the review issues that the desk has opened before. */
  readonly opened: readonly string[];
  /** User ids of the program leads and of the leads of areas. */
  readonly leads: readonly number[];
}): OpenStanding[] {
  const { config, now, quarter, project, report } = wanted;
  const key = reviewKey(quarter);
  if (wanted.opened.includes(key) || now > quarter.to + fortnight) return [];
  const page = `${project.webUrl}/-/wikis/reviews/${quarter.name}`;
  const description = [
    `**${summaryText(report)}**`,
    `The figures, what changed against the quarter before and what follows from it: [the review of ${quarter.name}](${page}). Times and counts are from GitLab’s own events; how each figure is computed stands on the page [metrics](${project.webUrl}/-/wikis/metrics).`,
    '## Goals',
    goalsTable(report),
    '## To decide',
    '- [ ] Each goal that is missed: what changes, who does it, until when\n- [ ] Each proposal of the page: taken up, or why not\n- [ ] Goals and areas for the next quarter',
    'Write what you decide in a comment and close the issue. The desk does not open it again.',
  ];
  return [
    {
      kind: 'standing.open',
      key,
      title: `${titleBegins(quarter.name)} ${escapeMarkdown(config.program.name)}`,
      description: description.join('\n\n'),
      labels: [reviewLabel],
      assignees: [...wanted.leads],
      mentions: [],
      after: [`reviews/${quarter.name}`],
    },
  ];
}
