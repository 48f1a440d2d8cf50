import { expect, it } from 'vitest';
import { askedOfSalesforce } from '../../../../src/domain/board/score/asked-of-salesforce.ts';
import { account, opportunity, scoredView } from './scored-cards.ts';

it('Salesforce is asked for what open cards name, each once and in one order', () => {
  const cards = [
    scoredView({ iid: 1, asking: opportunity('b') }),
    scoredView({ iid: 2, asking: account('B') }),
    scoredView({ iid: 3, asking: opportunity('a') }),
    scoredView({ iid: 4, asking: opportunity('b') }),
    scoredView({ iid: 5, asking: account('A') }),
    scoredView({ iid: 6, asking: opportunity('closed'), state: 'closed' }),
    scoredView({ iid: 7, asking: { kind: 'text', id: 'Acme' } }),
    scoredView({ iid: 8 }),
  ];

  const asked = { opportunityIds: ['a', 'b'], accountIds: ['A', 'B'] };
  expect(askedOfSalesforce(cards)).toEqual(asked);
  expect(askedOfSalesforce(cards.toReversed())).toEqual(asked);
});
