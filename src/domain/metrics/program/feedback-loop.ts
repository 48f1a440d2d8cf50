import { countFigure, shareFigure } from '../figure.ts';
import type { ScopeChange } from '../item-states.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';
import { movedItems, resolvedIn } from './moved-items.ts';

/** Metric 2: what customers say reaches product management, and something becomes of it. */
export const feedbackLoop: Metric = {
  definition: {
    key: 'feedback-loop',
    number: 2,
    name: 'Feedback loop',
    formula:
      'feedback items submitted, updates received from product managers, items resolved in the quarter',
    details: [
      'Feedback items are the issues with `type::customer-feedback`. Submitted: opened in the period.',
      'Updates: each time one of these people has set a `feedback::` label other than `feedback::new` in the period: a product manager of any area; or, for the product manager, a lead of the item’s area or an SME of it (level sme or lead). What the desk or anybody else sets is no update.',
      'Resolved: items that bear `feedback::resolved` at the cut-off and were last set to it in the period. Only the changes of the same people count, so that what somebody else has set or taken off changes nothing.',
      'Who these people are is what the configuration says on the day it was read.',
      'Share of engagements: those that were found to have taken place in the period and for which the desk has opened a feedback item before the cut-off, because the requester has asked for it, ÷ all that took place in it.',
      'An item counts in the area it bears at the cut-off. Items have no region, so no region has figures.',
    ],
    goal: 'at least 5 improvements a quarter',
    goals: [
      {
        figure: '2.resolved',
        name: 'items resolved',
        span: 'quarter',
        target: { kind: 'fixed', direction: 'higher', value: 5 },
      },
    ],
    columns: [
      { figure: '2.submitted', head: 'Submitted' },
      { figure: '2.updates', head: 'Updates' },
      { figure: '2.resolved', head: 'Resolved' },
      { figure: '2.engagements.share', head: 'Engagements with feedback' },
    ],
    chart: '2.resolved',
  },
  measure,
};

function measure(scope: Scope): MetricResult {
  const { group, period, feedback, withFeedback, requests } = scope;
  if (group.region !== null) return { figures: [], inputs: [] };
  const submitted = feedback.filter((item) => item.submittedAt >= period.from);
  const moves = movedItems(scope.config, feedback, scope.cutOff);
  const updates = moves.flatMap(({ changes }) => changes.filter((change) => isUpdate(change, scope)));
  const updated = moves.filter(({ changes }) => changes.some((change) => isUpdate(change, scope)));
  const resolved = moves.filter(({ changes }) => resolvedIn(changes, period.from, scope.cutOff) !== null);
  const { tookPlace } = periodSlice(requests, period.from);
  const withItem = tookPlace.filter(({ history }) => withFeedback.has(history.iid)).length;
  return {
    figures: [
      countFigure('2.submitted', 'Feedback items submitted', submitted.length),
      countFigure('2.updates', 'Updates from product managers', updates.length),
      countFigure('2.resolved', 'Feedback items resolved', resolved.length),
      shareFigure(
        '2.engagements.share',
        'Engagements with a feedback item',
        withItem,
        tookPlace.length,
        'no engagement took place',
      ),
    ],
    inputs: [
      ...submitted.map(({ iid }) => iid),
      ...[...updated, ...resolved].map(({ item }) => item.iid),
      ...tookPlace.map(({ history }) => history.iid),
    ],
  };
}

function isUpdate({ action, value, at }: ScopeChange, { period, cutOff }: Scope): boolean {
  return action === 'add' && value !== 'new' && at >= period.from && at < cutOff;
}
