import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/reconcile/board/recognise.ts';
import { boardLabels, boardOf, cardView, given, movedTo } from '../../builders/card-on-paper.ts';

function added(view: ReturnType<typeof cardView>, labels = boardLabels) {
  return recognise(view, boardOf([view], { labels })).add ?? [];
}

describe('a card that was just opened', () => {
  it('gets its type, its column, and area, kind and impact as its form says', () => {
    expect(added(cardView({ labels: [] }))).toEqual([
      'type::customer-feedback',
      'feedback::new',
      'area::ai',
      'feedback-type::enhancement',
      'impact::major',
    ]);
  });

  it('keeps what people have set, and gets nothing for what the form does not say', () => {
    const labels = ['type::customer-feedback', 'feedback::new', 'impact::blocker', 'area::appsec'];
    const blank = { state: 'blank' } as const;
    expect(added(cardView({ labels }))).toEqual(['feedback-type::enhancement']);
    expect(added(cardView({ labels }, { kind: blank }))).toEqual([]);
    expect(
      added(cardView({ labels: labels.slice(0, 2) }, { kind: blank, impact: blank, area: blank })),
    ).toEqual([]);
  });

  it('of an area that nobody configured gets the label of all others', () => {
    const area = given({ key: 'other', other: 'Packaging' });
    expect(added(cardView({ labels: [] }, { area }))).toContain('area::other');
  });

  it('gets only labels that the project has', () => {
    const some = boardLabels.filter(({ name }) => name !== 'impact::major');
    expect(added(cardView({ labels: [] }), some)).not.toContain('impact::major');
  });

  it('stands nowhere else than where it was moved, and a closed one is left alone', () => {
    const moved = movedTo(cardView(), 'accepted', 'petra');
    expect(added({ ...moved, card: { ...moved.card, labels: ['type::customer-feedback'] } })).not.toContain(
      'feedback::new',
    );
    expect(added(cardView({ labels: [], state: 'closed' }))).toEqual([]);
  });
});
