import { describe, expect, it } from 'vitest';
import { fastTrack } from '../../../../src/domain/metrics/operation/fast-track.ts';
import { serviceLevel } from '../../../../src/domain/metrics/operation/service-level.ts';
import { day, type Life, measured, request } from './november.ts';

function valuesOf(...lives: readonly Life[]) {
  return measured(serviceLevel, lives.map(request)).values;
}

describe('the service level', () => {
  it('is the share of the requests open in the month in which no answer was late', () => {
    const values = valuesOf({}, { breached: [4] }, { breached: [5, 9] }, { submitted: -20 });

    expect(values).toEqual({ requests: 4, late: 2, kept: 50, escalations: 3 });
  });

  it('counts an escalation in the month it happened in, and no other', () => {
    expect(valuesOf({ submitted: -20, breached: [0] }, { breached: [31] })).toMatchObject({
      requests: 2,
      late: 0,
      escalations: 0,
    });
  });

  it('leaves out what was closed all month, and keeps what was open for a moment of it', () => {
    const over: Life = { submitted: -20, closed: [[-3]] };
    const opened: Life = { submitted: -20, closed: [[-3, 9], [10]] };

    expect(valuesOf(over, opened).requests).toBe(1);
  });

  it('does not believe a label that a person has set', () => {
    const mallory = { id: 66, username: 'mallory' };

    expect(valuesOf({ breached: [4], breachedBy: mallory })).toMatchObject({ late: 0, escalations: 0 });
  });

  it('says that there is none without requests', () => {
    expect(measured(serviceLevel, []).of('kept')).toMatchObject({ value: null, note: 'no request was open' });
  });

  it('is the same whenever it is computed', () => {
    const lives: readonly Life[] = [{ breached: [4, 35], closed: [[33]] }, { closed: [[20, 40]] }];

    expect(measured(serviceLevel, lives.map(request), { now: day(31) }).figures).toEqual(
      measured(serviceLevel, lives.map(request), { now: day(90) }).figures,
    );
  });
});

describe('the fast track', () => {
  it('is the share of the requests submitted in the month with less than the lead time', () => {
    const facts = { fastTrack: true };
    const requests = [{ facts }, {}, {}, {}, { submitted: 0, facts }].map(request);

    const { values, of } = measured(fastTrack, requests);

    expect(values).toEqual({ n: 1, share: 25 });
    expect(of('share').n).toBe(4);
  });

  it('has no share without requests', () => {
    expect(measured(fastTrack, []).of('share')).toMatchObject({
      value: null,
      note: 'no request was submitted',
    });
  });
});
