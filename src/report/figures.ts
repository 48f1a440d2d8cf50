import type { EngagementEfficiency, Waiting } from '../domain/metrics/engagement-efficiency.ts';
import type { GroupFigures, Measurement } from '../domain/metrics/measure.ts';
import type { TechnicalWinRate } from '../domain/metrics/technical-win-rate.ts';

/** What a value counts; ratings and amounts are told only where enough people stand behind them. */
export type Unit = 'count' | 'percent' | 'hours' | 'rating' | 'amount';

/** One published number, or why there is none. `key` names it in every report alike. */
export interface Figure {
  readonly key: string;
  /** The group it is about: `Overall`, or the name of an area or region. */
  readonly scope: string;
  readonly name: string;
  readonly unit: Unit;
  readonly value: number | null;
  /** What the value was made from. */
  readonly n: number;
  /** Why the value is null; empty where it is not. */
  readonly note: string;
}

type Row = Omit<Figure, 'key' | 'scope' | 'note'> & { readonly id: string; readonly note?: string };

function count(id: string, name: string, value: number): Row {
  return { id, name, unit: 'count', value, n: value };
}

function waitingRows(id: string, name: string, waiting: Waiting, requests: number): Row[] {
  const note = 'no request got there';
  const hours = (part: 'mean' | 'median' | 'p90', what: string): Row => ({
    id: `${id}.${part}`,
    name: `${name}: ${what}`,
    unit: 'hours',
    value: waiting[part],
    n: waiting.n,
    note,
  });
  return [
    count(`${id}.n`, `${name}: requests that got there`, waiting.n),
    hours('mean', 'mean'),
    hours('median', 'median'),
    hours('p90', '90th percentile'),
    count(`${id}.waiting`, `${name}: still waiting`, waiting.waiting),
    count(`${id}.ended`, `${name}: ended before`, waiting.ended),
    {
      id: `${id}.literal`,
      name: `${name}: sum ÷ all requests`,
      unit: 'hours',
      value: waiting.literal,
      n: requests,
      note,
    },
  ];
}

function efficiencyRows({ requests, toAssigned, toEngaged, needsInfo }: EngagementEfficiency): Row[] {
  const apart = { unit: 'hours', n: needsInfo.n, note: 'no request was in it' } as const;
  return [
    count('5.requests', 'Requests submitted', requests),
    ...waitingRows('5.assigned', 'Submitted to assigned', toAssigned, requests),
    ...waitingRows('5.engaged', 'Submitted to engaged', toEngaged, requests),
    count('5.needs-info.n', 'Requests in needs-info', needsInfo.n),
    { id: '5.needs-info.mean', name: 'Time in needs-info: mean', value: needsInfo.mean, ...apart },
    { id: '5.needs-info.median', name: 'Time in needs-info: median', value: needsInfo.median, ...apart },
  ];
}

function winRateRows(winRate: TechnicalWinRate): Row[] {
  const rate = (id: string, name: string, value: number | null, n: number, note: string): Row => ({
    id,
    name,
    unit: 'percent',
    value,
    n,
    note,
  });
  const names = ['Technical win rate', 'Technical win rate: won ÷ all'] as const;
  if (winRate.kind === 'not-available') {
    return [
      rate('1.rate', names[0], null, 0, winRate.reason),
      rate('1.literal', names[1], null, 0, winRate.reason),
    ];
  }
  return [
    count('1.won', 'Opportunities won', winRate.won),
    count('1.closed', 'Opportunities closed', winRate.closed),
    count('1.all', 'Opportunities, open ones included', winRate.all),
    rate('1.rate', names[0], winRate.rate, winRate.closed, 'none was closed in the period'),
    rate('1.literal', names[1], winRate.literal, winRate.all, 'no engagement took place yet'),
  ];
}

/** Two decimals are more than a reader needs, and hide the last digit of a division. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

function groupRows({ group, efficiency, winRate }: GroupFigures): Figure[] {
  const prefix = group.kind === 'overall' ? 'overall' : `${group.kind}:${group.key}`;
  return [...efficiencyRows(efficiency), ...winRateRows(winRate)].map(({ id, note, value, ...row }) => ({
    ...row,
    key: `${prefix}/${id}`,
    scope: group.name,
    value: rounded(value),
    note: value === null ? (note ?? '') : '',
  }));
}

/** All figures of a measurement as one flat list, overall first: what later reports quote. */
export function figuresOf(measured: Measurement): Figure[] {
  return [measured.overall, ...measured.areas, ...measured.regions].flatMap(groupRows);
}
