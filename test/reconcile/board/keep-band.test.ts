import { describe, expect, it } from 'vitest';
import type { CardScore, Scores } from '../../../src/domain/board/card.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import type { BoardContext } from '../../../src/reconcile/board/card-phase.ts';
import { keepBand } from '../../../src/reconcile/board/keep-band.ts';
import { exampleConfig } from '../../builders/config.ts';
import { groupsOfCards, type ScoredCard, scoredView } from '../../domain/board/score/scored-cards.ts';

const high: Scores = {
  kind: 'scored',
  byCard: new Map<number, CardScore>([[1, { band: 'high', explanation: [], rank: 1 }]]),
};
const none: Scores = { kind: 'scored', byCard: new Map() };

/** The labels of the card after what the phase wants, and what it wants. */
function kept(scores: Scores, labels: readonly string[], changes: Partial<ScoredCard> = {}) {
  const view = scoredView({ iid: 1, labels, ...changes });
  const context: BoardContext = {
    config: exampleConfig(),
    now: 0,
    desk: { id: 90, username: 'desk', ids: [90] },
    project: { id: 7, path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' },
    labels: [],
    directory: directoryOf({}),
    cards: [view],
    groups: groupsOfCards([{ iid: 1 }], []),
    scores,
    productIssues: [],
  };
  const wish = keepBand(view, context);
  const remaining = labels.filter((label) => !wish.remove?.includes(label));
  return { wish, labels: [...remaining, ...(wish.add ?? [])] };
}

describe('the label of the band', () => {
  it('is set where a card has a score', () => {
    expect(kept(high, ['type::customer-feedback']).labels).toEqual([
      'type::customer-feedback',
      'score::high',
    ]);
  });

  it.each<[string, Scores, string[], string[]]>([
    ['that somebody has set is put back', high, ['score::low'], ['score::high']],
    ['that somebody has set beside it is taken off', high, ['score::high', 'score::low'], ['score::high']],
    ['that is no band is taken off', high, ['score::huge', 'score::high'], ['score::high']],
    ['of a card without a score is taken off', none, ['score::high', 'impact::major'], ['impact::major']],
    ['is taken off where Salesforce is off', { kind: 'off' }, ['score::high'], []],
    ['stays as it is while Salesforce is down', { kind: 'down' }, ['score::low'], ['score::low']],
  ])('%s', (_, scores, before, after) => {
    const first = kept(scores, before);

    expect(first.labels).toEqual(after);
    expect(first.wish.comments).toBeUndefined();
    expect(kept(scores, first.labels).wish).toEqual({});
  });

  it('of a closed card stays as it is', () => {
    expect(kept(none, ['score::high'], { state: 'closed' }).wish).toEqual({});
    expect(kept(high, [], { state: 'closed' }).wish).toEqual({});
  });

  it('is told in the plan with a reason', () => {
    expect(kept(high, []).wish.why).toBe('Its score is high among the asks of its area.');
    expect(kept(none, ['score::low']).wish.why).toContain('nothing is known of its customer');
    expect(kept({ kind: 'off' }, ['score::low']).wish.why).toContain('without Salesforce');
  });
});
