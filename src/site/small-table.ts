import type { Unit } from '../domain/metrics/figure.ts';
import { element } from './element.ts';
import type { Told } from './lookup.ts';
import { toldText } from './words.ts';

/** A line of the table behind a chart. */
export interface SmallRow extends Told {
  readonly name: string;
}

/** The figures of a chart as a table: what it is called, what its first column is, and a row for each mark. */
export function smallTable(
  caption: string,
  head: string,
  unit: Unit,
  rows: readonly SmallRow[],
): HTMLTableElement {
  const columns = [head, 'Value', 'n'].map((name) => element('th', { scope: 'col' }, name));
  const lines = rows.map((row) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, row.name),
      element('td', { class: row.value === null ? 'none' : 'number' }, toldText(row, unit)),
      element('td', { class: 'number' }, String(row.n)),
    ),
  );
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...columns)),
    element('tbody', {}, ...lines),
  );
}
