import { describe, expect, it } from 'vitest';
import { parse, problemsOf, shipped } from './shipped-files.ts';

describe('a configuration file that is not plain YAML is refused', () => {
  it.each([
    ['nothing', '\n', 1, 'the file is empty'],
    ['a key twice', 'smes: []\nsmes: []', 2, 'the key "smes" stands here twice'],
    ['a key twice deep down', 'smes:\n  - region: a\n    region: b', 3, 'the key "region" stands here twice'],
    ['two documents', 'smes: []\n---\nsmes: []', 2, /multiple documents/],
    ['a tag', 'smes: !!js/function "x"', 1, /tag/i],
    ['a map as a key', 'smes: []\n{ a: b }: c', 2, /keys must be strings/i],
    ['a quote left open', 'smes: "x', 1, /Missing closing/],
    ['an alias to nothing', 'smes: *sme', 1, /cannot be read|alias/i],
  ])('%s', (_, roster, line, message) => {
    const [problem] = problemsOf(parse({ roster }));

    expect(problem).toMatchObject({ file: 'config/roster.yml', line });
    expect(problem?.message).toMatch(message);
    expect(problem?.cure).toMatch(/\.$/);
  });

  it('a file larger than 256 KiB, counted in bytes', () => {
    const problems = problemsOf(parse({ roster: `# ${'é'.repeat(140_000)}\n${shipped.roster}` }));

    expect(problems.map(({ message }) => message)).toEqual(['the file is larger than 256 KiB']);
  });

  it.each([
    ['a billion laughs', `a: &a [x,x,x,x,x,x,x,x,x]\n${laughs()}smes: *i`],
    ['brackets without end', '['.repeat(200_000)],
    ['lists in lists without end', '- '.repeat(100_000)],
    ['as many different keys as fit', Array.from({ length: 25_000 }, (_, key) => `k${key}: 1`).join('\n')],
  ])(
    '%s, in reasonable time',
    (_, roster) => {
      const problems = problemsOf(parse({ roster }));

      expect(problems.length).toBeGreaterThan(0);
    },
    10_000,
  );

  it('a program file that is no map', () => {
    const [problem] = problemsOf(parse({ program: '- a\n- b' }));

    expect(problem).toMatchObject({ line: 1, path: '', message: 'a list is not accepted here' });
  });

  it('both files are named when neither can be read', () => {
    const files = problemsOf(parse({ program: 'a: "', roster: 'b: "' })).map(({ file }) => file);

    expect(new Set(files)).toEqual(new Set(['config/program.yml', 'config/roster.yml']));
  });
});

describe('plain YAML anchors', () => {
  it('may share a list, and a mistake in it is found on its own line', () => {
    const program = shipped.program
      .replace('holidays: [2026-12-31, 2027-01-01]', 'holidays: *days')
      .replace('holidays: [2026-11-26, 2026-12-25, 2027-01-01]', 'holidays: &days [2026-11-31]');

    const places = problemsOf(parse({ program })).map(({ path, line }) => [path, line]);

    const anchor = program.slice(0, program.indexOf('&days')).split('\n').length;
    expect(places).toEqual([
      ['regions[1].holidays[0]', anchor],
      ['regions[2].holidays[0]', anchor],
    ]);
  });
});

function laughs(): string {
  const names = 'abcdefghi';
  return [...names.slice(1)]
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${names[index]}`).join(',')}]\n`)
    .join('');
}
