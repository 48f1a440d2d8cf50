import type { Config } from '../../config/types.ts';
import { type BaselineGoal, metricDefinitions } from './definitions.ts';
import type { Period } from './facts.ts';
import {
  type Baseline,
  configuredBaseline,
  type GoalKey,
  type GoalStatus,
  goalStatus,
  measuredBaseline,
  noBaseline,
} from './goal-status.ts';
import { type MeasureInput, type Measurement, measure } from './measure.ts';
import { monthsPeriod, previousMonth } from './month.ts';

/** One figure that has a goal, beside what it is compared with. Percent, or hours. */
export interface Standing {
  readonly key: GoalKey;
  readonly metric: number;
  readonly value: number | null;
  /** What the value was made from: opportunities, or requests. */
  readonly n: number;
  /** The same figure of the month before; null: none. */
  readonly previous: number | null;
  readonly baseline: Baseline;
  readonly status: GoalStatus;
}

const metricOf: Readonly<Record<GoalKey, 1 | 5>> = {
  'technical-win-rate': 1,
  'time-to-assigned': 5,
  'time-to-engaged': 5,
};

function figureOf({ overall }: Measurement, key: GoalKey): { value: number | null; n: number } {
  const { efficiency, winRate } = overall;
  switch (key) {
    case 'technical-win-rate':
      if (winRate.kind === 'not-available') return { value: null, n: 0 };
      return { value: winRate.rate, n: winRate.closed };
    case 'time-to-assigned':
      return { value: efficiency.toAssigned.mean, n: efficiency.toAssigned.n };
    case 'time-to-engaged':
      return { value: efficiency.toEngaged.mean, n: efficiency.toEngaged.n };
    default:
      return key satisfies never;
  }
}

function goalOf(key: GoalKey): BaselineGoal | null {
  return metricDefinitions.find(({ number }) => number === metricOf[key])?.against ?? null;
}

/** The baseline of each figure, as `metrics.baseline` is set: none, figures, or a period to measure now. */
function baselines(input: MeasureInput, setting: Config['metrics']['baseline']): (key: GoalKey) => Baseline {
  switch (setting.kind) {
    case 'none':
      return () => noBaseline;
    case 'figures':
      return (key) => configuredBaseline(setting.figures, key);
    case 'period': {
      const timezone = input.config.calendar.timezone;
      const period = monthsPeriod(setting.from.slice(0, 7), setting.to.slice(0, 7), timezone);
      if (period === null) return () => measuredBaseline(null, `${setting.from} to ${setting.to}`);
      const measured = measure(input, period);
      return (key) => measuredBaseline(figureOf(measured, key).value, period.name);
    }
    default:
      return setting satisfies never;
  }
}

function monthBefore(input: MeasureInput, period: Period): Measurement | null {
  const previous = previousMonth(period.name, input.config.calendar.timezone);
  return previous === null ? null : measure(input, previous);
}

/** How the figures that have a goal stand: against the baseline, and against the month before. */
export function standings(
  input: MeasureInput,
  measured: Measurement,
  setting: Config['metrics']['baseline'],
): Standing[] {
  const previous = monthBefore(input, measured.period);
  const baselineOf = baselines(input, setting);
  const found: Standing[] = [];
  for (const key of ['technical-win-rate', 'time-to-assigned', 'time-to-engaged'] as const) {
    const goal = goalOf(key);
    if (goal === null) continue;
    const { value, n } = figureOf(measured, key);
    const baseline = baselineOf(key);
    found.push({
      key,
      metric: metricOf[key],
      value,
      n,
      previous: previous === null ? null : figureOf(previous, key).value,
      baseline,
      status: goalStatus(value, baseline, goal),
    });
  }
  return found;
}
