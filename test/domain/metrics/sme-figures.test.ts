import { describe, expect, it } from 'vitest';
import type {
  CollateralItem,
  ProgramFacts,
  Question,
  RequestHistory,
} from '../../../src/domain/metrics/facts.ts';
import { type Figure, figure } from '../../../src/domain/metrics/figure.ts';
import { programHistory } from '../../../src/domain/metrics/program-history.ts';
import { smeFigures, withheldRatings } from '../../../src/domain/metrics/sme-figures.ts';
import { day, decided, desk, november, program, request, sme, tookPlace } from './operation/november.ts';

const ines = sme('ines', { stackOverflowUser: 31 });

/** What is told of Ines for November, by the end of the ids. */
function november26(facts: Partial<ProgramFacts>, of = ines): Readonly<Record<string, Figure>> {
  const none = { kind: 'not available', reason: 'not asked' } as const;
  const history = programHistory({
    config: program([ines]),
    facts: { requests: [], feedback: [], collateral: [], pipeline: none, questions: none, ...facts },
    now: day(40),
    desk: [desk.id],
  });
  const [figures = []] = smeFigures(history, of, [november.from], november.to);
  return Object.fromEntries(figures.map((each) => [each.id.slice('sme.'.length), each]));
}

function engagement(start: number, facts: Partial<RequestHistory> = {}): RequestHistory {
  return request(tookPlace(start + 1, start + 2, { ...decided('Ines', start, 3), ...facts }));
}

function item(kindKey: string, published: number, owners = ['ines']): CollateralItem {
  const event = (id: number, name: string, at: number, action: 'add' | 'remove') => ({
    id,
    user: desk,
    at: day(at),
    label: { id: id % 10, name },
    action,
  });
  return {
    iid: 9,
    areaKey: 'ai',
    submittedAt: day(-20),
    kindKey,
    owners,
    labelEvents: [
      event(11, 'collateral::requested', -20, 'add'),
      event(22, 'collateral::published', published, 'add'),
    ],
    stateEvents: [],
  };
}

describe('the figures of an SME', () => {
  it('are of the engagements that took place and began in the time, with their hours', () => {
    const requests = [
      engagement(4),
      engagement(20),
      engagement(29, decided('ines', 29, 2)),
      engagement(5, decided('mei', 5, 9)),
    ];

    const { engagements, hours, budget, used } = november26({ requests });

    expect([engagements?.value, hours?.value]).toEqual([3, 8]);
    expect(budget?.value).toBeCloseTo(3 * (30 / 7), 9);
    expect(used?.value).toBeCloseTo((100 * 8) / (3 * (30 / 7)), 9);
  });

  it('tell ratings and thanks of what was completed in the time', () => {
    const requests = [5, 5, 3, null].map((rating) => engagement(10, { rating }));

    const told = november26({ requests: [...requests, engagement(30, { rating: 1 })] });

    expect([told['ratings.n']?.value, told['ratings.mean']?.value, told.thanks?.value]).toEqual([
      3,
      13 / 3,
      2,
    ]);
    expect([told['ratings.mean']?.guarded, told.thanks?.guarded]).toEqual([true, true]);
  });

  it('count collateral of their own by kind, once, in the month it was first published', () => {
    const collateral = [
      item('training', 5),
      item('article', 6),
      item('discovery-questions', 7),
      item('article', 31),
      item('article', -3),
      item('article', 5, ['mei']),
    ];

    const { collateral: all, sessions, articles } = november26({ collateral });

    expect([all?.value, sessions?.value, articles?.value]).toEqual([3, 1, 1]);
  });

  it('count their answers, and say why there are none', () => {
    const answers = [5, 6, 31].map((at, id) => ({ id, at: day(at), user: id === 1 ? 22 : 31, score: 2 }));
    const question: Question = { id: 1, at: day(-40), tags: ['ai'], answers };
    const questions = { kind: 'read', value: [question] } as const;

    expect(november26({ questions }).answers?.value).toBe(1);
    expect(november26({}).answers).toMatchObject({ value: null, note: 'not asked' });
    expect(november26({ questions }, sme('ines', { stackOverflowUser: null })).answers).toMatchObject({
      value: null,
      note: 'the roster gives no stack_overflow_user',
    });
  });

  it('say that there is no budget before the term begins', () => {
    const later = sme('ines', { term: { from: '2027-01-01', to: '2027-12-31' } });

    expect(november26({}, later).used).toMatchObject({ value: null, note: 'no day of it lies in the term' });
  });
});

describe('ratings of few are withheld', () => {
  function mean(n: number): Figure[] {
    return [figure({ id: 'sme.ratings.mean', name: 'Mean', unit: 'score', value: 4, n, guarded: true })];
  }

  function told(...counts: readonly number[]): (number | string | null)[] {
    return withheldRatings(counts.map(mean), 5).map(([each]) => each?.value ?? each?.note ?? null);
  }

  it('below the least number', () => {
    expect(told(1, 4, 5)).toEqual(['n = 1, too few', 'n = 4, too few', 4]);
  });

  it('and where the rest of a longer time would be told by a shorter one', () => {
    const hidden = 'withheld, so that fewer ratings cannot be computed from it';

    expect(told(5, 6, 11)).toEqual([hidden, 4, 4]);
    expect(told(5, 5, 6)).toEqual([hidden, hidden, 4]);
    expect(told(5, 10, 15)).toEqual([4, 4, 4]);
    expect(told(5, 5, 5)).toEqual([4, 4, 4]);
  });
});
