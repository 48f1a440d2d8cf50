import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/run/command-line.ts';

const plain = {
  apply: false,
  json: false,
  issue: null,
  config: null,
  now: null,
  plan: null,
  allowances: {},
  pages: null,
};

describe('the command line of a script', () => {
  it.each<[string, object]>([
    ['', {}],
    ['--apply', { apply: true }],
    ['--json --issue 12', { json: true, issue: 12 }],
    ['--config other', { config: 'other' }],
    ['--plan p.json --apply', { plan: 'p.json', apply: true }],
    ['--now 2026-11-23T08:00:00Z', { now: Date.parse('2026-11-23T08:00:00Z') }],
    ['--now 2026-11-23T08:00:00.5+01:00', { now: Date.parse('2026-11-23T07:00:00.500Z') }],
    ['--now 2026-11-23', { now: Date.parse('2026-11-23T00:00:00Z') }],
    ['--allow removals=7', { allowances: { removals: 7 } }],
  ])('%s', (line, changes) => {
    const args = line.split(' ').filter((each) => each !== '');
    expect(parseCommandLine(args)).toEqual({ ok: true, value: { ...plain, ...changes } });
  });

  it.each([
    ['--aply', '--aply'],
    ['12', '12'],
    ['--apply=yes', 'apply'],
    ['--issue', 'issue'],
    ['--issue 0', '--issue'],
    ['--issue -1', 'issue'],
    ['--issue 1e3', '--issue'],
    ['--issue 12;ls', '--issue'],
    ['--issue 99999999999', '--issue'],
    ['--now tomorrow', '--now'],
    ['--now 2026-11-23T08:00:00', '--now'],
    ['--now 2026-13-45', '--now'],
    ['--allow additions=7', '--allow'],
    ['--allow roster=3', '--allow'],
    ['--allow removals', '--allow'],
    ['--allow removals=-1', '--allow'],
  ])('%s is refused in words that name it', (line, named) => {
    const parsed = parseCommandLine(line.split(' '));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems.join(' ')).toContain(named);
  });

  it('all problems are told at once', () => {
    const parsed = parseCommandLine(['--issue', 'x', '--now', 'x', '--allow', 'x']);
    expect(parsed).toMatchObject({ ok: false, problems: { length: 3 } });
  });
});
