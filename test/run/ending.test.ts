import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import type { Ending } from '../../src/run/apply/applied.ts';
import { Ledger } from '../../src/run/apply/ledger.ts';
import { refusalOfBody } from '../../src/run/apply/send-body.ts';
import { exitCode } from '../../src/run/tell.ts';
import { oneOfEach } from '../plan/render/builders.ts';

const plan: Plan = { now: 0, digest: '', actions: [], leftOver: [], held: [], problems: [] };
const failure = { code: 'x', why: 'x', cure: 'x' };

describe('the exit code of a run', () => {
  it.each<[0 | 2 | 3, string, Partial<Plan>, Ending[]]>([
    [0, 'nothing to do', {}, []],
    [0, 'all done', {}, [{ kind: 'applied' }, { kind: 'there already' }]],
    [2, 'something failed', {}, [{ kind: 'applied' }, { kind: 'failed', ...failure }]],
    [2, 'an answer was lost', {}, [{ kind: 'unknown', ...failure }]],
    [2, 'an issue has moved', {}, [{ kind: 'moved', why: 'x' }]],
    [2, 'something was skipped', {}, [{ kind: 'skipped', why: 'x' }]],
    [2, 'a cap left something', { leftOver: [{ kind: 'team.add', count: 1 }] }, []],
    [2, 'something could not be read', { problems: ['x'] }, []],
    [
      3,
      'a stop held something back',
      { held: [{ kind: 'team.remove', count: 6, allow: 'x' }] },
      [{ kind: 'failed', ...failure }],
    ],
  ])('%i: %s', (code, _, changes, endings) => {
    const results = endings.map((ending) => ({ action: oneOfEach['issue.set'], ending }));
    expect(exitCode({ ...plan, ...changes }, results)).toBe(code);
  });
});

describe('the gate for everything that is sent to GitLab', () => {
  const marker = '<!-- sme-desk:note {"issue":1,"key":"a"} -->';

  it.each([
    ['a command', 'Hello\n/close', []],
    ['a command behind blanks', 'Hello\n  /label ~x', []],
    ['a command after a carriage return', 'Hello\r/close', []],
    ['a command after a line separator', 'Hello\u2028/close', []],
    ['a command after a next line', 'Hello\u0085/close', []],
    ['a mention of somebody else', 'Hello @mallory', ['omar']],
    ['a mention of everybody', 'Hello @all', []],
    ['raw HTML', 'Hello <img src=x onerror=alert(1)>', []],
    ['a marker of another kind', 'Hello <!-- other -->', []],
  ])('refuses %s', (_, text, mentions) => {
    expect(refusalOfBody(`${text}\n\n${marker}`, mentions)).toMatchObject({
      kind: 'failed',
      code: 'body-refused',
    });
  });

  it('lets through what was meant', () => {
    const text =
      '@omar, @Priya: please look. A path such as a/b, or `/label ~"request::approved"` in a sentence.';
    expect(refusalOfBody(`${text}\n\n${marker}`, ['omar', 'priya'])).toBeNull();
  });
});

describe('the ledger of a run', () => {
  it('settles what came about, and gives the rest its fallback, wherever it stands', () => {
    const ledger = new Ledger();
    ledger.resolve('row(1,005A)', '00q1');
    const value = {
      team: [{ row: 'row(1,005A)' }, { row: 'row(2,005B)' }],
      text: 'row(1,005A) in words',
      list: [1, null],
    };
    expect(ledger.settle(value, () => null)).toEqual({
      team: [{ row: '00q1' }, { row: null }],
      text: 'row(1,005A) in words',
      list: [1, null],
    });
    expect(ledger.id(17)).toBe(17);
    expect(ledger.id('1700.0001')).toBe('1700.0001');
    expect(ledger.id('message(1,announce)')).toBeNull();
  });
});
