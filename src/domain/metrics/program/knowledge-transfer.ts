import type { CollateralKind } from '../../../config/types.ts';
import type { CollateralItem } from '../facts.ts';
import { countFigure, type Figure, figure } from '../figure.ts';
import { itemChanges, standingAt, valueAt } from '../item-states.ts';
import type { Goal, Metric, MetricResult, Scope } from '../metric.ts';
import { servingSmes } from '../serving-smes.ts';

function goal(figure: string, name: string, value: number): Goal {
  return { figure, name, span: 'quarter', target: { kind: 'fixed', direction: 'higher', value } };
}

/** Metric 7: what SMEs teach and write. */
export const knowledgeTransfer: Metric = {
  definition: {
    key: 'knowledge-transfer',
    number: 7,
    name: 'Knowledge transfer',
    formula: 'sessions held and articles published, in total and per SME',
    details: [
      'Collateral are the issues with `type::collateral`. It is published in the period if `collateral::published` was first set in it and `collateral::published`, or `collateral::stale` later on, stands at the cut-off. What was published once and taken back does not count while it is taken back.',
      'Its label `collateral-kind::`, as of the cut-off, says what it counts as: `collateral.kinds` in the configuration makes each kind a session, an article or something else. Without a kind it is something else.',
      'Per SME: ÷ the people of today’s roster with the level sme or lead, in the area of the group or in any, whose term has a day in the period up to the cut-off.',
      'An item counts in the area it bears at the cut-off. Items have no region, so no region has figures.',
    ],
    goal: '4 sessions and 10 articles per SME a quarter',
    goals: [
      goal('7.sessions.per-sme', 'sessions per SME', 4),
      goal('7.articles.per-sme', 'articles per SME', 10),
    ],
    columns: [
      { figure: '7.sessions', head: 'Sessions' },
      { figure: '7.articles', head: 'Articles' },
      { figure: '7.other', head: 'Other' },
      { figure: '7.smes', head: 'SMEs' },
      { figure: '7.sessions.per-sme', head: 'Sessions per SME' },
      { figure: '7.articles.per-sme', head: 'Articles per SME' },
    ],
    chart: '7.sessions',
  },
  measure,
};

function measure({ config, group, period, cutOff, collateral }: Scope): MetricResult {
  if (group.region !== null) return { figures: [], inputs: [] };
  const published = collateral.filter((item) => publishedAt(item, cutOff) >= period.from);
  const meanings = new Map(config.collateral.kinds.map(({ key, countsAs }) => [key, countsAs]));
  const count = (wanted: CollateralKind['countsAs']): number =>
    published.filter((item) => {
      const kind = valueAt(item, 'collateral-kind', cutOff, item.kindKey);
      return (meanings.get(kind ?? '') ?? 'other') === wanted;
    }).length;
  const [sessions, articles] = [count('session'), count('article')];
  const smes = servingSmes(config, group, { from: period.from, to: cutOff }).length;
  return {
    figures: [
      countFigure('7.sessions', 'Sessions held', sessions),
      countFigure('7.articles', 'Articles published', articles),
      countFigure('7.other', 'Other collateral published', count('other')),
      countFigure('7.smes', 'SMEs', smes, false),
      perSme('7.sessions.per-sme', 'Sessions per SME', sessions, smes),
      perSme('7.articles.per-sme', 'Articles per SME', articles, smes),
    ],
    inputs: published.map(({ iid }) => iid),
  };
}

/** When an item that is published at the cut-off was published first; -Infinity: it is not. */
function publishedAt(item: CollateralItem, cutOff: number): number {
  const changes = itemChanges(item, 'collateral');
  const state = standingAt(changes, cutOff)?.value;
  const first = changes.find(({ action, value }) => action === 'add' && value === 'published');
  const isPublished = state === 'published' || state === 'stale';
  return isPublished && first !== undefined && first.at < cutOff ? first.at : Number.NEGATIVE_INFINITY;
}

function perSme(id: string, name: string, value: number, smes: number): Figure {
  const ratio = smes === 0 ? null : value / smes;
  return figure({
    id,
    name,
    unit: 'ratio',
    value: ratio,
    n: smes,
    note: 'no SME is in term',
    asOf: false,
  });
}
