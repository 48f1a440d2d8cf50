import type { Period } from '../facts.ts';
import { countFigure, type Figure, missingFigure, shareFigure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { opportunitiesAt } from '../opportunities-at.ts';
import { type NamedOpportunity, opportunitiesOf } from '../opportunities-of-requests.ts';
import type { OpportunityState, Pipeline } from '../opportunity-timeline.ts';
import { periodSlice } from '../period-slice.ts';

/** Metric 1: how many of the opportunities that an SME worked on are won. */
export const technicalWinRate: Metric = {
  definition: {
    key: 'technical-win-rate',
    number: 1,
    name: 'Technical win rate',
    formula: 'won ÷ closed opportunities with an engagement that took place',
    details: [
      'An engagement took place when its request stands in `request::awaiting-feedback` or `request::completed` at the cut-off. Once it is completed, the answer that it did not take place, or was moved, counts against that.',
      'Whether an opportunity is closed, and won, is read from its history in Salesforce (OpportunityHistory) as of the cut-off: the values after its last change before it. Which stages are closed or won is what Salesforce says of them today; a stage it does not list is open. Of several changes at one moment only the last, by id, counts.',
      'Closed in the period: closed at the cut-off, and the change that closed it lies in the period. The close date does not matter, since people write it: a deal that is entered late counts in the month it was entered. One that was opened again and closed again counts when it was closed last.',
      'Where the first engagement was found to have taken place only after the deal was closed, the opportunity counts when that was found: so it is in one month, and never in none.',
      'All: closed in the period, or open at the cut-off. The literal formula of the program, won ÷ all, stands beside the rate and is never compared with a goal.',
      'An opportunity counts once however many requests name it. In the figures by area or region it counts once in each that it had such an engagement in.',
      'Gone: named by such a request, and Salesforce does not know it (any more) or has no history of it before the cut-off. Those are in no other figure.',
      'Without Salesforce it is not available, never 0.',
      'A baseline that is given as a figure stands under `technical-win-rate`, in percent.',
    ],
    goal: '10 % (relative) over the baseline within 12 months',
    goals: [
      {
        figure: '1.rate',
        name: 'won ÷ closed',
        span: 'month',
        target: { kind: 'baseline', key: 'technical-win-rate', direction: 'higher', change: 0.1 },
      },
    ],
    columns: [
      { figure: '1.closed', head: 'Closed' },
      { figure: '1.won', head: 'Won' },
      { figure: '1.rate', head: 'Won ÷ closed' },
      { figure: '1.all', head: 'With those open' },
      { figure: '1.literal', head: 'Won ÷ all' },
      { figure: '1.gone', head: 'Gone' },
    ],
    chart: '1.rate',
  },
  measure: (scope) =>
    scope.pipeline.kind === 'read' ? measured(scope, scope.pipeline.value) : missing(scope.pipeline.reason),
};

const names = {
  won: 'Won in the period',
  closed: 'Closed in the period, with an SME',
  all: 'Closed in the period or still open, with an SME',
  gone: 'Not known to Salesforce',
  rate: 'Won ÷ closed',
  literal: 'Won ÷ all',
} as const;

const counts = ['won', 'closed', 'all', 'gone'] as const;

function missing(reason: string): MetricResult {
  const count = (key: (typeof counts)[number]) => missingFigure(`1.${key}`, names[key], 'count', reason);
  const rate = (key: 'rate' | 'literal') => missingFigure(`1.${key}`, names[key], 'percent', reason);
  return { figures: [...counts.map(count), rate('rate'), rate('literal')], inputs: [] };
}

type Standing = 'open' | 'won' | 'lost' | 'gone';

function measured(scope: Scope, pipeline: Pipeline): MetricResult {
  const opportunityAt = opportunitiesAt(pipeline, scope.cutOff);
  const named = opportunitiesOf(
    scope.requests,
    ({ tookPlaceAt }) => tookPlaceAt !== null,
    (id) => standingOf(opportunityAt(id), scope.period),
  );
  const late = closedBeforeEngaged(scope, opportunityAt);
  const found = { won: 0, closed: 0, all: 0, gone: 0 };
  const inputs: number[] = [];
  for (const { is, issues } of [...named, ...late]) {
    found[is === 'gone' ? 'gone' : 'all'] += 1;
    if (is === 'won' || is === 'lost') found.closed += 1;
    if (is === 'won') found.won += 1;
    inputs.push(...issues);
  }
  return { figures: figuresOf(found), inputs };
}

/** What an opportunity is to the period, as of the cut-off; null: it was closed before. */
function standingOf(opportunity: OpportunityState | null, { from }: Period): Standing | null {
  if (opportunity === null) return 'gone';
  if (opportunity.closedSince === null) return 'open';
  if (opportunity.closedSince < from) return null;
  return opportunity.won ? 'won' : 'lost';
}

/** Opportunities that were closed before the period, and whose first engagement was found to have taken place in it. */
function closedBeforeEngaged(
  { requests, period: { from } }: Scope,
  opportunityAt: (id: string) => OpportunityState | null,
): NamedOpportunity<Standing>[] {
  const found = new Map<string, { is: Standing; issues: number[] }>();
  for (const { history } of periodSlice(requests, from).tookPlace) {
    if (history.opportunityId === null) continue;
    const opportunity = opportunityAt(history.opportunityId);
    if (opportunity === null || opportunity.closedSince === null || opportunity.closedSince >= from) continue;
    const issues = [...(found.get(history.opportunityId)?.issues ?? []), history.iid];
    found.set(history.opportunityId, { is: opportunity.won ? 'won' : 'lost', issues });
  }
  for (const { tookPlaceAt, history } of found.size === 0 ? [] : requests) {
    if (tookPlaceAt !== null && tookPlaceAt < from) found.delete(history.opportunityId ?? '');
  }
  return [...found.values()];
}

function figuresOf(found: Readonly<Record<(typeof counts)[number], number>>): Figure[] {
  const { won, closed, all } = found;
  return [
    ...counts.map((key) => countFigure(`1.${key}`, names[key], found[key])),
    shareFigure('1.rate', names.rate, won, closed, 'no opportunity was closed'),
    shareFigure('1.literal', names.literal, won, all, 'no opportunity had an engagement'),
  ];
}
