/** What a value is measured in. `score` is a mean of marks (ratings, votes), `ratio` one number divided by another. */
export type Unit = 'count' | 'percent' | 'hours' | 'score' | 'ratio' | 'amount';

/** One number of a metric for one group and period, or why there is none. */
export interface Figure {
  /** Number or key of the metric, then what it is: `5.assigned.mean`. Never changes, later reports quote it. */
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly value: number | null;
  /** How many things the value was made from. */
  readonly n: number;
  /** Why the value is null; empty where it is not. */
  readonly note: string;
  /** Ratings, NPS and amounts: with few behind them they could point at one person or customer. */
  readonly guarded: boolean;
  /**
   * Whether the same period gives the same figure whenever it is computed. What is false rests on what was read on a
   * day (votes, surveys, the roster), and no correction is ever written about it.
   */
  readonly asOf: boolean;
}

type Parts = Pick<Figure, 'id' | 'name' | 'unit' | 'value' | 'n'> &
  Partial<Pick<Figure, 'note' | 'guarded' | 'asOf'>>;

/** A figure; `note` is only kept where there is no value. What is not given: not guarded, as of the cut-off. */
export function figure({ note = '', guarded = false, asOf = true, value, ...parts }: Parts): Figure {
  const isNumber = value !== null && Number.isFinite(value);
  return { ...parts, value: isNumber ? value : null, note: isNumber ? '' : note, guarded, asOf };
}

/** A number of things. It always prints. */
export function countFigure(id: string, name: string, value: number, asOf = true): Figure {
  return figure({ id, name, unit: 'count', value, n: value, asOf });
}

/** Part ÷ whole in percent; without a whole there is none, and `note` says why. */
export function shareFigure(id: string, name: string, part: number, whole: number, note: string): Figure {
  return figure({ id, name, unit: 'percent', value: percent(part, whole), n: whole, note });
}

/** A figure that cannot be computed because something is missing: why, never 0. */
export function missingFigure(id: string, name: string, unit: Unit, note: string): Figure {
  return figure({ id, name, unit, value: null, n: 0, note });
}

/** Part ÷ whole in percent, or null: there is no whole. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
