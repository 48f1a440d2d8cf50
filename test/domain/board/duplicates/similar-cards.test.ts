import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { likenessOfCards, proposalFor } from '../../../../src/domain/board/duplicates/similar-cards.ts';
import { cardView, commented, given, groupedAs } from '../../../builders/card-on-paper.ts';
import type { AskPair } from './ask-pair.ts';
import { askedCard, cardsOfPairs } from './asked-cards.ts';
import { measuredPairs } from './pairs.ts';
import { tuningPairs } from './tuning-pairs.ts';

/** The number of the card that is proposed on the last of some cards, or null. */
function proposedOn(cards: ReturnType<typeof cardView>[], groups = groupedAs()): number | null {
  const last = cards.at(-1);
  if (last === undefined) return null;
  return proposalFor(last, cards.slice(0, -1), likenessOfCards(cards), groups)?.older.card.iid ?? null;
}

/** How good the answers are: of those that are proposed, and of those that should be. */
function measure(pairs: readonly AskPair[]) {
  const cards = cardsOfPairs(pairs);
  const likeness = likenessOfCards(cards);
  const answers = pairs.map(({ same }, index) => {
    const [one, other] = cards.slice(2 * index, 2 * index + 2);
    if (one === undefined || other === undefined) throw new Error('a pair has two cards');
    return { same, proposed: proposalFor(other, [one], likeness, groupedAs()) !== null };
  });
  const proposed = answers.filter((answer) => answer.proposed);
  const right = proposed.filter(({ same }) => same).length;
  return {
    precision: right / proposed.length,
    recall: right / answers.filter(({ same }) => same).length,
  };
}

/** Of all proposals that the cards of all pairs get one after the other, the share that a person would confirm. */
function rightAmongAll(pairs: readonly AskPair[]) {
  const cards = cardsOfPairs(pairs);
  const likeness = likenessOfCards(cards);
  const right = cards.flatMap((view, place) => {
    const older = proposalFor(view, cards.slice(0, place), likeness, groupedAs())?.older;
    if (older === undefined) return [];
    const pair = Math.floor(place / 2);
    return [older === cards[2 * pair] && pairs[pair]?.same === true];
  });
  return { share: right.filter(Boolean).length / right.length, proposals: right.length };
}

describe('the proposals of duplicates', () => {
  it('are mostly right, and find most: precision 0.9 and recall 0.6', () => {
    const { precision, recall } = measure(measuredPairs);
    const among = rightAmongAll(measuredPairs);
    process.stdout.write(
      `duplicates: precision ${precision.toFixed(2)} recall ${recall.toFixed(2)} (${measuredPairs.length} pairs); ` +
        `each card against all older ones of its area: precision ${among.share.toFixed(2)} (${among.proposals} proposals)\n`,
    );

    expect(measuredPairs.length).toBeGreaterThanOrEqual(70);
    expect(measuredPairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(28);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.6);
    expect(among.share).toBeGreaterThanOrEqual(0.8);
  });

  it('are measured on other pairs than they were chosen by', () => {
    const texts = new Set(measuredPairs.flatMap((pair) => pair.texts.map(({ solution }) => solution)));
    expect(tuningPairs.flatMap((pair) => pair.texts).filter(({ solution }) => texts.has(solution))).toEqual(
      [],
    );
  });

  it('cost less than two seconds for 2,000 cards, and a fraction of it for ten new ones', () => {
    const cards = manyCards(2000);
    const spent = (work: () => void): number => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000_000;
    };
    const search = (from: number) => () => {
      const likeness = likenessOfCards(cards);
      for (const [place, view] of cards.entries()) {
        if (place >= from) proposalFor(view, cards.slice(0, place), likeness, groupedAs());
      }
    };
    const [all, few] = [spent(search(0)), spent(search(1990))];
    process.stdout.write(
      `duplicates: ${all.toFixed(2)} s for 2,000 cards, ${few.toFixed(2)} s for the ten newest\n`,
    );
    expect(all).toBeLessThan(2);
    expect(few).toBeLessThan(all / 2);
  });
});

/** Cards in one area, each made of the halves of two asks and a word of its own. */
function manyCards(count: number) {
  const texts = [...measuredPairs, ...tuningPairs].flatMap((pair) => pair.texts);
  return Array.from({ length: count }, (_, index) => {
    const one = texts[index % texts.length];
    const other = texts[(index * 7 + 3) % texts.length];
    const mixed = (part: 'challenge' | 'solution') =>
      `${one?.[part]} ${other?.[part]} ${((index * 7_368_787 + part.length * 104_729) % 36 ** 6).toString(36)}`;
    return askedCard(index + 1, { challenge: mixed('challenge'), solution: mixed('solution') });
  });
}

const reviewers = {
  challenge: 'Reviews wait for days.',
  solution: 'Suggest reviewers by the files changed.',
};
const sameAgain = { challenge: 'Nobody reviews.', solution: 'Propose reviewers who know the changed files.' };
const other = { challenge: 'Prompts are lost.', solution: 'Keep a library of prompts.' };

describe('a card', () => {
  it('is proposed with the older one that is most alike, not with one that is merely older', () => {
    expect(proposedOn([askedCard(1, other), askedCard(2, reviewers), askedCard(3, sameAgain)])).toBe(2);
  });

  it('that asks for something else is not proposed', () => {
    expect(proposedOn([askedCard(1, reviewers), askedCard(2, other)])).toBeNull();
  });

  it('is not proposed with a card of another area, nor with one that is closed', () => {
    expect(proposedOn([askedCard(1, reviewers, {}, 'cicd'), askedCard(2, reviewers)])).toBeNull();
    expect(proposedOn([askedCard(1, reviewers, { state: 'closed' }), askedCard(2, reviewers)])).toBeNull();
  });

  it('is not proposed for the same pair again, nor with another card that counts together with it', () => {
    const asked = commented(askedCard(3, sameAgain), { key: 'duplicate:1' });
    expect(proposedOn([askedCard(1, reviewers), asked])).toBeNull();
    expect(proposedOn([askedCard(1, reviewers), askedCard(2, reviewers), asked])).toBe(2);
    expect(
      proposedOn([askedCard(1, reviewers), askedCard(2, reviewers), asked], groupedAs([1, 2])),
    ).toBeNull();
  });

  it('is not proposed with one that it counts together with already', () => {
    expect(proposedOn([askedCard(1, reviewers), askedCard(2, sameAgain)], groupedAs([1, 2]))).toBeNull();
  });

  it('that says nothing proposes nothing', () => {
    expect(proposedOn([askedCard(1, reviewers), askedCard(2, {})])).toBeNull();
    expect(proposedOn([askedCard(1, {}), askedCard(2, {})])).toBeNull();
    expect(proposedOn([askedCard(1, { solution: 'yes' }), askedCard(2, { solution: 'it' })])).toBeNull();
  });

  it('that names the same product issue is proposed with the oldest that does, however it is worded', () => {
    const naming = (iid: number, project: string, number = 12) =>
      cardView(
        { iid },
        { solution: given(`wish ${iid}`), productIssue: given({ project, iid: number }) },
        'ai',
      );
    const cards = [
      naming(1, 'acme/other'),
      naming(2, 'Acme/Product'),
      naming(3, 'acme/product'),
      naming(4, 'acme/product', 13),
      naming(5, 'acme/product'),
    ];
    const last = cards[4];
    if (last === undefined) throw new Error('there are five cards');
    const proposal = proposalFor(last, cards.slice(0, 4), likenessOfCards(cards), groupedAs());
    expect(proposal?.older.card.iid).toBe(2);
    expect(proposal?.because).toEqual({ kind: 'product issue' });
  });

  it('is recognised by the same words on a board of two cards, and with a misspelt one', () => {
    expect(proposedOn([askedCard(1, reviewers), askedCard(2, reviewers)])).toBe(1);
    expect(
      proposedOn([
        askedCard(1, { solution: 'Distributed tracing for Kubernetes' }),
        askedCard(2, { solution: 'distribuded traceing for kuberntes' }),
      ]),
    ).toBe(1);
  });
});
