import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../src/domain/metrics/measure.ts';
import { siteMeasurements } from '../../../src/reconcile/publish/site-measurements.ts';
import { figuresCsv } from '../../../src/report/site/figures-csv.ts';
import { siteData } from '../../../src/report/site/site-data.ts';
import { generatedHistory } from '../../builders/program-history.ts';
import { reportInput } from '../sample-pages.ts';

const history = generatedHistory({ requests: 120 });
const { months, quarters } = siteMeasurements(history);
const data = siteData(reportInput(history), months, quarters);

function told(period: string, kind: string, key: string, figure: string) {
  const row = data.rows.find(
    (each) =>
      data.periods[each.period]?.name === period &&
      data.groups[each.group]?.kind === kind &&
      data.groups[each.group]?.key === key,
  );
  const place = data.figures.findIndex(({ id }) => id === figure);
  return { value: row?.value[place], n: row?.n[place], note: data.notes[row?.note[place] ?? 0] };
}

describe('the data of the dashboard', () => {
  it('has every measured figure of every group and period, rounded to two decimals', () => {
    let compared = 0;
    for (const measured of [...months, ...quarters]) {
      for (const { group, figures } of measured.groups) {
        for (const { id, value, n, note } of figures) {
          const rounded = value === null ? null : Math.round(value * 100) / 100;
          expect(told(measured.period.name, group.kind, group.key, id)).toEqual({ value: rounded, n, note });
          compared += 1;
        }
        if (compared > 4000) return;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('tells no rating, NPS or amount of one area in one region, nor of fewer than the minimum', () => {
    const guarded = new Set(
      months
        .flatMap(({ groups }) => groups.flatMap(({ figures }) => figures.filter((each) => each.guarded)))
        .map(({ id }) => id),
    );
    const shown = data.rows.flatMap((row) =>
      data.figures.flatMap(({ id }, place) => {
        const value = row.value[place] ?? null;
        return guarded.has(id) && value !== null
          ? [{ group: data.groups[row.group], n: row.n[place] ?? 0 }]
          : [];
      }),
    );

    expect(guarded.size).toBeGreaterThan(3);
    expect(shown.length).toBeGreaterThan(0);
    const few = shown.filter(({ n }) => n > 0 && n < data.minimumN);

    expect([...few, ...shown.filter(({ group }) => group?.kind === 'cell')]).toEqual([]);
  });

  it('names no person, no opportunity and no issue', () => {
    const text = `${JSON.stringify(data)}${figuresCsv(data)}`;
    const people = history.config.roster.flatMap(({ gitlab, name }) => [`"${gitlab}"`, name]);
    const opportunities = history.facts.requests.flatMap(({ opportunityId }) => opportunityId ?? []);

    expect(opportunities.length).toBeGreaterThan(10);
    expect([...people, ...opportunities].filter((each) => text.includes(each))).toEqual([]);
    expect(text).not.toMatch(/"inputs"/);
  });

  it('gives each goal its baseline, measured over the configured period', () => {
    const goal = data.metrics
      .flatMap(({ goals }) => goals)
      .find(({ figure }) => figure === '5.assigned.mean');

    expect(goal?.baseline.kind).toBe('value');
  });

  it('is the same for the same history', () => {
    const again = generatedHistory({ requests: 120 });
    const measured = siteMeasurements(again);

    expect(JSON.stringify(siteData(reportInput(again), measured.months, measured.quarters))).toBe(
      JSON.stringify(data),
    );
  });

  it('of a program without requests has periods and goals all the same', () => {
    const none = generatedHistory({ requests: 0 });
    const measured = siteMeasurements(none);
    const empty = siteData(reportInput(none), measured.months, measured.quarters);

    expect(empty.periods.length).toBeGreaterThan(0);
    expect(empty.metrics.length).toBe(data.metrics.length);
    expect(empty.groups[0]?.kind).toBe('overall');
  });
});

describe('the figures as CSV', () => {
  const [head, ...lines] = figuresCsv(data).trimEnd().split('\r\n');

  it('stand on one line each, with the period and the group they are about', () => {
    const last = months.at(-1);
    const requests = last === undefined ? undefined : figureOf(last, '5.requests');

    expect(head).toBe('period,group,area,region,metric,figure,name,unit,value,n,note');
    expect(lines).toContain(
      `${last?.period.name},overall,,,engagement-efficiency,5.requests,Requests submitted,count,${requests?.value},${requests?.n},`,
    );
  });

  it('of one area in one region are only those that something stands behind', () => {
    const cells = lines.filter((line) => line.split(',')[1] === 'cell');

    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((line) => /,0,[^,]*$/.test(line))).toEqual([]);
  });
});
