import type { SiteData } from '../../src/report/site/site-data.ts';

/** A figure as the data has it: read anew from the published JSON, with none of the code of the page. */
export interface Expected {
  readonly period: string;
  readonly area: string | null;
  readonly region: string | null;
  readonly kind: string;
  readonly figure: string;
  readonly name: string;
  readonly value: number | null;
  readonly n: number;
  readonly note: string;
}

/** Every figure of the data, one by one. */
export function expectedFigures(data: SiteData): Expected[] {
  const all: Expected[] = [];
  for (const row of data.rows) {
    const period = data.periods[row.period];
    const group = data.groups[row.group];
    if (period === undefined || group === undefined) throw new Error('A row points to nothing.');
    for (let place = 0; place < data.figures.length; place += 1) {
      const figure = data.figures[place];
      const n = row.n[place];
      if (figure === undefined || n === null || n === undefined) continue;
      all.push({
        period: period.name,
        area: group.area,
        region: group.region,
        kind: group.kind,
        figure: figure.id,
        name: figure.name,
        value: row.value[place] ?? null,
        n,
        note: data.notes[row.note[place] ?? 0] ?? '',
      });
    }
  }
  return all;
}
