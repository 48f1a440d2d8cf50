import { describe, expect, it } from 'vitest';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { requestTimes } from '../../../src/domain/metrics/request-times.ts';
import { technicalWinRate } from '../../../src/domain/metrics/technical-win-rate.ts';
import { at, history, life, opportunity } from './builders.ts';

const november = { from: '2026-11-01', to: '2026-12-01', read: '2026-12-01' };
const tookPlace = life(['submitted', 0], ['assigned', 2], ['engaged', 3], ['awaiting-feedback', 90]);

function engagement(opportunityId: string, fields: Partial<RequestHistory> = {}): RequestHistory {
  return history({ opportunityId, labelEvents: tookPlace, ...fields });
}

function rateOf(
  histories: readonly RequestHistory[],
  opportunities: Parameters<typeof technicalWinRate>[1],
  days = november,
) {
  const requests = histories.map((each) => requestTimes(each, at(700)));
  return technicalWinRate(requests, opportunities, days);
}

describe('technical win rate', () => {
  it('divides won by closed opportunities, and beside it by all', () => {
    const opportunities = [
      opportunity('won', { closed: true, won: true }),
      opportunity('lost', { closed: true }),
      opportunity('open'),
    ];

    const rate = rateOf([engagement('won'), engagement('lost'), engagement('open')], opportunities);

    expect(rate).toMatchObject({ won: 1, closed: 2, all: 3, rate: 50, literal: 100 / 3 });
  });

  it.each([
    ['off', 'Salesforce is off'],
    ['down', 'Salesforce is down'],
  ] as const)('is not available while Salesforce is %s, never 0', (mode, reason) => {
    expect(rateOf([engagement('won')], mode)).toEqual({ kind: 'not-available', reason });
  });

  it('counts an opportunity once however many requests name it', () => {
    const rate = rateOf(
      [engagement('won', { iid: 3 }), engagement('won', { iid: 2 })],
      [opportunity('won', { closed: true, won: true })],
    );

    expect(rate).toMatchObject({ won: 1, closed: 1, requests: [2, 3] });
  });

  it.each([
    ['is only assigned', { labelEvents: life(['submitted', 0], ['assigned', 2]) }],
    ['did not take place', { outcome: 'did not take place' }],
    ['was moved', { outcome: 'moved' }],
    ['took place after the cut-off', { labelEvents: life(['assigned', 2], ['awaiting-feedback', 900]) }],
  ] as const)('leaves out an engagement that %s', (_, fields) => {
    const rate = rateOf([engagement('won', fields)], [opportunity('won', { closed: true, won: true })]);

    expect(rate).toMatchObject({ won: 0, closed: 0, all: 0, rate: null, literal: null });
  });

  it.each([
    ['2026-10-31', { closed: 0, all: 0 }],
    ['2026-11-01', { closed: 1, all: 1 }],
    ['2026-11-30', { closed: 1, all: 1 }],
    ['2026-12-01', { closed: 0, all: 1 }],
  ])('puts an opportunity closed on %s into the period it belongs to', (closeDate, expected) => {
    const rate = rateOf([engagement('won')], [opportunity('won', { closed: true, won: true, closeDate })]);

    expect(rate).toMatchObject(expected);
  });

  it('takes an opportunity that is closed with a date ahead as closed on the day it was read', () => {
    const ahead = opportunity('won', { closed: true, won: true, closeDate: '2027-03-01' });

    expect(rateOf([engagement('won')], [ahead], { ...november, read: '2026-11-28' })).toMatchObject({
      closed: 1,
    });
  });

  it('tells how many opportunities are gone from Salesforce', () => {
    expect(rateOf([engagement('deleted')], [])).toMatchObject({ gone: 1, all: 0, rate: null });
  });
});
