import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../../../src/domain/board/score/score.ts';
import { account, deal, opportunity, type ScoredCard, scored, scoreInput } from './scored-cards.ts';

/** The numbers of the cards in the order of their ranks. */
function order(world: Parameters<typeof scored>[0]): number[] {
  return [...scored(world)].sort(([, a], [, b]) => a.rank - b.rank).map(([iid]) => iid);
}

const minor = (iid: number, id: string): ScoredCard => ({ iid, asking: opportunity(id), impact: 'minor' });

describe('a score', () => {
  it('grows with the amount of the account', () => {
    const deals = [deal('a', { accountId: 'A' }), deal('b', { accountId: 'B', amount: 2000 })];

    expect(order({ cards: [minor(1, 'a'), minor(2, 'b')], deals })).toEqual([2, 1]);
  });

  it('grows with the impact, and by more than the amount where the points say so', () => {
    const cards: ScoredCard[] = [
      { iid: 1, asking: opportunity('a'), impact: 'minor' },
      { iid: 2, asking: opportunity('b'), impact: 'major' },
      { iid: 3, asking: opportunity('c'), impact: 'blocker' },
    ];
    const deals = [
      deal('a', { accountId: 'A', amount: 3900 }),
      deal('b', { accountId: 'B', amount: 1000 }),
      deal('c', { accountId: 'C', amount: 350 }),
    ];

    expect(order({ cards, deals })).toEqual([2, 1, 3]);
  });

  it('takes the impact of the label before that of the form', () => {
    const cards: ScoredCard[] = [
      { iid: 1, asking: opportunity('a'), impact: 'minor', labels: ['impact::blocker'] },
      { iid: 2, asking: opportunity('b'), impact: 'major' },
    ];
    const deals = [deal('a', { accountId: 'A' }), deal('b', { accountId: 'B' })];

    expect(order({ cards, deals })).toEqual([1, 2]);
  });

  it('does not count the amount of an account twice: each of its cards has a part of it', () => {
    const cards = [minor(1, 'a'), minor(2, 'a'), minor(3, 'b')];
    const deals = [deal('a', { accountId: 'A', amount: 1000 }), deal('b', { accountId: 'B', amount: 600 })];

    expect(order({ cards, deals })).toEqual([3, 1, 2]);
  });

  it('of one card counts all that the cards of the account name, open or won', () => {
    const cards = [minor(1, 'b'), { ...minor(2, 'a'), impact: 'major' as const }, minor(3, 'won')];
    const deals = [
      deal('a', { accountId: 'A', amount: 100 }),
      deal('won', { accountId: 'A', amount: 5000, closed: true, won: true, probability: 100 }),
      deal('b', { accountId: 'B', amount: 1000 }),
    ];

    expect(order({ cards, deals })).toEqual([2, 3, 1]);
  });

  it('counts open deals that no card names only where a card names the account', () => {
    const deals = [
      deal('a', { accountId: 'A', amount: 100 }),
      deal('unnamed', { accountId: 'A', amount: 5000 }),
      deal('b', { accountId: 'B', amount: 1000 }),
    ];
    const byDeal = [minor(1, 'a'), minor(2, 'b')];
    const byAccount = [{ iid: 1, asking: account('A'), impact: 'minor' as const }, minor(2, 'b')];

    expect(order({ cards: byDeal, deals })).toEqual([2, 1]);
    expect(order({ cards: byAccount, deals })).toEqual([1, 2]);
  });

  it('does not count the won deals of an account that no card names', () => {
    const deals = [
      deal('won', { accountId: 'A', amount: 9000, closed: true, won: true }),
      deal('open', { accountId: 'A', amount: 100 }),
      deal('b', { accountId: 'B', amount: 1000 }),
    ];

    expect(
      order({ cards: [{ iid: 1, asking: account('A'), impact: 'minor' }, minor(2, 'b')], deals }),
    ).toEqual([2, 1]);
  });

  it.each<[string, Partial<ReturnType<typeof deal>>, string[]]>([
    ['closes in 30 days', { closeDate: '2026-12-31' }, ['× 2: the deal closes within 30 days.']],
    ['closes in 31 days', { closeDate: '2027-01-01' }, ['× 1.5: the deal closes within 90 days.']],
    ['closes in 90 days', { closeDate: '2027-03-01' }, ['× 1.5: the deal closes within 90 days.']],
    ['closes in 91 days', { closeDate: '2027-03-02' }, []],
    ['is open after its day', { closeDate: '2026-11-01' }, ['× 2: the deal closes within 30 days.']],
    ['is at 49 %', { probability: 49 }, ['× 1.5: the probability of the deal is below 50 %.']],
    ['is at 50 %', { probability: 50 }, []],
    ['has no probability', { probability: null }, []],
    ['is won', { closeDate: '2026-12-02', closed: true, won: true, probability: 10 }, []],
    [
      'is near and unlikely',
      { closeDate: '2026-12-02', probability: 10 },
      ['× 2: the deal closes within 30 days.', '× 1.5: the probability of the deal is below 50 %.'],
    ],
  ])('of a deal that %s says so', (_, changes, reasons) => {
    const scores = scored({ cards: [minor(1, 'a')], deals: [deal('a', changes)] });

    expect(scores.get(1)?.explanation.slice(2)).toEqual(reasons);
  });

  it('doubles when the deal is near', () => {
    const deals = [
      deal('a', { accountId: 'A', amount: 1900 }),
      deal('b', { accountId: 'B', amount: 1000, closeDate: '2026-12-10' }),
    ];

    expect(order({ cards: [minor(1, 'a'), minor(2, 'b')], deals })).toEqual([2, 1]);
  });

  it('of a card that names an account is as urgent as the open deal that closes first', () => {
    const cards: ScoredCard[] = [{ iid: 1, asking: account('A'), impact: 'minor' }];
    const deals = [
      deal('late', { accountId: 'A', probability: 10 }),
      deal('first', { accountId: 'A', closeDate: '2026-12-20' }),
      deal('won', { accountId: 'A', closeDate: '2026-11-01', closed: true, won: true }),
    ];

    expect(scored({ cards, deals }).get(1)?.explanation.slice(2)).toEqual([
      '× 2: the deal closes within 30 days.',
    ]);
  });

  it('holds no amount, no name and no day in its reasons', () => {
    const cards: ScoredCard[] = [
      { iid: 12, asking: opportunity('a'), impact: 'blocker' },
      { iid: 15, asking: opportunity('b') },
      { iid: 16, asking: opportunity('b'), impact: 'minor' },
    ];
    const deals = [deal('a', { amount: 777 }), deal('b', { amount: 333 })];

    const scores = scored({ cards, deals, same: [[12, 15]] });

    expect(scores.get(12)?.explanation).toEqual([
      'The impact is blocker: 10 points.',
      '1 of 3 live cards of this account, which share its amount by their points.',
      'The scores of the 2 cards that ask for the same are added.',
    ]);
    expect(scores.get(15)?.explanation[0]).toBe('No impact is given, so it counts as minor: 1 point.');
  });

  it('takes an amount that is missing, or below nothing, as nothing', () => {
    const deals = [
      deal('a', { accountId: 'A', amount: null }),
      deal('b', { accountId: 'B', amount: -500 }),
      deal('c', { accountId: 'C', amount: 0.01 }),
    ];

    expect(order({ cards: [minor(1, 'a'), minor(2, 'b'), minor(3, 'c')], deals })).toEqual([3, 1, 2]);
  });

  it('of an opportunity without an account stands for itself', () => {
    const deals = [
      deal('a', { accountId: null, amount: 400 }),
      deal('b', { accountId: null, amount: 500 }),
      deal('c', { accountId: 'C', amount: 450 }),
    ];

    expect(order({ cards: [minor(1, 'a'), minor(2, 'b'), minor(3, 'c')], deals })).toEqual([2, 3, 1]);
  });
});

describe('a card has no score', () => {
  it.each<[string, Partial<ScoredCard>]>([
    ['whose opportunity is lost', { asking: opportunity('lost') }],
    ['whose opportunity Salesforce does not know', { asking: opportunity('gone') }],
    ['whose account nothing is known of', { asking: account('Z') }],
    ['that names nobody', { asking: null }],
    ['that names somebody by a text', { asking: { kind: 'text', id: 'a' } }],
    ['that is closed', { state: 'closed' }],
    ['that is resolved', { status: 'resolved' }],
    ['that is declined', { status: 'declined' }],
  ])('%s, and takes nothing from the others', (_, changes) => {
    const cards = [{ ...minor(1, 'a'), ...changes }, minor(2, 'a')];
    const deals = [deal('a'), deal('lost', { closed: true })];

    const scores = scored({ cards, deals });

    expect([...scores.keys()]).toEqual([2]);
    expect(scores.get(2)?.explanation).toContain('The only live card of this account.');
  });

  it('when the head of its group is resolved', () => {
    const cards = [{ ...minor(1, 'a'), status: 'resolved' as const }, minor(2, 'a'), minor(3, 'a')];

    expect([...scored({ cards, deals: [deal('a')], same: [[1, 2]] }).keys()]).toEqual([3]);
  });

  it.each(['off', 'down'] as const)('while Salesforce is %s', (deals) => {
    expect(scoresOf(scoreInput({ cards: [minor(1, 'a')], deals }))).toEqual({ kind: deals });
  });
});

describe('the bands of an area', () => {
  const cards = Array.from({ length: 10 }, (_, index) => minor(index + 1, `deal ${index}`));
  const deals = cards.map((_, index) =>
    deal(`deal ${index}`, { accountId: `A${index}`, amount: 100 - index }),
  );
  const bands = (world: Parameters<typeof scored>[0]) => [...scored(world).values()].map(({ band }) => band);

  it('are high for the first fifth, medium for the rest of the first half, low for all others', () => {
    expect(bands({ cards, deals })).toEqual([
      ...Array(2).fill('high'),
      ...Array(3).fill('medium'),
      ...Array(5).fill('low'),
    ]);
  });

  it.each([
    [1, ['high']],
    [2, ['high', 'low']],
    [3, ['high', 'medium', 'low']],
    [6, ['high', 'high', 'medium', 'low', 'low', 'low']],
  ])('of %i asks begin with a high one', (count, expected) => {
    expect(bands({ cards: cards.slice(0, count), deals })).toEqual(expected);
  });

  it('know nothing of other areas', () => {
    const elsewhere = { ...minor(11, 'deal 9'), area: 'security' };

    expect(scored({ cards: [...cards, elsewhere], deals }).get(11)).toMatchObject({ band: 'high', rank: 1 });
  });

  it('prefer the older card where scores are equal', () => {
    const equal = deals.map((each) => ({ ...each, amount: 100 }));

    expect(order({ cards: cards.toReversed(), deals: equal })).toEqual(cards.map(({ iid }) => iid));
  });

  it('rank cards of one group together, by the sum of their scores, in the area of the head', () => {
    const same = [[4, 9, 10]];
    const moved = cards.map((card) => (card.iid === 9 ? { ...card, area: 'security' } : card));

    const scores = scored({ cards: moved, deals, same });

    for (const iid of [4, 9, 10]) expect(scores.get(iid)).toMatchObject({ rank: 1, band: 'high' });
    expect(scores.get(1)).toMatchObject({ rank: 2, band: 'high' });
  });

  it('follow the configured shares', () => {
    const feedback = { bands: { high: 0.1, medium: 0.2 } };

    expect(bands({ cards, deals, feedback })).toEqual(['high', 'medium', ...Array(8).fill('low')]);
  });
});
