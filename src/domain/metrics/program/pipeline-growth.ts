import type { Instant } from '../../snapshot.ts';
import { sum } from '../distribution.ts';
import type { Period } from '../facts.ts';
import { countFigure, type Figure, figure, missingFigure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { quarterOf } from '../month.ts';
import { opportunitiesAt } from '../opportunities-at.ts';
import { opportunitiesOf } from '../opportunities-of-requests.ts';
import type { Pipeline } from '../opportunity-timeline.ts';
import type { RequestTimes } from '../request-times.ts';

/** Metric 3: how the pipeline that SMEs work on grows from quarter to quarter. */
export const pipelineGrowth: Metric = {
  definition: {
    key: 'pipeline-growth',
    number: 3,
    name: 'Pipeline growth',
    formula:
      'amount of open opportunities with SME involvement at the end of the period against the end of the quarter before; previous 0: not defined',
    details: [
      'The pipeline at a moment: the sum of the amounts of the opportunities that are open then and have an SME then, each counted once however many requests name it.',
      'An opportunity has an SME while a request that names it stands in `request::assigned`, `request::changed`, `request::engaged` or `request::awaiting-feedback`, or in `request::completed` with an engagement that took place.',
      'Open or closed, and the amount, are read from its history in Salesforce (OpportunityHistory): the values after its last change before the moment. Which stages are closed is what Salesforce says of them today; a stage it does not list is open. Of several changes at one moment only the last, by id, counts.',
      'The two moments are the cut-off, and the beginning of the quarter that the period begins in, which is the end of the quarter before.',
      'Growth = (pipeline − pipeline before) ÷ pipeline before. It is not defined where the pipeline before was 0 or less. Its n is the smaller number of amounts of the two moments.',
      'An opportunity without an amount is among the opportunities and not in the sum. Where none of them has one there is no sum.',
      'Amounts are added in the currency of each opportunity, without conversion. A sum is told with three digits, so that two of them do not tell the amount of the opportunity between them; growth is computed from the whole sums.',
      'Opportunities that Salesforce does not know any more, or has no history of before the moment, are in no figure; metric 1 tells how many those are.',
      'Without Salesforce it is not available, never 0.',
    ],
    goal: '15 % a quarter',
    goals: [
      {
        figure: '3.growth',
        name: 'growth',
        span: 'quarter',
        target: { kind: 'fixed', direction: 'higher', value: 15 },
      },
    ],
    columns: [
      { figure: '3.opportunities', head: 'Open with an SME' },
      { figure: '3.pipeline', head: 'Amount' },
      { figure: '3.previous.opportunities', head: 'At the end of the quarter before' },
      { figure: '3.previous', head: 'Amount then' },
      { figure: '3.growth', head: 'Growth' },
    ],
    chart: '3.growth',
  },
  measure: (scope) =>
    scope.pipeline.kind === 'read' ? measured(scope, scope.pipeline.value) : missing(scope.pipeline.reason),
};

const names = {
  opportunities: 'Open opportunities with an SME',
  pipeline: 'Amount of open opportunities with an SME',
  previousOpportunities: 'Open opportunities with an SME at the end of the quarter before',
  previous: 'Amount of open opportunities with an SME at the end of the quarter before',
  growth: 'Growth against the end of the quarter before',
} as const;

function missing(reason: string): MetricResult {
  return {
    figures: [
      missingFigure('3.opportunities', names.opportunities, 'count', reason),
      missingFigure('3.previous.opportunities', names.previousOpportunities, 'count', reason),
      missingFigure('3.pipeline', names.pipeline, 'amount', reason),
      missingFigure('3.previous', names.previous, 'amount', reason),
      missingFigure('3.growth', names.growth, 'percent', reason),
    ],
    inputs: [],
  };
}

/** The open opportunities with an SME at one moment. */
interface PipelineAt {
  readonly opportunities: number;
  /** How many of them have an amount. */
  readonly n: number;
  /** Their sum; null: there are opportunities, and none has an amount. */
  readonly amount: number | null;
  readonly issues: readonly number[];
}

function measured(scope: Scope, pipeline: Pipeline): MetricResult {
  const from = quarterBegan(scope.period, scope.config.calendar.timezone);
  const now = pipelineAt(scope.requests, pipeline, scope.cutOff);
  const before = pipelineAt(scope.requestsAt(from), pipeline, from);
  return { figures: figuresOf(now, before), inputs: [...new Set([...now.issues, ...before.issues])] };
}

/** By period, since every group of it asks, and time zones take long to reckon with. */
const known = new WeakMap<Period, { readonly timezone: string; readonly from: Instant }>();

/** The beginning of the quarter that a period begins in. */
function quarterBegan(period: Period, timezone: string): Instant {
  const before = known.get(period);
  if (before?.timezone === timezone) return before.from;
  const { from } = quarterOf(period.from, timezone);
  known.set(period, { timezone, from });
  return from;
}

/** `requests`: as of the instant. */
function pipelineAt(requests: readonly RequestTimes[], pipeline: Pipeline, instant: Instant): PipelineAt {
  const opportunityAt = opportunitiesAt(pipeline, instant);
  const named = opportunitiesOf(
    requests,
    ({ involvedSince }) => involvedSince !== null,
    (id) => {
      const opportunity = opportunityAt(id);
      return opportunity?.closedSince === null ? opportunity : null;
    },
  );
  const amounts = named.flatMap(({ is }) => is.amount ?? []);
  const isUnknown = named.length > 0 && amounts.length === 0;
  return {
    opportunities: named.length,
    n: amounts.length,
    amount: isUnknown ? null : sum(amounts),
    issues: named.flatMap(({ issues }) => issues),
  };
}

function figuresOf(now: PipelineAt, before: PipelineAt): Figure[] {
  const amount = (id: string, name: string, { amount: whole, n }: PipelineAt) => {
    const value = whole === null ? null : Number(whole.toPrecision(3));
    return figure({ id, name, unit: 'amount', value, n, note: noAmount, guarded: true });
  };
  return [
    countFigure('3.opportunities', names.opportunities, now.opportunities),
    countFigure('3.previous.opportunities', names.previousOpportunities, before.opportunities),
    amount('3.pipeline', names.pipeline, now),
    amount('3.previous', names.previous, before),
    figure({
      id: '3.growth',
      name: names.growth,
      unit: 'percent',
      ...growth(now.amount, before.amount),
      n: Math.min(now.n, before.n),
      guarded: true,
    }),
  ];
}

const noAmount = 'none of the opportunities has an amount';

function growth(now: number | null, before: number | null): Pick<Figure, 'value' | 'note'> {
  if (now === null || before === null) return { value: null, note: noAmount };
  if (before === 0) return { value: null, note: 'not defined: the pipeline was 0' };
  if (before < 0) return { value: null, note: 'not defined: the pipeline was below 0' };
  return { value: (100 * (now - before)) / before, note: '' };
}
