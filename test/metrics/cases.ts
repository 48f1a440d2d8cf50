import type { Period } from '../../src/domain/metrics/facts.ts';
import type { MeasureInput } from '../../src/domain/metrics/program-history.ts';
import { wildProgram } from './generate/program.ts';
import { monthStart } from './oracle/calendar.ts';

/** A generated program, with a period to measure in it. */
export interface Case {
  readonly program: MeasureInput;
  readonly period: Period;
  /** Whether one area in one region is asked for as well. */
  readonly cells: boolean;
}

type Kind = 'month' | 'month, not over' | 'last month' | 'quarter' | 'quarter, not over' | 'quarter so far';

const kinds: readonly Kind[] = [
  'month',
  'quarter',
  'last month',
  'quarter, not over',
  'month, not over',
  'quarter so far',
];

/** The months of a period in the fourteen from October 2025 on, as the first of them and how many they are. */
function monthsOf(kind: Kind, seed: number): readonly [first: number, many: number] {
  const month = 10 + (seed % 13);
  const quarter = 10 + 3 * (seed % 4);
  if (kind === 'last month') return [22, 1];
  if (kind === 'quarter so far') return [quarter, 1 + (seed % 2)];
  return kind.startsWith('quarter') ? [quarter, 3] : [month, 1];
}

/** The case of a seed: periods of every kind take turns. The last moment is that at which the program was read. */
export function caseOf(seed: number): Case {
  const program = wildProgram(seed);
  const { timezone } = program.config.calendar;
  const kind = kinds[seed % kinds.length] ?? 'month';
  const [first, many] = monthsOf(kind, Math.floor(seed / kinds.length));
  const from = monthStart(timezone, 2025, first);
  const to = monthStart(timezone, 2025, first + many);
  const now = kind.endsWith('not over') ? from + Math.round((to - from) * 0.6) : program.now;
  return { program: { ...program, now }, period: { from, to, name: kind }, cells: seed % 4 === 0 };
}

/** The seeds from one up to, and without, another. */
export function seeds(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
