import { distribution } from '../distribution.ts';
import { countFigure, figure, shareFigure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { hasOneSme, ofOneSme } from '../one-sme.ts';
import { periodSlice } from '../period-slice.ts';

/** What requesters think of the engagements. */
export const ratings: Metric = {
  definition: {
    key: 'ratings',
    number: null,
    name: 'Ratings',
    formula: 'mean of the requesters’ ratings, 1 to 5',
    details: [
      'The engagements of a period: requests that took place and that the desk set to `request::completed`, for the first time, in the period, up to the cut-off.',
      'Answered: those with a rating ÷ all of them. The mean is that of the ratings.',
      'In an area with one SME the mean would be that person’s: it stands in their own record only.',
      'A rating stands from the moment the desk closed the request with it.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'ratings.n', head: 'Ratings' },
      { figure: 'ratings.answered', head: 'Answered' },
      { figure: 'ratings.mean', head: 'Mean' },
    ],
    chart: 'ratings.mean',
  },
  measure,
};

function measure(scope: Scope): MetricResult {
  const { requests, period, group } = scope;
  const { completed } = periodSlice(requests, period.from);
  const { n, mean } = distribution(completed.flatMap(({ history }) => history.rating ?? []));
  const isOfOne = n > 0 && group.kind === 'area' && hasOneSme(group, scope);
  return {
    figures: [
      countFigure('ratings.n', 'Ratings', n),
      shareFigure(
        'ratings.answered',
        'Completed engagements with a rating',
        n,
        completed.length,
        'no engagement was completed',
      ),
      figure({
        id: 'ratings.mean',
        name: 'Mean rating',
        unit: 'score',
        value: isOfOne ? null : mean,
        n,
        note: isOfOne ? ofOneSme : 'nobody has rated',
        guarded: true,
      }),
    ],
    inputs: completed.map(({ history }) => history.iid),
  };
}
