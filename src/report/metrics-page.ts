import { type MetricDefinition, metricDefinitions } from '../domain/metrics/definitions.ts';
import { markdownTable } from './markdown-table.ts';

/** A metric as a link from any wiki page to its definition on the page `metrics`. */
export function metricLink({ number, name }: MetricDefinition): string {
  const anchor = `${number} ${name}`.toLowerCase().replaceAll(' ', '-');
  return `[${number} ${name}](/metrics#${anchor})`;
}

function section({ number, name, formula, details, goal, measured }: MetricDefinition): string {
  const lines = [`- **Definition:** ${formula}`, `- **Goal:** ${goal}`];
  if (!measured) lines.push('- Not measured by this version: reports say “not available”.');
  return [`## ${number} ${name}`, '', ...lines, ...details.map((detail) => `- ${detail}`)].join('\n');
}

/** The definitions of the eight metrics: the wiki page `metrics`, and `docs/metrics.md`, word for word. */
export function metricsPage(): string {
  const overview = metricDefinitions.map(({ number, name, goal, measured }) => [
    `${number}`,
    name,
    goal,
    measured ? 'yes' : 'not yet',
  ]);
  const parts = [
    '# The metrics and how they are computed',
    'Reports are made from the events GitLab keeps for each request and from Salesforce, as of a cut-off: what happened later is not in them. Missing input is told as “not available” and why, never as 0. Counts and times are always told; ratings and amounts only where enough people stand behind them. A published page is never rewritten: when the same month gives other figures later, a dated correction is added.',
    markdownTable(['#', 'Metric', 'Goal', 'Measured'], overview),
    ...metricDefinitions.map(section),
  ];
  return `${parts.join('\n\n')}\n`;
}
