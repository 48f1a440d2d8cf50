import { sum } from '../distribution.ts';
import { figure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';
import { servingSmes } from '../serving-smes.ts';

/** How evenly the work lies on the SMEs. No figure is about one person. */
export const fairness: Metric = {
  definition: {
    key: 'fairness',
    number: null,
    name: 'Fairness',
    formula:
      'how evenly the load lies on the SMEs: largest ÷ mean of load ÷ capacity, and the Gini coefficient',
    details: [
      'Load of an SME: the hours of their engagements in the period, as for utilisation. Capacity: their budget for the same period, as for utilisation. Of an area or a region: the hours of its requests, and its SMEs.',
      'Every SME of the roster (level sme or lead) in term in the period counts, those without work too. Associates do not.',
      'Largest ÷ mean: 1 is even. Gini: the mean of the differences of all pairs, each SME with themself included, ÷ twice the mean; 0 is even, and with n SMEs (n − 1) ÷ n is all on one.',
      'With fewer than three SMEs there is none, since it would tell the load of each; nor where nobody had work.',
      'Decisions and roster are those of the day it was read.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'fairness.smes', head: 'SMEs' },
      { figure: 'fairness.max-to-mean', head: 'Largest ÷ mean' },
      { figure: 'fairness.gini', head: 'Gini' },
    ],
    chart: 'fairness.gini',
  },
  measure,
};

function measure({ config, group, requests, period, cutOff }: Scope): MetricResult {
  const { begun } = periodSlice(requests, period.from);
  const hoursOf = new Map<string, number[]>();
  for (const { history } of begun) {
    const name = history.decision?.sme.toLowerCase() ?? '';
    hoursOf.set(name, [...(hoursOf.get(name) ?? []), history.decision?.hours ?? 0]);
  }
  const loads = servingSmes(config, group, { from: period.from, to: cutOff }).map(
    ({ sme, budgetHours }) => sum(hoursOf.get(sme.gitlab.toLowerCase()) ?? []) / budgetHours,
  );
  const mean = sum(loads) / loads.length;
  const note = loads.length < 3 ? 'fewer than three SMEs' : 'nobody had work';
  const ratio = (id: string, name: string, of: () => number) =>
    figure({
      id,
      name,
      unit: 'ratio',
      value: loads.length < 3 || mean === 0 ? null : of(),
      n: loads.length,
      note,
      asOf: false,
    });
  return {
    figures: [
      figure({
        id: 'fairness.smes',
        name: 'SMEs in term',
        unit: 'count',
        value: loads.length,
        n: loads.length,
        asOf: false,
      }),
      ratio('fairness.max-to-mean', 'Largest load ÷ mean load', () => Math.max(...loads) / mean),
      ratio('fairness.gini', 'Gini coefficient of the loads', () => gini(loads)),
    ],
    inputs: begun.map(({ history }) => history.iid),
  };
}

/** The Gini coefficient of some numbers, not negative and not all 0; between 0 and (n − 1) ÷ n. */
function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const weighted = sum(sorted.map((value, index) => (index + 1) * value));
  return Math.max(0, (2 * weighted) / (n * sum(sorted)) - (n + 1) / n);
}
