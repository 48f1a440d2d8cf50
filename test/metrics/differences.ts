import { groupKey } from '../../src/domain/metrics/group.ts';
import type { Measurement } from '../../src/domain/metrics/measure.ts';
import type { Figures, Told } from './oracle/told.ts';
import { mustBeWithheld } from './oracle/withheld.ts';

function isClose(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

function text({ value, n }: Told): string {
  return `${value} (n = ${n})`;
}

/** What a measurement says and the oracle does not, or the other way round, as `area:ai/1.rate: 50 (n = 2), expected …`. */
export function differences(
  measured: Measurement,
  expected: ReadonlyMap<string, Figures>,
  minimumN: number,
): string[] {
  const withheld = mustBeWithheld(expected, minimumN);
  const found: string[] = [];
  const groups = new Set<string>();
  for (const { group, figures } of measured.groups) {
    const name = groupKey(group);
    groups.add(name);
    const wanted = expected.get(name);
    for (const { id, value, n, note } of figures) {
      const figure = wanted?.get(id);
      const told =
        figure !== undefined && withheld.has(`${name}/${id}`) ? { ...figure, value: null } : figure;
      if (told === undefined) found.push(`${name}/${id}: ${text({ value, n })}, not expected`);
      else if (!isClose(value, told.value) || n !== told.n) {
        found.push(`${name}/${id}: ${text({ value, n })}, expected ${text(told)}`);
      } else if ((value === null) === (note === ''))
        found.push(`${name}/${id}: ${value} with the note "${note}"`);
    }
    const ids = new Set(figures.map(({ id }) => id));
    for (const id of wanted?.keys() ?? []) if (!ids.has(id)) found.push(`${name}/${id}: missing`);
  }
  for (const name of expected.keys()) if (!groups.has(name)) found.push(`${name}: missing`);
  return found;
}
