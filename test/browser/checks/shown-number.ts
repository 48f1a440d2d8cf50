import type { Unit } from '../../../src/domain/metrics/figure.ts';

/** How far a shown number may be from its value: half of the last digit that is shown. */
const tolerance: Readonly<Record<Unit, number>> = {
  count: 0.05,
  percent: 0.05,
  hours: 0.05,
  score: 0.05,
  ratio: 0.005,
  amount: 0.5,
};

/** Whether a text shows a value, up to the digits that are shown; of a missing value, whether it says so. */
export function showsValue(text: string, value: number | null, note: string, unit: Unit): boolean {
  if (value === null) return note !== '' ? text.includes(note) : /not available/i.test(text);
  const number = Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));
  return text !== '' && Math.abs(number - value) <= tolerance[unit] + 1e-9;
}
