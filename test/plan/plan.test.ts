import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssueAction, WriteRecord } from '../../src/plan/action.ts';
import { canonicalJson, digestOf, makePlan } from '../../src/plan/plan.ts';
import { expected, oneOfEach } from './render/builders.ts';

function write(issue: number, text: string, changes: Partial<WriteRecord> = {}): WriteRecord {
  const expect_ = { ...expected, record: `before ${text}` };
  return {
    ...oneOfEach['record.write'],
    issue,
    expect: expect_,
    note: 5,
    text,
    record: { text },
    mentions: [],
    why: text,
    ...changes,
  };
}

function other(issue: number): IssueAction {
  return { ...oneOfEach['issue.set'], issue };
}

function planned(...actions: IssueAction[]) {
  return makePlan({ now: 0, steps: [{ step: 'validate', actions }], leftOver: [], held: [], problems: [] })
    .actions;
}

describe('a plan', () => {
  it('has a digest without clock, leftovers, problems or the order of keys', () => {
    const steps = [{ step: 'validate' as const, actions: [other(1)] }];
    const one = makePlan({ now: 1, steps, leftOver: [], held: [], problems: [] });
    const two = makePlan({
      now: 2,
      steps,
      leftOver: [{ kind: 'team.add', count: 1 }],
      held: [],
      problems: ['x'],
    });
    expect(one.digest).toBe(two.digest);
    const turned = Object.fromEntries(Object.entries(other(1)).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(other(1)));
  });

  it('has another digest for another order, another value or another expectation', () => {
    const base = digestOf([other(1), other(2)]);
    expect(digestOf([other(2), other(1)])).not.toBe(base);
    expect(digestOf([other(1), { ...other(2), expect: { ...expected, lastEvent: 56 } }])).not.toBe(base);
    expect(digestOf([other(1)])).not.toBe(base);
  });
});

describe('edits of one record that nobody could read in between', () => {
  it('become one: the text of the last, the expectation of the first, the mentions of all', () => {
    const merged = planned(
      write(1, 'a', { note: null, mentions: ['omar'] }),
      write(1, 'b', { note: 'record(1)', mentions: ['priya'] }),
    );
    expect(merged).toEqual([
      write(1, 'b', {
        note: null,
        expect: { ...expected, record: 'before a' },
        mentions: ['omar', 'priya'],
        why: 'a; b',
      }),
    ]);
  });

  it('stay two when something else of the issue lies between; other issues do not matter', () => {
    expect(planned(write(1, 'a'), other(1), write(1, 'b'))).toHaveLength(3);
    expect(planned(write(1, 'a'), other(2), write(1, 'b')).map((each) => each.kind)).toEqual([
      'record.write',
      'issue.set',
    ]);
  });

  it('one that only notes an outcome waits for the next one, and hands on what it expected', () => {
    const outcome = write(1, 'done', { outcomeOnly: true });
    const merged = planned(other(1), outcome, other(1), write(1, 'next'));
    expect(merged.map((each) => each.kind)).toEqual(['issue.set', 'issue.set', 'record.write']);
    expect(merged.at(-1)).toMatchObject({ text: 'next', expect: { record: 'before done' } });
  });

  it('an outcome with nothing after it is written where it was', () => {
    const outcome = write(1, 'done', { outcomeOnly: true });
    expect(planned(other(1), outcome, write(2, 'x'))).toEqual([other(1), outcome, write(2, 'x')]);
  });

  it('a decision that is followed by an outcome does not wait with it', () => {
    const merged = planned(
      write(1, 'decided'),
      write(1, 'done', { outcomeOnly: true }),
      other(1),
      write(1, 'next'),
    );
    expect(merged.map((each) => ('text' in each ? each.text : each.kind))).toEqual([
      'done',
      'issue.set',
      'next',
    ]);
    expect(merged[0]).not.toHaveProperty('outcomeOnly');
  });

  it('however they come: the last text of each record stands in the end, and each expects what the one before it left', () => {
    const some = fc.array(
      fc.record({
        issue: fc.integer({ min: 1, max: 2 }),
        kind: fc.constantFrom('write', 'outcome', 'other'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (kinds) => {
        const version = new Map<number, string>();
        const actions = kinds.map(({ issue, kind }, index): IssueAction => {
          if (kind === 'other') return other(issue);
          const before = version.get(issue) ?? 'at first';
          version.set(issue, `v${index}`);
          const only = kind === 'outcome' ? { outcomeOnly: true as const } : {};
          return write(issue, `v${index}`, { expect: { ...expected, record: before }, ...only });
        });
        const merged = planned(...actions);
        const standing = new Map<number, string>();
        for (const action of merged) {
          if (action.kind !== 'record.write') continue;
          expect(action.expect.record).toBe(standing.get(action.issue) ?? 'at first');
          standing.set(action.issue, action.text);
        }
        expect(standing).toEqual(version);
        expect(merged.filter((each) => each.kind === 'issue.set')).toHaveLength(
          kinds.filter(({ kind }) => kind === 'other').length,
        );
      }),
    );
  });
});
