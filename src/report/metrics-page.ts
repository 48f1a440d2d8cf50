import type { MetricDefinition } from '../domain/metrics/metric.ts';
import { metrics } from '../domain/metrics/metrics.ts';
import { markdownTable } from './markdown-table.ts';

/** What a metric is called: the eight of the program with their number. */
export function metricName({ number, name }: MetricDefinition): string {
  return number === null ? name : `${number} ${name}`;
}

/** What a metric is, in a sentence with its goal and a link to its definition that leads there from any wiki page. */
export function whatItIs(definition: MetricDefinition): string {
  const { formula, goal } = definition;
  const anchor = metricName(definition).toLowerCase().replaceAll(' ', '-');
  const sentence = `${formula.charAt(0).toUpperCase()}${formula.slice(1)}. [How it is counted](/metrics#${anchor}).`;
  return goal === '' ? sentence : `${sentence} Goal: ${goal}.`;
}

function section(definition: MetricDefinition): string {
  const heading = definition.number === null ? '###' : '##';
  const { formula, goal, details } = definition;
  const lines = [`- **Definition:** ${formula}`];
  if (goal !== '') lines.push(`- **Goal:** ${goal}`);
  return [
    `${heading} ${metricName(definition)}`,
    '',
    ...lines,
    ...details.map((detail) => `- ${detail}`),
  ].join('\n');
}

const introduction = `# The metrics and how they are computed

Reports are made from the events GitLab keeps for each issue, from Salesforce and from Stack Overflow for Teams.

- **As of a cut-off.** What happened from the cut-off on is not in the figures, so a month that is computed late is the month that was computed on time. What keeps no history (surveys, votes, the roster) is told with the day it was **read on**.
- **Periods** are half-open: the first moment of a month belongs to it, the first moment of the next one does not. They follow the time zone of \`calendar.timezone\`.
- **Groups.** A request counts overall, in its area and in its region. Feedback and collateral have an area and no region. Groups that nothing belongs to are not listed. Area and region of a request, and its opportunity until one is approved, are those of its form on the day it was read; without a region it counts in that of its requester, where the configuration names one. Which areas, regions and stages there are is what the configuration says on that day.
- **n** is the number of things that a figure was made from: requests, opportunities, answers, or SMEs where it is a figure per SME.
- **Missing input** is told as “not available” and why, never as 0.
- **Few answers.** Counts and times are always told. Ratings, NPS and amounts are withheld where fewer than \`privacy.minimum_n\` stand behind them; where one group alone would be withheld, the next smallest one is withheld as well.
- **Corrections.** A published page is never rewritten. When the same period gives other figures later, as after a form was edited or an area was taken out of the configuration, a dated correction with the difference is added. Figures that are “read on” a day are not corrected.
- **Goals** are judged overall, over a month or over a quarter; a quarter that is not over is judged so far. Equal to the goal is met. A goal against the baseline needs \`metrics.baseline\`. “Within 12 months” is a time to get there: the status says how the period stands, not whether the time is over. Beside goals over a quarter no baseline is printed, since it is measured over another time.
- **One person.** No page has figures of one person: those stand in their own record. So an area or region with one SME does not tell its [utilisation](#utilisation).`;

/** The definitions of all metrics: the wiki page `metrics`, and `docs/metrics.md`, word for word. */
export function metricsPage(): string {
  const definitions = metrics.map(({ definition }) => definition);
  const program = definitions.filter(({ number }) => number !== null);
  const operation = definitions.filter(({ number }) => number === null);
  const parts = [
    introduction,
    markdownTable(
      ['#', 'Metric', 'Goal'],
      program.map(({ number, name, goal }) => [String(number), name, goal]),
    ),
    ...program.map(section),
    '## Figures of operation',
    'They have no goal of the program. They say where requests wait, and on whom the work lies.',
    ...operation.map(section),
  ];
  return `${parts.join('\n\n')}\n`;
}
