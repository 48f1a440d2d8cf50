import { csv } from '../report/site/csv.ts';
import { element, part } from './element.ts';
import {
  type Column,
  cellsOf,
  columns,
  filtered,
  linesOf,
  type Order,
  sorted,
  tableRows,
} from './table-rows.ts';
import type { View } from './view.ts';

/** More rows than these are only drawn when somebody asks for them. */
const atFirst = 60;

const heads: Readonly<Record<Column, string>> = {
  period: 'Period',
  group: 'Area or region',
  metric: 'Metric',
  name: 'Figure',
  value: 'Value',
  n: 'n',
};

/** The columns that hold numbers. */
const numeric: ReadonlySet<Column> = new Set<Column>(['value', 'n']);

function headCell(column: Column, { column: by, descending }: Order): HTMLElement {
  const isSorted = column === by;
  const sign = isSorted ? (descending ? ' ▼' : ' ▲') : '';
  const button = element(
    'button',
    { type: 'button', 'data-column': column },
    heads[column],
    element('span', { 'aria-hidden': 'true' }, sign),
  );
  const way = descending ? 'descending' : 'ascending';
  const attributes = { scope: 'col', 'aria-sort': isSorted ? way : 'none' };
  return element('th', numeric.has(column) ? { ...attributes, class: 'number' } : attributes, button);
}

function bodyRow(cells: readonly string[], hasValue: boolean): HTMLElement {
  const made = cells.map((text, index) => {
    const column = columns[index];
    const isNumber = column !== undefined && numeric.has(column);
    if (column === 'value' && !hasValue) return element('td', { class: 'none' }, text);
    return element('td', isNumber ? { class: 'number' } : {}, text);
  });
  return element('tr', {}, ...made);
}

/** The table of all figures, with its filter, its order and its own file to take away. Gives what shows a view. */
export function figuresTable(say: (text: string) => void): (view: View) => void {
  const [filter, everywhere] = [part('table-filter'), part('table-everywhere')];
  if (!(filter instanceof HTMLInputElement) || !(everywhere instanceof HTMLInputElement)) return () => {};
  const [head, body, count, more] = ['table-head', 'table-body', 'table-count', 'table-more'].map(part);
  let order: Order = { column: 'period', descending: true };
  let limit = atFirst;
  let shown: View | null = null;

  const rowsNow = () =>
    shown === null ? [] : sorted(filtered(tableRows(shown, everywhere.checked), filter.value), order);

  function draw(): void {
    const rows = rowsNow();
    const drawn = rows.slice(0, limit);
    head?.replaceChildren(element('tr', {}, ...columns.map((column) => headCell(column, order))));
    body?.replaceChildren(...drawn.map((row) => bodyRow(cellsOf(row), row.value !== null)));
    count?.replaceChildren(
      `${rows.length} figures${drawn.length < rows.length ? `, the first ${drawn.length} shown` : ''}.`,
    );
    more?.toggleAttribute('hidden', drawn.length === rows.length);
  }

  function redraw(): void {
    limit = atFirst;
    draw();
    say(`${rowsNow().length} figures in the table.`);
  }

  head?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const column = columns.find((each) => each === button?.dataset.column);
    if (column === undefined) return;
    order = { column, descending: order.column === column ? !order.descending : false };
    draw();
    head.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus();
    say(`Sorted by ${heads[column]}, ${order.descending ? 'descending' : 'ascending'}.`);
  });
  filter.addEventListener('input', redraw);
  everywhere.addEventListener('change', redraw);
  more?.addEventListener('click', () => {
    limit = Number.POSITIVE_INFINITY;
    draw();
    filter.focus();
  });
  part('table-csv').addEventListener('click', () => takeAway('figures-shown.csv', csv(linesOf(rowsNow()))));
  return (view) => {
    shown = view;
    limit = atFirst;
    draw();
  };
}

function takeAway(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  element('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
