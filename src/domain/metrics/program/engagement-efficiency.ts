import { type Distribution, distribution, sum } from '../distribution.ts';
import { countFigure, type Figure, figure } from '../figure.ts';
import type { Goal, Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';
import type { RequestTimes } from '../request-times.ts';

const hour = 3_600_000;

function goal(figure: string, name: string, key: string): Goal {
  return {
    figure,
    name,
    span: 'month',
    target: { kind: 'baseline', key, direction: 'lower', change: 0.2 },
  };
}

/** Metric 5: how long requesters wait for an SME, and for the engagement. */
export const engagementEfficiency: Metric = {
  definition: {
    key: 'engagement-efficiency',
    number: 5,
    name: 'Engagement efficiency',
    formula:
      'time from submission to the first assignment, and to the first engagement: mean, median, 90th percentile',
    details: [
      'The requests of a period are those submitted in it, whatever became of them up to the cut-off.',
      'Assigned: the first time the desk set `request::assigned`. Engaged: the first time it set `request::engaged` (the SME accepted); without that, when the engagement was found to have taken place.',
      'Times are hours of the clock, not business hours, from the events GitLab keeps. While the issue is closed the time stands still.',
      'The median of an even number of times is the mean of the two in the middle. The 90th percentile is the smallest time that at least 90 % of the requests did not exceed.',
      'Still waiting: open at the cut-off and not there. Ended before: closed without getting there. With the ones that got there they add up to all requests.',
      'Beside it stands the literal formula of the program: the sum of (assignment − submission) ÷ **all** requests, those not assigned included, closed time not taken out. It falls when more requests wait, so it is never compared with a goal.',
      'Baselines that are given as figures stand under `time-to-assigned` and `time-to-engaged`, in hours.',
      'Time in `request::needs-info` is part of these times and shown apart, for the requests that were in it.',
    ],
    goal: '20 % less than the baseline (mean time to assignment, mean time to engagement) within 6 months',
    goals: [
      goal('5.assigned.mean', 'mean to assignment', 'time-to-assigned'),
      goal('5.engaged.mean', 'mean to engagement', 'time-to-engaged'),
    ],
    columns: [
      { figure: '5.requests', head: 'Requests' },
      { figure: '5.assigned.n', head: 'Assigned' },
      { figure: '5.assigned.median', head: 'Median to assigned' },
      { figure: '5.assigned.p90', head: '90 % within' },
      { figure: '5.assigned.waiting', head: 'Waiting' },
      { figure: '5.engaged.n', head: 'Engaged' },
      { figure: '5.engaged.median', head: 'Median to engaged' },
      { figure: '5.needs-info.n', head: 'In needs-info' },
      { figure: '5.needs-info.median', head: 'Median there' },
    ],
    chart: '5.assigned.median',
  },
  measure,
};

function measure({ requests, period }: Scope): MetricResult {
  const { submitted } = periodSlice(requests, period.from);
  const needsInfo = distribution(
    submitted.filter((each) => each.inNeedsInfo > 0).map((each) => each.inNeedsInfo / hour),
  );
  return {
    figures: [
      countFigure('5.requests', 'Requests submitted', submitted.length),
      ...waiting('5.assigned', 'Submitted to assigned', submitted, (each) => [
        each.toAssigned,
        each.assignedAt,
      ]),
      ...waiting('5.engaged', 'Submitted to engaged', submitted, (each) => [each.toEngaged, each.engagedAt]),
      countFigure('5.needs-info.n', 'Requests in needs-info', needsInfo.n),
      hours('5.needs-info.mean', 'Time in needs-info: mean', needsInfo.mean, needsInfo.n, nobodyIn),
      hours('5.needs-info.median', 'Time in needs-info: median', needsInfo.median, needsInfo.n, nobodyIn),
    ],
    inputs: submitted.map(({ history }) => history.iid),
  };
}

const nobodyIn = 'no request was in it';
const notThere = 'no request got there';

function hours(id: string, name: string, value: number | null, n: number, note: string): Figure {
  return figure({ id, name, unit: 'hours', value, n, note });
}

/** How long requests take to one event. `n + waiting + ended` is the number of requests. */
function waiting(
  id: string,
  name: string,
  requests: readonly RequestTimes[],
  reached: (request: RequestTimes) => readonly [number | null, number | null],
): Figure[] {
  const elapsed: number[] = [];
  const raw: number[] = [];
  let still = 0;
  for (const request of requests) {
    const [time, at] = reached(request);
    if (time !== null && at !== null) {
      elapsed.push(time / hour);
      raw.push((at - request.history.submittedAt) / hour);
    } else if (request.openAtCutOff) still += 1;
  }
  const times: Distribution = distribution(elapsed);
  const { n } = times;
  const literal = n === 0 ? null : sum(raw) / requests.length;
  return [
    countFigure(`${id}.n`, `${name}: requests that got there`, n),
    hours(`${id}.mean`, `${name}: mean`, times.mean, n, notThere),
    hours(`${id}.median`, `${name}: median`, times.median, n, notThere),
    hours(`${id}.p90`, `${name}: 90th percentile`, times.p90, n, notThere),
    countFigure(`${id}.waiting`, `${name}: still waiting`, still),
    countFigure(`${id}.ended`, `${name}: ended before`, requests.length - n - still),
    hours(`${id}.literal`, `${name}: sum ÷ all requests`, literal, requests.length, notThere),
  ];
}
