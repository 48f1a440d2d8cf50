import type { Figure, Unit } from './figures.ts';

const guarded: ReadonlySet<Unit> = new Set<Unit>(['rating', 'amount']);

/** Whether few people stand behind a rating or an amount, so that it could point at one of them. */
function tooFew({ unit, n }: Pick<Figure, 'unit' | 'n'>, minimumN: number): boolean {
  return guarded.has(unit) && n < minimumN;
}

/** A value with its unit: `6.1 h`, `75 %`, `12`. One decimal, none where it would be 0. */
export function valueText(value: number, unit: Unit): string {
  const number = String(Math.round(value * 10) / 10);
  switch (unit) {
    case 'hours':
      return `${number} h`;
    case 'percent':
      return `${number} %`;
    case 'count':
    case 'rating':
    case 'amount':
      return number;
    default:
      return unit satisfies never;
  }
}

/** A figure as people read it. Never 0 for what is not known (`docs/rules.md#metrics`). */
export function figureText(figure: Pick<Figure, 'unit' | 'n' | 'value' | 'note'>, minimumN: number): string {
  if (figure.value === null) return `not available: ${figure.note}`;
  if (tooFew(figure, minimumN)) return `n = ${figure.n}, too few`;
  return valueText(figure.value, figure.unit);
}
