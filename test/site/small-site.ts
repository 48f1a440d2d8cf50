import type { Group } from '../../src/domain/metrics/group.ts';
import type { SiteData, SitePeriod } from '../../src/report/site/site-data.ts';
import type { SiteRow } from '../../src/report/site/site-rows.ts';

function period(kind: SitePeriod['kind'], name: string, cutOff = '2026-11-01T00:00:00.000Z'): SitePeriod {
  return { kind, name, from: '2026-08-01T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z', cutOff };
}

function group(kind: Group['kind'], name: string, area: string | null, region: string | null): Group {
  return {
    kind,
    key: [area, region].filter((each) => each !== null).join('/') || 'overall',
    name,
    area,
    region,
  };
}

/** Figures in their order: requests, share won, NPS. Null n: not defined. */
function row(place: readonly [period: number, group: number], values: readonly (number | null)[]): SiteRow {
  const [at, of] = place;
  const n = values.map((value, index) => (of === 3 && index === 2 ? null : (value ?? 2)));
  return { period: at, group: of, value: values, n, note: values[2] === null ? { 2: 1 } : {} };
}

const baseline = { kind: 'value', value: 60 } as const;

/** Three months and a quarter of a small program: two areas, one region, one cell. */
export const smallSite: SiteData = {
  version: 1,
  program: 'SME Program',
  project: 'https://gitlab.example.com/acme/sme-desk',
  revisions: { code: 'c0ffee', config: 'deadbeef' },
  readOn: '2026-11-02T05:40:00.000Z',
  minimumN: 5,
  metrics: [
    {
      key: 'technical-win-rate',
      number: 1,
      name: 'Technical win rate',
      formula: 'won ÷ closed',
      details: [],
      goal: '10 % over the baseline',
      chart: '1.rate',
      goals: [
        {
          figure: '1.rate',
          name: 'won ÷ closed',
          span: 'month',
          target: { kind: 'baseline', key: 'technical-win-rate', direction: 'higher', change: 0.1 },
          baseline,
        },
        {
          figure: '6.nps',
          name: 'NPS',
          span: 'quarter',
          target: { kind: 'fixed', direction: 'higher', value: 50 },
          baseline: { kind: 'none', reason: 'none needed' },
        },
      ],
    },
  ],
  figures: [
    { id: '5.requests', name: 'Requests submitted', unit: 'count', asOf: true, metric: 'technical-win-rate' },
    { id: '1.rate', name: 'Won ÷ closed', unit: 'percent', asOf: true, metric: 'technical-win-rate' },
    { id: '6.nps', name: 'NPS', unit: 'score', asOf: false, metric: 'technical-win-rate' },
  ],
  groups: [
    group('overall', 'Overall', null, null),
    group('area', 'AI', 'ai', null),
    group('area', 'Agile', 'agile', null),
    group('region', 'EMEA', null, 'emea'),
    group('cell', 'AI, EMEA', 'ai', 'emea'),
  ],
  periods: [
    period('month', '2026-08'),
    period('month', '2026-09'),
    period('month', '2026-10'),
    period('quarter', '2026-Q3'),
  ],
  notes: ['', 'n = 2, too few'],
  rows: [
    row([0, 0], [10, 50, 40]),
    row([1, 0], [12, 62.5, null]),
    row([2, 0], [9, 70, 55]),
    row([3, 0], [22, 58, 48]),
    row([2, 1], [6, 80, null]),
    row([2, 2], [3, null, null]),
    row([2, 3], [9, 70, null]),
  ],
};
