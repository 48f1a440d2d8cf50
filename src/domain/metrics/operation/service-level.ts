import { sum } from '../distribution.ts';
import { countFigure, shareFigure } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';

/** How well the program keeps the times it promises. */
export const serviceLevel: Metric = {
  definition: {
    key: 'service-level',
    number: null,
    name: 'Service level',
    formula: 'requests in which every answer came in time, and escalations',
    details: [
      'The requests of a period are those that were open at some time of it, up to the cut-off.',
      'An escalation: the desk sets `sla::breached`, because an approval, a choice by hand or a pick-up is late in the hours of whoever is waited for. A request can have several. What became late and was answered before the desk looked at it again is not seen.',
      'Late: requests with an escalation in the period. Kept: the others ÷ all.',
      'A request that stays open counts in each month it is open in; its escalation only in the one it happened in.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'service-level.requests', head: 'Open requests' },
      { figure: 'service-level.late', head: 'Late' },
      { figure: 'service-level.kept', head: 'Kept' },
      { figure: 'service-level.escalations', head: 'Escalations' },
    ],
    chart: 'service-level.kept',
  },
  measure,
};

function measure({ requests, period, cutOff }: Scope): MetricResult {
  const { open } = periodSlice(requests, period.from);
  const breaches = open.map(
    ({ timeline }) => timeline.breaches.filter((at) => at >= period.from && at < cutOff).length,
  );
  const late = breaches.filter((count) => count > 0).length;
  return {
    figures: [
      countFigure('service-level.requests', 'Requests that were open', open.length),
      countFigure('service-level.late', 'Requests with a late answer', late),
      shareFigure(
        'service-level.kept',
        'Requests with every answer in time',
        open.length - late,
        open.length,
        'no request was open',
      ),
      countFigure('service-level.escalations', 'Escalations', sum(breaches)),
    ],
    inputs: open.map(({ history }) => history.iid),
  };
}
