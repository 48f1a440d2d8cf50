import { countFigure, type Figure, figure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';
import type { RequestTimes } from '../request-times.ts';

/** Metric 6: whether customers would recommend us after an engagement. */
export const customerSatisfaction: Metric = {
  definition: {
    key: 'customer-satisfaction',
    number: 6,
    name: 'Customer satisfaction',
    formula: 'NPS = % of answers 9–10 − % of answers 0–6',
    details: [
      'The engagements of a period are those that were found to have taken place in it, up to the cut-off: the desk asked for feedback, and nobody has said that it did not take place or was moved.',
      'One answer counts for each opportunity (each account, where `salesforce.nps` names a field of it), however many engagements it had in the period: the number in Salesforce (`salesforce.nps`); without one, the number that the requester of its newest engagement with an answer reports in the feedback. An engagement without an opportunity counts by the number its own requester reports.',
      'An answer is a number from 0 to 10. Any other number is no answer. What lies above 6 and below 9 counts in the number of answers and on neither side.',
      'NPS runs from −100 to 100. Shares are of all answers of the group, not of all engagements.',
      'Salesforce keeps no history of the number, so it counts as it was on the day it was read, which is named on the page; an opportunity with engagements in two periods counts with it in both. A page is not corrected for it.',
      'While Salesforce is off or `salesforce.nps` is not set, only numbers that requesters report are in it, and the answers from Salesforce are told as not available.',
    ],
    goal: '50 or more',
    goals: [
      {
        figure: '6.nps',
        name: 'NPS',
        span: 'month',
        target: { kind: 'fixed', direction: 'higher', value: 50 },
      },
    ],
    columns: [
      { figure: '6.n', head: 'Answers' },
      { figure: '6.salesforce.n', head: 'From Salesforce' },
      { figure: '6.form.n', head: 'From requesters' },
      { figure: '6.nps', head: 'NPS' },
    ],
    chart: '6.nps',
  },
  measure,
};

interface Answer {
  readonly from: 'salesforce' | 'form';
  readonly value: number;
}

function measure(scope: Scope): MetricResult {
  const engagements = periodSlice(scope.requests, scope.period.from).tookPlace;
  const answers = answersOf(engagements, scope);
  return {
    figures: figuresOf(answers, missingSalesforce(scope)),
    inputs: engagements.map(({ history }) => history.iid),
  };
}

/** Why Salesforce has told nothing; null: it was asked. */
function missingSalesforce({ pipeline, config }: Scope): string | null {
  if (pipeline.kind === 'not available') return pipeline.reason;
  return config.salesforce.nps === null ? 'salesforce.nps is not set in the configuration' : null;
}

/** One answer for each opportunity, and for each engagement without one. */
function answersOf(engagements: readonly RequestTimes[], { pipeline }: Scope): Answer[] {
  const opportunities = pipeline.kind === 'read' ? pipeline.value.opportunities : null;
  const byCustomer = new Map<string, RequestTimes[]>();
  for (const engagement of engagements) {
    const { iid, opportunityId } = engagement.history;
    const surveyed = opportunityId === null ? null : opportunities?.get(opportunityId)?.surveyed;
    const customer = surveyed ?? opportunityId ?? `#${iid}`;
    byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), engagement]);
  }
  return [...byCustomer.values()].flatMap((requests): Answer[] => {
    const id = requests[0]?.history.opportunityId ?? null;
    const surveyed = answerIn(id === null ? null : (opportunities?.get(id)?.nps ?? null));
    if (surveyed !== null) return [{ from: 'salesforce', value: surveyed }];
    const reported = newestAnswer(requests);
    return reported === null ? [] : [{ from: 'form', value: reported }];
  });
}

/** What the newest of some requests reports, of those that report an answer. */
function newestAnswer(requests: readonly RequestTimes[]): number | null {
  const newestFirst = requests.toSorted(
    (a, b) => b.history.submittedAt - a.history.submittedAt || b.history.iid - a.history.iid,
  );
  for (const { history } of newestFirst) {
    const value = answerIn(history.nps);
    if (value !== null) return value;
  }
  return null;
}

/** A number that can be an answer to the survey; null: it cannot. */
function answerIn(value: number | null): number | null {
  return value !== null && value >= 0 && value <= 10 ? value : null;
}

function figuresOf(answers: readonly Answer[], missing: string | null): Figure[] {
  const salesforce = answers.filter(({ from }) => from === 'salesforce').length;
  const n = answers.length;
  const promoters = answers.filter(({ value }) => value >= 9).length;
  const detractors = answers.filter(({ value }) => value <= 6).length;
  return [
    countFigure('6.n', 'Answers to the customer survey', n, false),
    figure({
      id: '6.salesforce.n',
      name: 'Answers from Salesforce',
      unit: 'count',
      value: missing === null ? salesforce : null,
      n: salesforce,
      note: missing ?? '',
      asOf: false,
    }),
    countFigure('6.form.n', 'Answers from requesters', n - salesforce, false),
    figure({
      id: '6.nps',
      name: 'NPS',
      unit: 'score',
      value: n === 0 ? null : (100 * (promoters - detractors)) / n,
      n,
      note: 'no answer',
      guarded: true,
      asOf: false,
    }),
  ];
}
