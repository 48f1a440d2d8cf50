/** Where a metric should go, compared with the baseline; null: the goal is not one against the baseline. */
export interface BaselineGoal {
  readonly direction: 'higher' | 'lower';
  /** Relative change that is asked for: 0.1 is ten percent. */
  readonly change: number;
  readonly within: string;
}

/** One of the eight metrics of the program. */
export interface MetricDefinition {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly name: string;
  /** The definition that is used, as one sentence with its formula. */
  readonly formula: string;
  /** How exactly it is counted; empty where the desk does not measure it yet. */
  readonly details: readonly string[];
  readonly goal: string;
  readonly against: BaselineGoal | null;
  /** Whether this version of the desk measures it. */
  readonly measured: boolean;
}

const technicalWinRate: MetricDefinition = {
  number: 1,
  name: 'Technical win rate',
  formula: 'won ÷ closed opportunities with an engagement that took place',
  details: [
    'An engagement took place when its request reached `request::awaiting-feedback` or `request::completed` before the cut-off, and the requester did not answer that it did not take place or was moved.',
    'An opportunity belongs to the period of its close date in Salesforce, or of the day it was read on, whichever is earlier, and counts once however many requests name it. In the figures by area or region it counts once in each area or region it had an engagement in.',
    'Beside it stands the literal formula of the program: won ÷ all opportunities with an engagement that took place, those still open included.',
    'Opportunities that were deleted in Salesforce are in no figure; their number is told.',
    'Without Salesforce it is not available, never 0.',
    'A baseline that is given as a figure stands under `technical-win-rate`, in percent.',
  ],
  goal: '10 % (relative) over the baseline within 12 months',
  against: { direction: 'higher', change: 0.1, within: '12 months' },
  measured: true,
};

const engagementEfficiency: MetricDefinition = {
  number: 5,
  name: 'Engagement efficiency',
  formula:
    'time from submission to the first assignment, and to the first engagement: mean, median, 90th percentile',
  details: [
    'The requests of a period are those submitted in it, whatever became of them up to the cut-off.',
    'Assigned: the first time the desk set `request::assigned`. Engaged: the first time it set `request::engaged` (the SME accepted); without that, the agreed date of an engagement that took place.',
    'Times are hours of the clock, not business hours, from the events GitLab keeps. While the issue is closed the time stands still.',
    'The median of an even number of times is the mean of the two in the middle. The 90th percentile is the smallest time that at least 90 % of the requests did not exceed.',
    'Still waiting: open at the cut-off and not there. Ended before: closed without getting there. With the ones that got there they add up to all requests.',
    'Beside it stands the literal formula of the program: the sum of (assignment − submission) ÷ **all** requests, those not assigned included, closed time not taken out. It falls when more requests wait, so it is never compared with a goal.',
    'Baselines that are given as figures stand under `time-to-assigned` and `time-to-engaged`, in hours.',
    'Time in `request::needs-info` is part of these times and shown apart, for the requests that were in it.',
  ],
  goal: '20 % less than the baseline (mean time to assignment, mean time to engagement) within 6 months',
  against: { direction: 'lower', change: 0.2, within: '6 months' },
  measured: true,
};

function later(
  number: MetricDefinition['number'],
  name: string,
  formula: string,
  goal: string,
): MetricDefinition {
  return { number, name, formula, details: [], goal, against: null, measured: false };
}

/**
 * The eight metrics: the one table from which reports, the wiki page `metrics` and `docs/metrics.md` are made
 * (`docs/rules.md#metrics`).
 */
export const metricDefinitions: readonly MetricDefinition[] = [
  technicalWinRate,
  later(
    2,
    'Feedback loop',
    'feedback items submitted, updates received from product managers, items resolved in the quarter',
    'at least 5 improvements a quarter',
  ),
  later(
    3,
    'Pipeline growth',
    'amount of open opportunities with SME involvement at the end of the quarter against the end of the previous one; previous 0: not defined',
    '15 % a quarter',
  ),
  later(
    4,
    'Stage progression',
    'entered the next stage ÷ were in the stage during the period, for stages 2 to 3 and 3 to 4; opportunities with an SME against the rest',
    '25 % better than the rest',
  ),
  engagementEfficiency,
  later(6, 'Customer satisfaction', 'NPS = % of answers 9–10 − % of answers 0–6', '50 or more'),
  later(
    7,
    'Knowledge transfer',
    'sessions held and articles published, in total and per SME',
    '4 sessions and 10 articles per SME a quarter',
  ),
  later(
    8,
    'Stack Overflow',
    'tagged questions answered by an SME ÷ all tagged questions; mean upvotes of the SMEs’ answers',
    '90 % answered; 5 upvotes',
  ),
];
