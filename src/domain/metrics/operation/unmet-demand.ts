import { countFigure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';
import type { RequestTimes } from '../request-times.ts';

/** Requests that nobody could take, at first or at all. */
export const unmetDemand: Metric = {
  definition: {
    key: 'unmet-demand',
    number: null,
    name: 'Unmet demand',
    formula: 'requests that nobody could take',
    details: [
      'The requests of a period are those submitted in it, whatever became of them up to the cut-off.',
      'Waitlisted: the desk has set `request::waitlisted` before the cut-off, once or often, whatever came after.',
      'Still waiting: open and in `request::waitlisted` at the cut-off.',
      'Never served: closed at the cut-off, after it was waitlisted, without `request::assigned` ever set.',
      'Still waiting and never served are part of waitlisted.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'unmet-demand.waitlisted', head: 'Waitlisted' },
      { figure: 'unmet-demand.waiting', head: 'Still waiting' },
      { figure: 'unmet-demand.never-served', head: 'Never served' },
    ],
    chart: 'unmet-demand.waitlisted',
  },
  measure,
};

function wasWaitlisted({ timeline, cutOff }: RequestTimes): boolean {
  return (timeline.firstSet.get('waitlisted') ?? cutOff) < cutOff;
}

function measure({ requests, period }: Scope): MetricResult {
  const { submitted } = periodSlice(requests, period.from);
  const waitlisted = submitted.filter(wasWaitlisted);
  const waiting = waitlisted.filter(({ state, openAtCutOff }) => openAtCutOff && state === 'waitlisted');
  const neverServed = waitlisted.filter(
    ({ assignedAt, openAtCutOff }) => !openAtCutOff && assignedAt === null,
  );
  return {
    figures: [
      countFigure('unmet-demand.waitlisted', 'Requests that were waitlisted', waitlisted.length),
      countFigure('unmet-demand.waiting', 'Requests still on the waitlist', waiting.length),
      countFigure(
        'unmet-demand.never-served',
        'Waitlisted requests that ended without an SME',
        neverServed.length,
      ),
    ],
    inputs: submitted.map(({ history }) => history.iid),
  };
}
