import { describe, expect, it } from 'vitest';
import { unmetDemand } from '../../../../src/domain/metrics/operation/unmet-demand.ts';
import { type Life, measured, request } from './november.ts';

const waitlisted: Life = {
  states: [
    ['submitted', 2],
    ['waitlisted', 5],
  ],
};

function valuesOf(...lives: readonly Life[]) {
  return measured(unmetDemand, lives.map(request)).values;
}

describe('unmet demand', () => {
  it('counts a request that was ever waitlisted, though it has an SME by now', () => {
    const served: Life = { states: [...(waitlisted.states ?? []), ['assigned', 9]] };

    expect(valuesOf(served)).toEqual({ waitlisted: 1, waiting: 0, 'never-served': 0 });
  });

  it('counts one that waits at the cut-off, whatever comes after', () => {
    const servedLater: Life = { states: [...(waitlisted.states ?? []), ['assigned', 31]] };

    expect(valuesOf(waitlisted, servedLater)).toEqual({ waitlisted: 2, waiting: 2, 'never-served': 0 });
  });

  it('counts one that ended without an SME as never served, and not as waiting', () => {
    const given: Life = { ...waitlisted, closed: [[20]] };

    expect(valuesOf(given)).toEqual({ waitlisted: 1, waiting: 0, 'never-served': 1 });
  });

  it('does not count one as never served that had an SME before it ended', () => {
    const lost: Life = {
      states: [
        ['assigned', 3],
        ['waitlisted', 5],
        ['cancelled', 20],
      ],
      closed: [[20]],
    };

    expect(valuesOf(lost)).toEqual({ waitlisted: 1, waiting: 0, 'never-served': 0 });
  });

  it('leaves out what was submitted before the month, and what was waitlisted after it', () => {
    const before: Life = { ...waitlisted, submitted: 0 };
    const after: Life = { states: [['waitlisted', 31]] };

    expect(valuesOf(before, after)).toEqual({ waitlisted: 0, waiting: 0, 'never-served': 0 });
  });
});
