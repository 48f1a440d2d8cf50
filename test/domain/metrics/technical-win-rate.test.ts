import { describe, expect, it } from 'vitest';
import type { OpportunityChange, RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { technicalWinRate } from '../../../src/domain/metrics/program/technical-win-rate.ts';
import { at, history, hour, life, pipeline, stagesOf } from './builders.ts';
import { areaAi, december, figureIn, november, scopeOf, valuesOf } from './scope-of.ts';

const tookPlace = life(['submitted', 0], ['assigned', 2], ['engaged', 3], ['awaiting-feedback', 90]);

function engagement(opportunityId: string, fields: Partial<RequestHistory> = {}): RequestHistory {
  return history({ opportunityId, labelEvents: tookPlace, ...fields });
}

const won = stagesOf('won', [-900, '2-Scoping'], [200, 'Closed Won']);
const lost = stagesOf('lost', [-900, '2-Scoping'], [300, 'Closed Lost']);
const open = stagesOf('open', [-900, '2-Scoping']);

/** Hours from the beginning of the stories to the end of November. */
const endOfNovember = (november.to - at(0)) / hour;
const beginOfNovember = (november.from - at(0)) / hour;

function valuesIn(
  requests: readonly RequestHistory[],
  histories: readonly (readonly OpportunityChange[])[],
  asked: Parameters<typeof scopeOf>[1] = {},
) {
  return valuesOf(technicalWinRate.measure(scopeOf({ requests, pipeline: pipeline(...histories) }, asked)));
}

/** An engagement that took place weeks before the period. */
const engagedLongAgo = engagement('won', {
  submittedAt: at(-1500),
  labelEvents: life(['submitted', -1500], ['assigned', -1400], ['awaiting-feedback', -1300]),
});

describe('technical win rate', () => {
  it('divides won by closed opportunities, and beside it by all', () => {
    const requests = [engagement('won'), engagement('lost'), engagement('open')];

    expect(valuesIn(requests, [won, lost, open])).toEqual({
      '1.won': 1,
      '1.closed': 2,
      '1.all': 3,
      '1.gone': 0,
      '1.rate': 50,
      '1.literal': 100 / 3,
    });
  });

  it.each(['Salesforce is off', 'Salesforce is down'])('is not available while %s, never 0', (reason) => {
    const scope = scopeOf({
      requests: [engagement('won')],
      pipeline: { kind: 'not available', reason },
    });
    const { figures, inputs } = technicalWinRate.measure(scope);

    expect(figures.map(({ value, note }) => [value, note])).toEqual(figures.map(() => [null, reason]));
    expect([figures.length, inputs]).toEqual([6, []]);
  });

  it('has no rate where nothing was closed', () => {
    const scope = scopeOf({ requests: [engagement('open')], pipeline: pipeline(open) });

    expect(figureIn(technicalWinRate, scope, '1.rate')).toMatchObject({
      value: null,
      n: 0,
      note: 'no opportunity was closed',
    });
    expect(figureIn(technicalWinRate, scope, '1.literal')).toMatchObject({ value: 0, n: 1 });
  });

  it('counts an opportunity once however many requests name it, and rests on all of them', () => {
    const requests = [engagement('won', { iid: 3 }), engagement('won', { iid: 2, areaKey: 'appsec' })];
    const scope = scopeOf({ requests, pipeline: pipeline(won) });
    const result = technicalWinRate.measure(scope);

    expect(valuesOf(result)).toMatchObject({ '1.won': 1, '1.closed': 1 });
    expect(result.inputs).toEqual([3, 2]);
    expect(valuesIn(requests, [won], { group: areaAi })).toMatchObject({ '1.closed': 1 });
  });

  it.each([
    ['is only assigned', { labelEvents: life(['submitted', 0], ['assigned', 2]) }],
    [
      'did not take place',
      {
        labelEvents: life(['assigned', 2], ['awaiting-feedback', 90], ['completed', 95]),
        outcome: 'did not take place',
      },
    ],
    [
      'was moved',
      { labelEvents: life(['assigned', 2], ['awaiting-feedback', 90], ['completed', 95]), outcome: 'moved' },
    ],
    ['took place after the cut-off', { labelEvents: life(['assigned', 2], ['awaiting-feedback', 900]) }],
  ] as const)('leaves out an engagement that %s', (_, fields) => {
    expect(valuesIn([engagement('won', fields)], [won])).toMatchObject({
      '1.closed': 0,
      '1.all': 0,
      '1.gone': 0,
      '1.rate': null,
      '1.literal': null,
    });
  });

  it.each([
    ['the last moment before it', beginOfNovember - 1 / 3600, 0, 0],
    ['its first moment', beginOfNovember, 1, 1],
    ['its last moment', endOfNovember - 1 / 3600, 1, 1],
    ['the first moment after it', endOfNovember, 0, 1],
  ])('of a period takes an opportunity closed in %s as it should', (_, hours, closed, all) => {
    const history = stagesOf('won', [-2000, '2-Scoping'], [hours, 'Closed Won']);

    expect(valuesIn([engagedLongAgo], [history])).toMatchObject({ '1.closed': closed, '1.all': all });
  });

  it('counts a deal that was closed before its engagement when that was found to have taken place, once', () => {
    const history = stagesOf('won', [-2000, '2-Scoping'], [-1000, 'Closed Won']);
    const again = engagement('won', { iid: 8 });

    expect(valuesIn([engagement('won')], [history])).toMatchObject({ '1.won': 1, '1.closed': 1, '1.all': 1 });
    expect(valuesIn([again, engagedLongAgo], [history])).toMatchObject({ '1.closed': 0, '1.all': 0 });
    expect(valuesIn([engagement('won')], [history], { period: december })).toMatchObject({ '1.closed': 0 });
  });

  it('counts a deal in the month in which it was entered as closed, once, whatever close date was written', () => {
    const entered = stagesOf('won', [-900, '2-Scoping'], [endOfNovember + 1, 'Closed Won']);
    const late = entered.map((change) => ({ ...change, closeDate: '2026-10-01' }));

    expect(valuesIn([engagement('won')], [late])).toMatchObject({ '1.closed': 0, '1.all': 1 });
    expect(valuesIn([engagement('won')], [late], { period: december })).toMatchObject({ '1.closed': 1 });
  });

  it('gives a month computed late as it was computed on time', () => {
    const later = stagesOf('won', [endOfNovember + 9, 'Closed Lost'], [endOfNovember + 99, '2-Scoping']);
    const requests = [engagement('won')];

    expect(valuesIn(requests, [[...won, ...later]], { now: december.to })).toEqual(
      valuesIn(requests, [won], { now: november.to }),
    );
  });

  it('takes the first moment of the last unbroken closed stretch, and what it ends in', () => {
    const twice = stagesOf(
      'won',
      [-900, '2-Scoping'],
      [-800, 'Closed Lost'],
      [100, '2-Scoping'],
      [endOfNovember - 1, 'Closed Lost'],
      [endOfNovember + 1, 'Closed Won'],
    );
    const requests = [engagement('won')];

    expect(valuesIn(requests, [twice])).toMatchObject({ '1.won': 0, '1.closed': 1 });
    expect(valuesIn(requests, [twice], { period: december })).toMatchObject({ '1.closed': 0, '1.all': 0 });
  });

  it('lets only the last of several changes at one moment count', () => {
    const reopened = stagesOf('won', [-900, 'Closed Lost'], [100, '2-Scoping'], [100, 'Closed Won']);

    expect(valuesIn([engagedLongAgo], [reopened.toReversed()])).toMatchObject({ '1.closed': 0 });
  });

  it('takes a stage that Salesforce does not list as open', () => {
    expect(valuesIn([engagement('x')], [stagesOf('x', [0, 'Lost Track'])])).toMatchObject({
      '1.closed': 0,
      '1.all': 1,
    });
  });

  it('tells how many opportunities are gone, or have no history before the cut-off', () => {
    const source = pipeline(won, stagesOf('late', [endOfNovember, '2-Scoping']));
    if (source.kind !== 'read') throw new Error('not read');
    const opportunities = [...source.value.opportunities, { id: 'silent' }];
    const requests = ['deleted', 'silent', 'late', 'won'].map((id) => engagement(id));
    const scope = scopeOf({
      requests,
      pipeline: { kind: 'read', value: { ...source.value, opportunities } },
    });

    expect(valuesOf(technicalWinRate.measure(scope))).toMatchObject({ '1.gone': 3, '1.all': 1 });
  });
});
