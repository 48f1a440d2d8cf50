import { describe, expect, it } from 'vitest';
import { ratings } from '../../../../src/domain/metrics/operation/ratings.ts';
import { measured, request, tookPlace } from './november.ts';

function rated(rating: number | null, completed = 20) {
  return request(tookPlace(completed - 2, completed, { rating }));
}

describe('ratings', () => {
  it('are those of the engagements that were completed in the month', () => {
    const requests = [rated(5), rated(4), rated(3), rated(null), rated(1, 31), rated(1, 0)];

    const { values, of } = measured(ratings, requests);

    expect(values).toEqual({ n: 3, answered: 75, mean: 4 });
    expect(of('mean')).toMatchObject({ n: 3, guarded: true });
    expect(of('answered').n).toBe(4);
  });

  it('count those who answered on what took place only, so that never more than all have', () => {
    const nothing = request(tookPlace(10, 12, { rating: 2, outcome: 'did not take place' }));

    expect(measured(ratings, [nothing]).values).toEqual({ n: 0, answered: null, mean: null });
  });

  it('say that nobody has rated, never 0', () => {
    expect(measured(ratings, [rated(null)]).of('mean')).toMatchObject({
      value: null,
      note: 'nobody has rated',
    });
  });
});
