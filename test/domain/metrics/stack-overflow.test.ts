import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type { Period, ProgramFacts, Question } from '../../../src/domain/metrics/facts.ts';
import { areaGroups, cellGroups, type Group, regionGroups } from '../../../src/domain/metrics/group.ts';
import { stackOverflow } from '../../../src/domain/metrics/program/stack-overflow.ts';
import { exampleConfig } from '../../builders/config.ts';
import { said } from './said.ts';
import { scopeOf } from './scope-of.ts';

const config = exampleConfig();
const october: Period = {
  from: Date.parse('2026-10-01T00:00:00Z'),
  to: Date.parse('2026-11-01T00:00:00Z'),
  name: '2026-10',
};

const ines = 31;
const mei = 33;
const stranger = 22;

const ai = area('ai');
const appsec = area('appsec');

function area(key: string): Group {
  const found = areaGroups(config).find((group) => group.key === key);
  if (found === undefined) throw new Error(`no area ${key}`);
  return found;
}

let lastId = 0;

function question(
  at: string,
  tags: readonly string[],
  answers: readonly (readonly [user: number | null, score: number])[] = [],
): Question {
  lastId += 1;
  return {
    id: lastId,
    at: Date.parse(at),
    tags,
    answers: answers.map(([user, score], index) => ({
      id: lastId * 100 + index,
      at: Date.parse(at),
      user,
      score,
    })),
  };
}

type Asked = Parameters<typeof scopeOf>[1];

function figuresOf(value: readonly Question[], asked: Asked = {}) {
  return measured({ kind: 'read', value }, asked);
}

function measured(questions: ProgramFacts['questions'], asked: Asked = {}) {
  return stackOverflow.measure(scopeOf({ questions }, { period: october, ...asked })).figures;
}

describe('Stack Overflow', () => {
  it('is the share of questions with an answer of an SME, and the mean score of those answers', () => {
    const figures = figuresOf([
      question(
        '2026-10-02T08:00:00Z',
        ['ai'],
        [
          [ines, 7],
          [stranger, 90],
        ],
      ),
      question(
        '2026-10-03T08:00:00Z',
        ['agile'],
        [
          [mei, 4],
          [ines, 1],
        ],
      ),
      question(
        '2026-10-04T08:00:00Z',
        ['ai'],
        [
          [stranger, 3],
          [null, 2],
        ],
      ),
      question('2026-10-05T08:00:00Z', ['gitlab-ci']),
    ]);

    expect(said(figures)).toEqual({
      '8.questions': 4,
      '8.answered.n': 2,
      '8.answered': 50,
      '8.answers': 3,
      '8.upvotes': 4,
      '8.smes.unknown': 2,
    });
  });

  it('knows a score below zero', () => {
    expect(said(figuresOf([question('2026-10-02T08:00:00Z', ['ai'], [[ines, -3]])]))).toMatchObject({
      '8.upvotes': -3,
    });
  });

  it('counts what was asked in the period and before the cut-off', () => {
    const asked = [
      '2026-09-30T23:59:59Z',
      '2026-10-01T00:00:00Z',
      '2026-10-19T23:59:59Z',
      '2026-10-20T00:00:00Z',
    ].map((at) => question(at, ['ai']));

    const figures = figuresOf(asked, { now: Date.parse('2026-10-20T00:00:00Z') });

    expect(said(figures)).toMatchObject({ '8.questions': 2 });
  });

  it('counts a question in each area that has a tag of it, whatever the case, and once overall', () => {
    const asked = [
      question('2026-10-02T08:00:00Z', ['AI', 'application-security'], [[ines, 2]]),
      question('2026-10-02T08:00:00Z', ['gitlab-duo']),
    ];

    expect(said(figuresOf(asked))).toMatchObject({ '8.questions': 2 });
    expect(said(figuresOf(asked, { group: ai }))).toMatchObject({ '8.questions': 2, '8.answered': 50 });
    expect(said(figuresOf(asked, { group: appsec }))).toMatchObject({ '8.questions': 1, '8.answered': 100 });
  });

  it('tells how many SMEs it does not see, once and for all areas', () => {
    const figures = figuresOf([question('2026-10-02T08:00:00Z', ['ai'])], { group: ai });

    expect(Object.keys(said(figures))).not.toContain('8.smes.unknown');
    expect(said(figuresOf([]))).toMatchObject({ '8.smes.unknown': 2 });
  });

  it('has no figures by region, for one area in one region, and for areas nobody has configured', () => {
    const groups = [...regionGroups(config), ...cellGroups(config), area('other')];

    expect(groups.flatMap((group) => figuresOf([], { group }))).toEqual([]);
  });

  it('is never corrected: all of it rests on the day it was read', () => {
    expect(figuresOf([]).filter(({ asOf }) => asOf)).toEqual([]);
    expect(figuresOf([]).filter(({ guarded }) => guarded)).toEqual([]);
  });

  it('names the figures that its table and its goals show', () => {
    const ids = figuresOf([]).map(({ id }) => id);
    const { columns, goals, chart } = stackOverflow.definition;

    expect(ids).toEqual(expect.arrayContaining([...columns, ...goals].map(({ figure }) => figure)));
    expect(ids).toContain(chart);
  });
});

describe('without an input Stack Overflow says why, and never 0', () => {
  const values = ['8.questions', '8.answered.n', '8.answered', '8.answers', '8.upvotes'];

  function reasons(questions: ProgramFacts['questions'], asked: Asked = {}): unknown[] {
    const told = said(measured(questions, asked));
    return [...new Set(values.map((id) => told[id]))];
  }

  it('where nothing was read', () => {
    const off = { kind: 'not available', reason: 'Stack Overflow is off' } as const;

    expect(reasons(off)).toEqual(['Stack Overflow is off']);
    expect(reasons(off, { group: ai })).toEqual(['Stack Overflow is off']);
  });

  it('where an area has no tags', () => {
    const read = { kind: 'read', value: [] } as const;

    expect(reasons(read, { group: area('dedicated') })).toEqual(['the area has no stack_overflow_tags']);
  });

  it('where nobody of the roster is known there', () => {
    const roster = config.roster.map((sme) => ({ ...sme, stackOverflowUser: null }));
    const value = [question('2026-10-02T08:00:00Z', ['ai'], [[ines, 7]])];
    const without: Config = { ...config, roster };

    expect(reasons({ kind: 'read', value }, { config: without })).toEqual([
      'no SME of the roster has a stack_overflow_user',
    ]);
  });

  it('where nothing was asked, and where no SME has answered', () => {
    expect(said(figuresOf([]))).toMatchObject({
      '8.questions': 0,
      '8.answered': 'no question was asked',
      '8.upvotes': 'no SME has answered',
    });
  });
});

const anyQuestion = fc.record({
  day: fc.integer({ min: 20, max: 60 }),
  tags: fc.subarray(['ai', 'gitlab-duo', 'application-security', 'agile', 'lunch']),
  answers: fc.array(fc.tuple(fc.constantFrom(ines, mei, stranger, null), fc.integer({ min: -5, max: 40 })), {
    maxLength: 4,
  }),
});

it('Stack Overflow agrees with a recomputation by hand, whatever was asked', () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 12 }), (asked) => {
      const september = Date.parse('2026-09-01T00:00:00Z');
      const day = (number: number) => new Date(september + number * 86_400_000).toISOString();
      const told = said(
        figuresOf(
          asked.map((each) => question(day(each.day), each.tags, each.answers)),
          { group: ai },
        ),
      );

      let questions = 0;
      let answered = 0;
      let votes = 0;
      let answers = 0;
      for (const each of asked) {
        if (each.day < 30 || each.day >= 61) continue;
        if (!each.tags.includes('ai') && !each.tags.includes('gitlab-duo')) continue;
        questions += 1;
        let found = 0;
        for (const [user, score] of each.answers) {
          if (user !== ines && user !== mei) continue;
          found += 1;
          votes += score;
        }
        answers += found;
        if (found > 0) answered += 1;
      }
      expect(told['8.questions']).toBe(questions);
      expect(told['8.answered.n']).toBe(answered);
      expect(told['8.answers']).toBe(answers);
      if (questions > 0) expect(told['8.answered']).toBeCloseTo((answered / questions) * 100, 9);
      if (answers > 0) expect(told['8.upvotes']).toBeCloseTo(votes / answers, 9);
    }),
    { seed: 8, numRuns: 200 },
  );
});
