import { figure, percent } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';

/** Requests that came later than the program asks for. */
export const fastTrack: Metric = {
  definition: {
    key: 'fast-track',
    number: null,
    name: 'Fast track',
    formula: 'requests with less than the lead time ÷ all requests submitted',
    details: [
      'The requests of a period are those submitted in it, up to the cut-off, whatever became of them.',
      'Fast track: less than `requests.lead_time` lay between the submission (or the edit that brought the first date forward) and the first proposed date.',
      'Dates have no history, so they are those of the day it was read.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'fast-track.n', head: 'Fast track' },
      { figure: 'fast-track.share', head: 'Of all' },
    ],
    chart: 'fast-track.share',
  },
  measure,
};

function measure({ requests, period }: Scope): MetricResult {
  const { submitted } = periodSlice(requests, period.from);
  const fast = submitted.filter(({ history }) => history.fastTrack).length;
  return {
    figures: [
      figure({
        id: 'fast-track.n',
        name: 'Requests with less than the lead time',
        unit: 'count',
        value: fast,
        n: fast,
        asOf: false,
      }),
      figure({
        id: 'fast-track.share',
        name: 'Share of the requests submitted',
        unit: 'percent',
        value: percent(fast, submitted.length),
        n: submitted.length,
        note: 'no request was submitted',
        asOf: false,
      }),
    ],
    inputs: submitted.map(({ history }) => history.iid),
  };
}
