import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type { CardView } from '../../../src/domain/board/card.ts';
import { productIssueClosed } from '../../../src/reconcile/board/product-issue-closed.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { boardOf, cardView, commented, given, movedTo } from '../../builders/card-on-paper.ts';
import { exampleConfig } from '../../builders/config.ts';
import { monday } from '../../builders/snapshot.ts';

const config: Config = {
  ...exampleConfig(),
  feedback: { ...exampleConfig().feedback, productProjects: ['acme/Product'] },
};

const named = { productIssue: given({ project: 'ACME/product', iid: 12 }) };

function told(view: CardView, closed = true, by = config) {
  const facts = { project: 'acme/Product', iid: 12, closed, closedAt: closed ? monday : null };
  return productIssueClosed(view, boardOf([view], { config: by, productIssues: [facts] })).comments ?? [];
}

describe('when the product issue of a card is closed', () => {
  it('its product managers read once that it may be resolved', () => {
    const [comment] = told(cardView({}, named));
    expect(comment).toMatchObject({ key: 'product-closed:12', mentions: ['petra'] });
    expect(comment?.body).toContain('`acme/Product#12`, is closed');
    expect(refusalOfBody(comment?.body ?? '', ['petra'])).toBeNull();
    expect(told(commented(cardView({}, named), { key: 'product-closed:12' }))).toEqual([]);
  });

  it('its leads do where its area has no product manager', () => {
    expect(told(cardView({}, named, 'cicd'))[0]?.mentions).toEqual(['omar']);
  });

  it('nobody does while it is open, of a project that is not followed, or where the card is over', () => {
    expect(told(cardView({}, named), false)).toEqual([]);
    expect(told(cardView({}, named), true, { ...config, feedback: exampleConfig().feedback })).toEqual([]);
    expect(told(cardView())).toEqual([]);
    expect(told(cardView({ state: 'closed' }, named))).toEqual([]);
    for (const to of ['resolved', 'declined'] as const) {
      expect(told(movedTo(cardView({}, named), to, 'petra'))).toEqual([]);
    }
  });
});
