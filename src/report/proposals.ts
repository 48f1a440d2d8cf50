import { overall } from '../domain/metrics/group.ts';
import type { GroupFigures } from '../domain/metrics/measure.ts';
import type { Standing } from '../domain/metrics/standing.ts';
import { escapeMarkdown, escapeNote } from './escape.ts';
import { valueText } from './figure-text.ts';
import { figureIn, listedGroups } from './metric-figures.ts';
import { metricName } from './metrics-page.ts';
import type { PeriodReport } from './report-input.ts';

/** Gives a proposal where the figures of one group call for it, else null. */
type Rule = (group: GroupFigures) => string | null;

function valueIn(group: GroupFigures, id: string): number | null {
  return figureIn(group, id)?.value ?? null;
}

/** A group inside a sentence: ` in AI`; nothing for everything together. */
function inGroup({ group }: GroupFigures): string {
  return group.kind === overall.kind ? '' : ` in ${escapeMarkdown(group.name)}`;
}

function requests(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}

/** Rules about an area: whoever leads it can act on them. */
const areaRules: readonly Rule[] = [
  (group) => {
    const unserved = valueIn(group, 'unmet-demand.never-served') ?? 0;
    const waiting = valueIn(group, 'unmet-demand.waiting') ?? 0;
    if (unserved + waiting === 0) return null;
    const ended = unserved === 0 ? [] : [`${requests(unserved)} ended without an SME after being waitlisted`];
    const still =
      waiting === 0 ? [] : [`${requests(waiting)} ${waiting === 1 ? 'is' : 'are'} still waitlisted`];
    const what = [...ended, ...still].join(' and ');
    if (group.group.key === 'other')
      return `Decide who takes requests of areas that are not configured: ${what}.`;
    return `Name another SME for ${escapeMarkdown(group.group.name)}: ${what}.`;
  },
  (group) => {
    const used = valueIn(group, 'utilisation.share');
    if (used === null || used <= 100) return null;
    return `Raise the hours of the SMEs${inGroup(group)}, or name another one: ${valueText(used, 'percent')} of their budget is used.`;
  },
  (group) => {
    const kept = valueIn(group, 'service-level.kept');
    const late = valueIn(group, 'service-level.late') ?? 0;
    if (kept === null || kept >= 90 || late < 2) return null;
    return `Agree who answers when the approver or SME is away${inGroup(group)}: an answer came late in ${requests(late)}, and only ${valueText(kept, 'percent')} had every answer in time (proposed below 90 %).`;
  },
];

/** Rules about everything together. */
const overallRules: readonly Rule[] = [
  (group) => {
    const gini = valueIn(group, 'fairness.gini');
    if (gini === null || gini <= 0.4) return null;
    return `Look at how the work is spread: the Gini coefficient of the load is ${valueText(gini, 'ratio')} (0 is even; proposed above 0.4).`;
  },
  (group) => {
    const share = valueIn(group, 'fast-track.share');
    if (share === null || share <= 25) return null;
    return `Remind requesters of the lead time: ${valueText(share, 'percent')} of the requests came with less (proposed above 25 %).`;
  },
  (group) => {
    const all = valueIn(group, '5.requests') ?? 0;
    const asked = valueIn(group, '5.needs-info.n') ?? 0;
    if (all === 0 || asked * 3 <= all) return null;
    return `Make the form easier to fill in: ${asked} of ${requests(all)} lacked something (proposed above a third).`;
  },
  (group) => {
    const answered = valueIn(group, 'ratings.answered');
    if (answered === null || answered >= 50) return null;
    return `Ask requesters to rate: ${valueText(answered, 'percent')} of the engagements have a rating (proposed below 50 %).`;
  },
  commonDecline,
];

/** One reason behind at least three declines and a third of them can be met before a request is written. */
function commonDecline(group: GroupFigures): string | null {
  const all = valueIn(group, 'declines.n') ?? 0;
  const reasons = group.figures.filter(({ id }) => id.startsWith('declines.') && id !== 'declines.n');
  const [most] = [...reasons].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const count = most?.value ?? 0;
  if (most === undefined || count < 3 || count * 3 < all) return null;
  return `Say in the form what leads to a decline: ${count} of ${all} declines have the same reason (${escapeNote(most.name)}).`;
}

/** What to look at where a goal is missed, by the figure that has the goal. */
const missedGoals: Readonly<Record<string, string>> = {
  '1.rate':
    'Go through the opportunities that were lost after an engagement, and ask whether an SME came in too late.',
  '2.resolved':
    'Bring the accepted feedback items that are oldest to the next review with the product managers.',
  '3.growth': 'Ask account teams to bring SMEs into open opportunities earlier.',
  '4.2to3.advantage': 'Look at the engagements in stage 2 that did not lead to stage 3.',
  '4.3to4.advantage': 'Look at the engagements in stage 3 that did not lead to stage 4.',
  '5.assigned.mean':
    'Find out where requests wait longest before an SME is assigned: in approval, in questions, or for somebody free.',
  '5.engaged.mean': 'Ask SMEs to accept or hand back on the day they are assigned.',
  '6.nps': 'Read what customers have said, and settle with the SMEs what to do differently.',
  '7.sessions.per-sme': 'Plan the sessions of the next quarter with each SME.',
  '7.articles.per-sme': 'Plan the articles of the next quarter with each SME.',
  '8.answered': 'Give each tag on Stack Overflow an SME who looks at it every week.',
  '8.upvotes': 'Show the best answers on Stack Overflow in the next community meeting.',
};

function missed({ goal, metric, status }: Standing): string[] {
  if (status.kind !== 'not-met') return [];
  const sentence = missedGoals[goal.figure];
  return sentence === undefined ? [] : [`${sentence} (${metricName(metric)}, ${goal.name}: goal missed.)`];
}

/** Goals that no baseline is configured for are never judged until there is one. */
function baseline(standings: readonly Standing[]): string[] {
  const count = standings.filter(({ status }) => status.kind === 'no-baseline').length;
  if (count === 0) return [];
  return [
    `Give a baseline: ${count === 1 ? '1 goal' : `${count} goals`} cannot be judged without \`metrics.baseline\`.`,
  ];
}

/**
 * What follows from the figures by rule, as enumerated sentences: the same figures always give the same proposals.
 * People decide (`docs/rules.md#metrics`).
 */
export function proposals({ measured, standings }: PeriodReport): readonly string[] {
  const groups = listedGroups(measured);
  const areas = groups.filter(({ group }) => group.kind === 'area');
  const all = groups.filter(({ group }) => group.kind === overall.kind);
  const apply = (rules: readonly Rule[], to: readonly GroupFigures[]): string[] =>
    rules.flatMap((rule) => to.flatMap((group) => rule(group) ?? []));
  return [
    ...apply(areaRules, areas),
    ...apply(overallRules, all),
    ...standings.flatMap(missed),
    ...baseline(standings),
  ];
}
