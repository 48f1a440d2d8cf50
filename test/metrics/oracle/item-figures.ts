import type { CollateralItem, FeedbackItem, ItemHistory } from '../../../src/domain/metrics/facts.ts';
import { labelMoves, type Move, standing } from './label-moves.ts';
import { type Asked, countedArea, isInPeriod } from './question.ts';
import { serving } from './smes.ts';
import { count, share, type Told } from './told.ts';

type Entries = readonly (readonly [string, Told])[];

const read = new WeakMap<ItemHistory, Map<string, readonly Move[]>>();

/** The moves of one scope of an item, read once. */
function movesOf(item: ItemHistory, scope: string): readonly Move[] {
  const known = read.get(item) ?? new Map<string, readonly Move[]>();
  read.set(item, known);
  const moves = known.get(scope) ?? labelMoves(item, scope);
  known.set(scope, moves);
  return moves;
}

/** What an item bears of a scope at the cut-off; one that never moved bears what it bears today. */
function borne(item: ItemHistory, scope: string, cutOff: number, today: string | null): string | null {
  const moves = movesOf(item, scope);
  return moves.length === 0 ? today : (standing(moves, cutOff)?.value ?? null);
}

function areaOf(item: ItemHistory, cutOff: number): string | null {
  return borne(item, 'area', cutOff, item.areaKey);
}

/** The items of a group that were opened before the cut-off. */
function ofGroup<T extends ItemHistory>({ config, area, cutOff }: Asked, items: readonly T[]): T[] {
  return items.filter(
    (item) =>
      item.submittedAt < cutOff && (area === null || countedArea(config, areaOf(item, cutOff)) === area),
  );
}

/** Who moves a card for product management, in lower case. */
function movers({ config }: Asked, area: string | null): string[] {
  const managers = config.areas.flatMap(({ productManagers }) => productManagers);
  const leads = config.areas.filter(({ key }) => key === area).flatMap((each) => each.leads);
  const smes = config.roster.filter(({ areas }) => ['sme', 'lead'].includes(areas[area ?? ''] ?? ''));
  return [...managers, ...leads, ...smes.map(({ gitlab }) => gitlab)].map((name) => name.toLowerCase());
}

/** The moves of a card that count. */
function theirMoves(asked: Asked, item: FeedbackItem): Move[] {
  const theirs = movers(asked, areaOf(item, asked.cutOff));
  return movesOf(item, 'feedback').filter(({ username }) => username !== null && theirs.includes(username));
}

/** Metric 2. */
export function feedbackLoop(asked: Asked): Entries {
  if (asked.region !== null) return [];
  const items = ofGroup(asked, asked.facts.feedback);
  const updates = items.flatMap((item) =>
    theirMoves(asked, item).filter(
      ({ at, isAdd, value }) => isAdd && value !== 'new' && isInPeriod(asked, at),
    ),
  );
  const resolved = items.filter((item) => {
    const last = standing(theirMoves(asked, item), asked.cutOff);
    return last?.value === 'resolved' && isInPeriod(asked, last.at);
  });
  const named = asked.facts.feedback.filter(({ submittedAt }) => submittedAt < asked.cutOff);
  const engagements = asked
    .requestsAt(asked.cutOff)
    .filter(({ tookPlaceAt }) => isInPeriod(asked, tookPlaceAt));
  const withItem = engagements.filter(({ history }) =>
    named.some(({ requests }) => requests.includes(history.iid)),
  );
  return [
    ['2.submitted', count(items.filter(({ submittedAt }) => isInPeriod(asked, submittedAt)).length)],
    ['2.updates', count(updates.length)],
    ['2.resolved', count(resolved.length)],
    ['2.engagements.share', share(withItem.length, engagements.length)],
  ];
}

function isPublished(asked: Asked, item: CollateralItem): boolean {
  const moves = movesOf(item, 'collateral');
  const state = standing(moves, asked.cutOff)?.value;
  const first = moves.find(({ isAdd, value }) => isAdd && value === 'published')?.at ?? null;
  return (state === 'published' || state === 'stale') && isInPeriod(asked, first);
}

/** Metric 7. */
export function knowledgeTransfer(asked: Asked): Entries {
  if (asked.region !== null) return [];
  const published = ofGroup(asked, asked.facts.collateral).filter((item) => isPublished(asked, item));
  const meanings = published.map((item) => {
    const key = borne(item, 'collateral-kind', asked.cutOff, item.kindKey);
    return asked.config.collateral.kinds.find((kind) => kind.key === key)?.countsAs ?? 'other';
  });
  const how = (wanted: string): number => meanings.filter((meaning) => meaning === wanted).length;
  const smes = serving(asked).length;
  const perSme = (many: number): Told => ({ value: smes === 0 ? null : many / smes, n: smes });
  return [
    ['7.sessions', count(how('session'))],
    ['7.articles', count(how('article'))],
    ['7.other', count(how('other'))],
    ['7.smes', count(smes)],
    ['7.sessions.per-sme', perSme(how('session'))],
    ['7.articles.per-sme', perSme(how('article'))],
  ];
}
