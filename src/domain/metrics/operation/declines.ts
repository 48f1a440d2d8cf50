import { reasonSlug } from '../../workflow/decline-reason.ts';
import { begunAnew, unnamedReasons } from '../facts.ts';
import { countFigure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';

/** Requests that approvers declined, by reason. */
export const declines: Metric = {
  definition: {
    key: 'declines',
    number: null,
    name: 'Declines',
    formula: 'requests that approvers declined, by reason',
    details: [
      'Declined in a period: at the cut-off the request is closed and in `request::declined`, and the first moment at which it was both lies in the period. Each request counts once; one that was opened again before the cut-off does not count.',
      'The reason is the name under `requests.decline_reasons` that the approver’s comment begins with or holds; *in other words* where it holds none, *no reason given* where the decline was closed without one.',
      'Reasons are those of the day it was read: comments and configuration have no history. A request that was declined then, and has begun anew since, is counted as *begun anew since*. The reasons add up to all declines.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'declines.n', head: 'Declined' },
      { figure: `declines.${reasonSlug('in other words')}`, head: 'In other words' },
      { figure: `declines.${reasonSlug('no reason given')}`, head: 'No reason given' },
    ],
    chart: 'declines.n',
  },
  measure,
};

function measure({ config, requests, period }: Scope): MetricResult {
  const { declined } = periodSlice(requests, period.from);
  const names = [...config.requests.declineReasons, ...unnamedReasons, begunAnew];
  const counts = new Map(names.map((name) => [reasonSlug(name), { name, count: 0 }]));
  for (const { history } of declined) {
    const slug = reasonSlug(history.declineReason ?? begunAnew);
    const counted = counts.get(slug) ?? { name: history.declineReason ?? begunAnew, count: 0 };
    counts.set(slug, { ...counted, count: counted.count + 1 });
  }
  return {
    figures: [
      countFigure('declines.n', 'Requests that were declined', declined.length),
      ...[...counts].map(([slug, { name, count }]) =>
        countFigure(`declines.${slug}`, `Declined: ${name}`, count, false),
      ),
    ],
    inputs: declined.map(({ history }) => history.iid),
  };
}
