import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardStatuses } from '../../../../src/domain/board/card.ts';
import { impacts } from '../../../../src/domain/board/form/feedback-form.ts';
import { askingAccounts } from '../../../../src/domain/board/score/asking-accounts.ts';
import { liveCards } from '../../../../src/domain/board/score/live-cards.ts';
import { scoresOf, scoresOfAccount } from '../../../../src/domain/board/score/score.ts';
import { spread } from '../../../../src/domain/board/score/spread.ts';
import { account, opportunity, type ScoredCard, scoreInput } from './scored-cards.ts';

const accountIds = ['A', 'B', 'C'];
const dealIds = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];

const deals = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...dealIds),
    accountId: fc.option(fc.constantFrom(...accountIds)),
    amount: fc.option(
      fc.oneof(
        fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((cents) => cents / 100),
        fc.double({ noNaN: true }),
      ),
    ),
    closed: fc.boolean(),
    won: fc.boolean(),
    closeDate: fc.constantFrom('2026-11-01', '2026-12-31', '2027-02-01', '2027-12-01', 'never'),
    probability: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
  { selector: ({ id }) => id },
);

const asking = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...dealIds).map(opportunity) },
  { weight: 2, arbitrary: fc.constantFrom(...accountIds, 'Z').map(account) },
  fc.constant(null),
);

const cards = fc.array(
  fc.record({
    asking,
    impact: fc.option(fc.constantFrom(...impacts)),
    labels: fc.subarray(impacts.map((impact) => `impact::${impact}`)),
    area: fc.constantFrom('ai', 'security'),
    state: fc.constantFrom('opened' as const, 'opened' as const, 'closed' as const),
    status: fc.constantFrom(...cardStatuses),
    group: fc.integer({ min: 0, max: 15 }),
  }),
  { maxLength: 14 },
);

const world = fc.record({ cards, deals }).map(({ cards: some, deals: known }) => {
  const numbered: ScoredCard[] = some.map((card, index) => ({ ...card, iid: index + 1 }));
  const groups = Map.groupBy(numbered, ({ iid }) => some[iid - 1]?.group);
  const same = [...groups.values()].map((members) => members.map(({ iid }) => iid));
  return { cards: numbered, deals: known, same };
});

type World = Parameters<typeof scoreInput>[0] & { readonly deals: readonly { readonly id: string }[] };

function accountsOf(input: ReturnType<typeof scoreInput>) {
  if (typeof input.deals === 'string') return [];
  return askingAccounts(liveCards(input.cards, input.groups, input.statusOf), input.deals);
}

/** Score and share by number, before ranks. */
function ownScores(given: World) {
  const input = scoreInput(given);
  const own = accountsOf(input).flatMap((each) => scoresOfAccount(each, input));
  return new Map(own.map(({ view, score, share }) => [view.card.iid, { score, share }]));
}

const total = (parts: readonly bigint[]) => parts.reduce((one, other) => one + other, 0n);

describe('in any world', () => {
  it('the shares of the cards of an account sum to its amount, to the cent', () => {
    fc.assert(
      fc.property(world, (given) => {
        const input = scoreInput(given);
        for (const each of accountsOf(input)) {
          const shares = scoresOfAccount(each, input).map(({ share }) => share);
          expect(total(shares)).toBe(each.amount);
          expect(shares.every((share) => share >= 0n)).toBe(true);
        }
      }),
    );
  });

  it('no deal counts twice, however many cards and groups name it', () => {
    fc.assert(
      fc.property(world, (given) => {
        const shared = total([...ownScores(given).values()].map(({ share }) => share));
        const known = given.deals
          .map(({ amount }) => Math.round((amount ?? 0) * 100))
          .filter(Number.isFinite);
        const positive = known.filter((cents) => cents > 0).map((cents) => BigInt(cents));
        expect(shared <= total(positive)).toBe(true);
      }),
    );
  });

  it('each card of an account is in it once', () => {
    fc.assert(
      fc.property(world, (given) => {
        const numbers = accountsOf(scoreInput(given)).flatMap(({ cards: members }) =>
          members.map(({ view }) => view.card.iid),
        );
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  it('more impact never lowers the score of the card itself', () => {
    fc.assert(
      fc.property(world, fc.nat(), fc.nat(2), fc.nat(2), (given, which, one, other) => {
        const changed = given.cards[which % Math.max(1, given.cards.length)];
        if (changed === undefined) return;
        const withImpact = (index: number) => {
          const labels = [`impact::${impacts[index] ?? 'minor'}`];
          const all = given.cards.map((card) => (card === changed ? { ...card, labels } : card));
          return ownScores({ ...given, cards: all }).get(changed.iid)?.score ?? 0n;
        };
        expect(withImpact(Math.min(one, other)) >= withImpact(Math.max(one, other))).toBe(true);
      }),
    );
  });

  it('the order in which cards and deals come does not matter', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const other = { ...given, cards: shuffled(given.cards), deals: shuffled(given.deals) };
        const sorted = (of: World) => {
          const scores = scoresOf(scoreInput(of));
          return scores.kind === 'scored' ? [...scores.byCard].sort(([a], [b]) => a - b) : [];
        };
        expect(sorted(other)).toEqual(sorted(given));
      }),
    );
  });

  it('every scored card has one band, ranks are without gaps, and no band is better further down', () => {
    fc.assert(
      fc.property(world, (given) => {
        const input = scoreInput(given);
        const scores = scoresOf(input);
        if (scores.kind !== 'scored') throw new Error('Salesforce answers in these worlds');
        const byNumber = new Map(input.cards.map((view) => [view.card.iid, view]));
        const places = new Map<string, { rank: number; band: string }[]>();
        const heads = new Set([...scores.byCard.keys()].map(input.groups.headOf));
        for (const head of heads) {
          const member = [...scores.byCard].find(([iid]) => input.groups.headOf(iid) === head);
          const area = byNumber.get(head)?.areaKey ?? '';
          if (member !== undefined) places.set(area, [...(places.get(area) ?? []), member[1]]);
        }
        for (const ofArea of places.values()) {
          const order = ofArea.toSorted((a, b) => a.rank - b.rank);
          expect(order.map(({ rank }) => rank)).toEqual(order.map((_, index) => index + 1));
          const bands = order.map(({ band }) => ['high', 'medium', 'low'].indexOf(band));
          expect(bands).toEqual(bands.toSorted((a, b) => a - b));
          expect(bands.filter((band) => band === 0)).toHaveLength(Math.ceil(order.length / 5));
          expect(bands.filter((band) => band < 2)).toHaveLength(Math.ceil(order.length / 2));
        }
        expect(scores.byCard.size).toBe(ownScores(given).size);
      }),
    );
  });

  it('cards of one group have one place', () => {
    fc.assert(
      fc.property(world, (given) => {
        const scores = scoresOf(scoreInput(given));
        if (scores.kind !== 'scored') throw new Error('Salesforce answers in these worlds');
        for (const group of given.same) {
          const places = group.flatMap((iid) => scores.byCard.get(iid) ?? []);
          expect(new Set(places.map(({ rank, band }) => `${rank} ${band}`)).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('what is spread', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 20 });
  const amount = fc.bigInt({ min: 0n, max: 10n ** 20n });

  it('is all given away, each part within one of the exact one', () => {
    fc.assert(
      fc.property(amount, weights, (whole, given) => {
        const parts = spread(whole, given);
        const sum = total(given);
        expect(total(parts)).toBe(whole);
        for (const [index, part] of parts.entries()) {
          const [weight, of] = sum === 0n ? [1n, BigInt(given.length)] : [given[index] ?? 0n, sum];
          const off = part * of - whole * weight;
          expect(off > -of && off < of).toBe(true);
        }
      }),
    );
  });

  it('goes by the largest remainder, and to the first of equal ones', () => {
    expect(spread(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(spread(10n, [10n, 4n, 1n])).toEqual([7n, 3n, 0n]);
    expect(spread(1n, [0n, 0n])).toEqual([1n, 0n]);
    expect(spread(5n, [])).toEqual([]);
  });
});
