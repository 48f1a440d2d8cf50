import { describe, expect, it } from 'vitest';
import { declines } from '../../../../src/domain/metrics/operation/declines.ts';
import { type Life, measured, program, request } from './november.ts';

function declined(
  clicked: number,
  closed: NonNullable<Life['closed']>,
  declineReason: string | null = 'too early',
) {
  const states = [
    ['submitted', -5],
    ['declined', clicked],
  ] as const;
  return request({ submitted: -5, states, closed, facts: { declineReason } });
}

describe('declines', () => {
  it('are counted by reason, and the reasons add up', () => {
    const { values, figures } = measured(declines, [
      declined(5, [[5]], 'too early'),
      declined(6, [[6]], 'too early'),
      declined(7, [[7]], 'in other words'),
      declined(8, [[8]], 'no reason given'),
    ]);

    expect(values).toMatchObject({
      n: 4,
      'too-early': 2,
      'no-capacity': 0,
      'in-other-words': 1,
      'no-reason-given': 1,
    });
    const parts = figures.slice(1).map(({ value }) => value ?? 0);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(4);
  });

  it('count in the month they were closed in, where the reason had to be asked for', () => {
    expect(measured(declines, [declined(-1, [[2]])]).values.n).toBe(1);
    expect(measured(declines, [declined(30, [[31]])]).values.n).toBe(0);
  });

  it('count once, though somebody has opened and closed the issue again in another month', () => {
    expect(measured(declines, [declined(-2, [[-1, 4], [5]])]).values.n).toBe(0);
    expect(measured(declines, [declined(3, [[4, 5], [6]])]).values.n).toBe(1);
  });

  it('of an issue that the author had closed count from the click', () => {
    expect(measured(declines, [declined(3, [[-2]])]).values.n).toBe(1);
  });

  it('do not count while open, nor once the request has begun anew before the cut-off', () => {
    const anew = request({
      states: [
        ['declined', 3],
        ['submitted', 9],
      ],
      closed: [[3, 9]],
    });

    expect(measured(declines, [declined(5, []), anew]).values.n).toBe(0);
  });

  it('keep the month when the request begins anew later, with a reason that is not known any more', () => {
    const anew = request({
      states: [
        ['declined', 3],
        ['submitted', 40],
      ],
      closed: [[3, 40]],
    });

    expect(measured(declines, [anew]).values).toMatchObject({ n: 1, 'begun-anew-since': 1 });
  });

  it('have a figure for each configured reason, and one for a reason that is not configured any more', () => {
    const config = program();
    const requests = { ...config.requests, declineReasons: ['Not now'] };

    const { values } = measured(declines, [declined(5, [[5]], 'too early')], {
      config: { ...config, requests },
    });

    expect(values).toEqual({
      n: 1,
      'not-now': 0,
      'in-other-words': 0,
      'no-reason-given': 0,
      'begun-anew-since': 0,
      'too-early': 1,
    });
  });

  it('are as of the cut-off in number, and of the day they were read by reason', () => {
    const { figures } = measured(declines, []);

    expect(figures.filter(({ asOf }) => asOf).map(({ id }) => id)).toEqual(['declines.n']);
  });
});
