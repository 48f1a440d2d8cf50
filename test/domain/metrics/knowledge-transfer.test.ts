import { describe, expect, it } from 'vitest';
import type { CollateralItem } from '../../../src/domain/metrics/facts.ts';
import { knowledgeTransfer } from '../../../src/domain/metrics/program/knowledge-transfer.ts';
import { exampleConfig } from '../../builders/config.ts';
import { carried, collateralItem, labelled } from './item-builders.ts';
import { areaAi, december, emea, figureIn, scopeOf, valuesOf } from './scope-of.ts';

const month = 31 * 24;

function figuresOf(collateral: readonly CollateralItem[], asked: Parameters<typeof scopeOf>[1] = {}) {
  return valuesOf(knowledgeTransfer.measure(scopeOf({ collateral }, asked)));
}

const published = [
  labelled('add', 'collateral::requested', 0),
  ...carried('collateral::requested', 'collateral::published', 30),
];

function kind(kindKey: string | null): CollateralItem {
  return collateralItem({ kindKey, labelEvents: published });
}

describe('published collateral', () => {
  it('counts as session, article or something else, as the configuration says', () => {
    const kinds = ['training', 'workshop', 'recording', 'article', 'faq', 'demo', 'nobody-knows', null];

    expect(figuresOf(kinds.map(kind))).toMatchObject({ '7.sessions': 3, '7.articles': 2, '7.other': 3 });
  });

  it('counts as what the program has configured in place of the kinds of the desk', () => {
    const config = exampleConfig({
      program: [
        ['metrics:\n', 'collateral:\n  kinds: [{ key: talk, name: Talk, counts_as: session }]\nmetrics:\n'],
      ],
    });

    expect(figuresOf([kind('talk'), kind('training')], { config })).toMatchObject({
      '7.sessions': 1,
      '7.other': 1,
    });
  });

  it('counts in the month it was published first, and in no other', () => {
    const again = collateralItem({
      labelEvents: [
        ...published,
        ...carried('collateral::published', 'collateral::in-progress', 40),
        ...carried('collateral::in-progress', 'collateral::published', month),
      ],
    });

    expect(figuresOf([again], { period: december })).toMatchObject({ '7.sessions': 0 });
    expect(figuresOf([kind('training')])).toMatchObject({ '7.sessions': 1 });
  });

  it('does not count while it is taken back', () => {
    const taken = collateralItem({
      labelEvents: [...published, ...carried('collateral::published', 'collateral::in-progress', 40)],
    });

    expect(figuresOf([taken])).toMatchObject({ '7.sessions': 0 });
  });

  it('still counts when it has grown stale, but not what was never published', () => {
    const stale = [...published, ...carried('collateral::published', 'collateral::stale', 50)];
    const never = [labelled('add', 'collateral::stale', 5)];

    expect(figuresOf([collateralItem({ labelEvents: stale })])).toMatchObject({ '7.sessions': 1 });
    expect(figuresOf([collateralItem({ labelEvents: never })])).toMatchObject({ '7.sessions': 0 });
  });

  it('has the kind it had then, whatever it is called later', () => {
    const labelEvents = [
      ...published,
      labelled('add', 'collateral-kind::training', 1),
      ...carried('collateral-kind::training', 'collateral-kind::article', month),
    ];
    const item = collateralItem({ kindKey: 'article', labelEvents });

    expect(figuresOf([item], { now: december.to })).toMatchObject({ '7.sessions': 1, '7.articles': 0 });
  });

  it('is told by area and not by region', () => {
    const collateral = [kind('training'), { ...kind('training'), areaKey: 'appsec' }];

    expect(figuresOf(collateral, { group: areaAi })).toMatchObject({ '7.sessions': 1, '7.smes': 3 });
    expect(figuresOf(collateral, { group: emea })).toEqual({});
  });
});

describe('collateral per SME', () => {
  it('is divided by the SMEs and leads in term; associates are not among them', () => {
    const scope = scopeOf({ collateral: [kind('training'), kind('training'), kind('article')] });

    expect(valuesOf(knowledgeTransfer.measure(scope))).toMatchObject({
      '7.smes': 6,
      '7.sessions.per-sme': 2 / 6,
      '7.articles.per-sme': 1 / 6,
    });
  });

  it('rests on the roster of today, so that no correction is ever written about it', () => {
    const { figures } = knowledgeTransfer.measure(scopeOf({}));

    expect(figures.filter(({ asOf }) => !asOf).map(({ id }) => id)).toEqual([
      '7.smes',
      '7.sessions.per-sme',
      '7.articles.per-sme',
    ]);
  });

  it('is not there, and not 0, where no SME is in term', () => {
    const scope = scopeOf({ collateral: [kind('training')] }, { config: { ...exampleConfig(), roster: [] } });

    expect(figureIn(knowledgeTransfer, scope, '7.sessions.per-sme')).toMatchObject({
      value: null,
      note: 'no SME is in term',
    });
  });
});
