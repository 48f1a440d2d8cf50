import type { Config } from '../config/types.ts';
import { escapeMarkdown } from './escape.ts';
import { folded } from './folded.ts';
import { monthTitle } from './month-title.ts';
import type { ReportInput } from './report-input.ts';

const newestReports = 12;
const newestReviews = 4;

function links(folder: string, names: readonly string[]): string {
  return names.map((name) => `- [${monthTitle(name)}](/${folder}/${name})`).join('\n');
}

function list(title: string, folder: string, names: readonly string[], shown: number): string[] {
  const known = names.filter((name) => /^\d{4}-(?:0[1-9]|1[0-2]|Q[1-4])$/.test(name));
  const newest = [...new Set(known)].sort().reverse();
  if (newest.length === 0) return [];
  const older = newest.slice(shown);
  const parts = [`**${title}**`, links(folder, newest.slice(0, shown))];
  return older.length === 0 ? parts : [...parts, folded('Older', links(folder, older))];
}

function linesOf(pages: readonly (readonly [title: string, slug: string])[]): string {
  return pages.map(([title, slug]) => `- [${title}](/${slug})`).join('\n');
}

function feedbackPages({ areas }: Config): (readonly [title: string, slug: string])[] {
  const formal = areas.filter(({ tier }) => tier === 'formal');
  return [
    ...formal.map(({ key, name }) => [`Top requests: ${escapeMarkdown(name)}`, `feedback/${key}`] as const),
    ['Improvements', 'feedback/improvements'],
    ['Product managers', 'engage-pm'],
  ];
}

/**
 * The wiki's sidebar: the standing pages, those of customer feedback, then the newest reports and reviews. `reports` and `reviews` are names of
 * periods in any order, `2026-10` and `2026-Q3`; anything else is left out.
 */
export function sidebarPage(
  { history }: ReportInput,
  reports: readonly string[],
  reviews: readonly string[],
): string {
  const standing = [
    ['Home', 'home'],
    ['Dashboard', 'dashboard'],
    ['SMEs', 'smes'],
    ['Metrics', 'metrics'],
  ] as const;
  const parts = [
    `**${escapeMarkdown(history.config.program.name)}**`,
    linesOf(standing),
    '**Customer feedback**',
    linesOf(feedbackPages(history.config)),
    ...list('Reports', 'reports', reports, newestReports),
    ...list('Reviews', 'reviews', reviews, newestReviews),
  ];
  return `${parts.join('\n\n')}\n`;
}
