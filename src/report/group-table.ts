import type { Figure } from '../domain/metrics/figure.ts';
import type { Group } from '../domain/metrics/group.ts';
import type { GroupFigures } from '../domain/metrics/measure.ts';
import { escapeMarkdown, escapeNote } from './escape.ts';
import { isTooFew, valueText } from './figure-text.ts';
import { markdownTable } from './markdown-table.ts';
import { figureIn } from './metric-figures.ts';

/** One column of a table by group: which figure, and what stands above it. */
export interface Column {
  readonly figure: string;
  readonly head: string;
}

const kinds: Readonly<Record<Group['kind'], string>> = {
  overall: '',
  area: 'Area: ',
  region: 'Region: ',
  cell: '',
};

/** A group in the first column of a table. */
function groupName({ kind, name }: Group): string {
  return kind === 'overall' ? `**${name}**` : `${kinds[kind]}${escapeMarkdown(name)}`;
}

/**
 * Figures by group. A cell without a value says “not available” with a number, and why stands under the table once.
 * Groups in which nothing was counted are left out, and those that the figures are not defined for.
 */
export function groupTable(groups: readonly GroupFigures[], columns: readonly Column[]): string {
  const reasons: string[] = [];
  const rows = groups
    .filter((group) => isTold(group, columns))
    .map((group) => [
      groupName(group.group),
      ...columns.map(({ figure }) => cell(figureIn(group, figure), reasons)),
    ]);
  const table = markdownTable(['Group', ...columns.map(({ head }) => escapeNote(head))], rows);
  if (reasons.length === 0) return table;
  return `${table}\n\n${reasons.map((reason, index) => `(${index + 1}) ${escapeNote(reason)}`).join(' · ')}`;
}

function isTold(group: GroupFigures, columns: readonly Column[]): boolean {
  const figures = columns.flatMap(({ figure }) => figureIn(group, figure) ?? []);
  if (group.group.kind === 'overall') return true;
  const isCounted = figures.some(({ value }) => value !== null);
  return figures.length > 0 && (!isCounted || figures.some(({ value, n }) => n > 0 || (value ?? 0) !== 0));
}

function cell(figure: Figure | undefined, reasons: string[]): string {
  if (figure === undefined) return '–';
  const { value, unit, note } = figure;
  if (value !== null) return valueText(value, unit);
  if (isTooFew(note)) return escapeNote(note);
  if (note === '') return 'not available';
  if (!reasons.includes(note)) reasons.push(note);
  return `not available (${reasons.indexOf(note) + 1})`;
}
