import type { Sme } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { distribution, sum } from './distribution.ts';
import type { CollateralItem, Interval } from './facts.ts';
import { type Figure, figure, missingFigure, percent } from './figure.ts';
import { itemChanges, standingAt } from './item-states.ts';
import { periodSlice } from './period-slice.ts';
import type { ProgramHistory } from './program-history.ts';
import { type RequestTimes, requestTimes } from './request-times.ts';
import { servingSme } from './serving-smes.ts';
import { type SmeWork, workOf } from './work-by-sme.ts';

/**
 * What one SME has done for the program over some stretches of time that end together, one list of figures for each, all
 * with the same ids in the same order. They rest on the last decision of each request, as of the end of the stretches.
 * Ratings are not withheld yet ({@link withheldRatings}).
 */
export function smeFigures(
  history: ProgramHistory,
  sme: Sme,
  from: readonly Instant[],
  cutOff: Instant,
): Figure[][] {
  const work = workOf(history, sme);
  const earliest = Math.min(...from);
  const requests = work.requests
    .filter(({ history: { submittedAt }, settledAt }) => submittedAt < cutOff && settledAt >= earliest)
    .map((timeline) => requestTimes(timeline, cutOff));
  return from.map((start) => {
    const stretch = { from: start, to: cutOff };
    return [
      ...workFigures(history, sme, requests, stretch),
      ...ratingFigures(requests, stretch),
      ...collateralFigures(history, work, stretch),
      answersFigure(history, sme, work, stretch),
    ];
  });
}

function workFigures(
  { config }: ProgramHistory,
  sme: Sme,
  requests: readonly RequestTimes[],
  stretch: Interval,
): Figure[] {
  const { from } = stretch;
  const tookPlace = requests.filter(({ tookPlaceAt }) => tookPlaceAt !== null && tookPlaceAt >= from);
  const { begun } = periodSlice(requests, from);
  const hours = sum(begun.map(({ history }) => history.decision?.hours ?? 0));
  const { budgetHours } = servingSme(config, sme, stretch);
  const n = begun.length;
  return [
    count('sme.engagements', 'Engagements that took place', tookPlace.length),
    figure({ id: 'sme.hours', name: 'Hours of engagements', unit: 'hours', value: hours, n, asOf: false }),
    figure({
      id: 'sme.budget',
      name: 'Hours of the budget',
      unit: 'hours',
      value: budgetHours,
      n: 1,
      asOf: false,
    }),
    figure({
      id: 'sme.used',
      name: 'Hours ÷ budget',
      unit: 'percent',
      value: percent(hours, budgetHours),
      n,
      note: 'no day of it lies in the term',
      asOf: false,
    }),
  ];
}

function ratingFigures(requests: readonly RequestTimes[], { from }: Interval): Figure[] {
  const { completed } = periodSlice(requests, from);
  const ratings = completed.flatMap(({ history }) => history.rating ?? []);
  const { n, mean } = distribution(ratings);
  const rated = { n, note: 'nobody has rated', guarded: true, asOf: false };
  const thanks = n === 0 ? null : ratings.filter((rating) => rating === 5).length;
  return [
    count('sme.ratings.n', 'Ratings', n),
    figure({ id: 'sme.ratings.mean', name: 'Mean rating, 1 to 5', unit: 'score', value: mean, ...rated }),
    figure({ id: 'sme.thanks', name: 'Thanks (ratings of 5)', unit: 'count', value: thanks, ...rated }),
  ];
}

function collateralFigures(
  { config }: ProgramHistory,
  { collateral }: SmeWork,
  { from, to }: Interval,
): Figure[] {
  const published = collateral.filter((item) => (publishedAt(item, to) ?? Number.NEGATIVE_INFINITY) >= from);
  const countsAs = new Map(config.collateral.kinds.map((kind) => [kind.key, kind.countsAs]));
  const of = (wanted: 'session' | 'article'): number =>
    published.filter(({ kindKey }) => countsAs.get(kindKey ?? '') === wanted).length;
  return [
    count('sme.collateral', 'Collateral published', published.length),
    count('sme.sessions', 'Sessions among them', of('session')),
    count('sme.articles', 'Articles among them', of('article')),
  ];
}

/** When an item that stands as published at an instant, or as published long ago, was first; null: it does not. */
function publishedAt(item: CollateralItem, instant: Instant): Instant | null {
  const changes = itemChanges(item, 'collateral');
  const standing = standingAt(changes, instant)?.value;
  if (standing !== 'published' && standing !== 'stale') return null;
  return changes.find(({ action, value }) => action === 'add' && value === 'published')?.at ?? null;
}

function answersFigure(
  { facts: { questions } }: ProgramHistory,
  { stackOverflowUser }: Sme,
  { answers }: SmeWork,
  { from, to }: Interval,
): Figure {
  const name = 'Answers on Stack Overflow';
  if (questions.kind !== 'read') return missingFigure('sme.answers', name, 'count', questions.reason);
  if (stackOverflowUser === null)
    return missingFigure('sme.answers', name, 'count', 'the roster gives no stack_overflow_user');
  return count('sme.answers', name, answers.filter((at) => at >= from && at < to).length);
}

function count(id: string, name: string, value: number): Figure {
  return figure({ id, name, unit: 'count', value, n: value, asOf: false });
}

/**
 * Takes out what fewer than `minimumN` ratings stand behind, and what would tell it: of two stretches of time, one in
 * the other, the ratings that only the longer one has could be computed from both (`docs/rules.md#metrics`).
 *
 * @param spans The figures of each stretch, the longest last.
 */
export function withheldRatings(spans: readonly (readonly Figure[])[], minimumN: number): Figure[][] {
  const told = new Map<string, number[]>();
  const found = [...spans].reverse().map((figures) =>
    figures.map((each) => {
      if (!each.guarded || each.value === null) return each;
      const longer = told.get(each.id) ?? [];
      const rests = longer.map((n) => n - each.n);
      if (each.n < minimumN) return { ...each, value: null, note: `n = ${each.n}, too few` };
      if (rests.some((rest) => rest > 0 && rest < minimumN)) return { ...each, value: null, note: inside };
      told.set(each.id, [...longer, each.n]);
      return each;
    }),
  );
  return found.reverse();
}

const inside = 'withheld, so that fewer ratings cannot be computed from it';
