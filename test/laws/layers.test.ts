import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { importsOf, packageOf, withoutComments } from './imports-of.ts';
import { root, type SourceFile, sourceFiles } from './source-files.ts';

/** Which of our own modules a folder may import. The first row whose `from` begins a path holds for it. */
const arrows: readonly { readonly from: string; readonly may: readonly string[] }[] = [
  { from: 'src/domain/', may: ['src/domain/', 'src/config/types.ts'] },
  { from: 'src/plan/', may: ['src/plan/', 'src/domain/', 'src/config/types.ts'] },
  // What a browser runs: the pure folders are published beside it.
  { from: 'src/site/', may: ['src/site/', 'src/report/', 'src/domain/'] },
  { from: 'src/report/', may: ['src/report/', 'src/domain/', 'src/config/types.ts'] },
  {
    from: 'src/reconcile/',
    may: [
      'src/reconcile/',
      'src/domain/',
      'src/plan/',
      'src/report/',
      'src/config/types.ts',
      'src/errors.ts',
    ],
  },
  { from: 'src/config/', may: ['src/config/', 'src/domain/', 'src/errors.ts'] },
  { from: 'src/clients/', may: ['src/clients/', 'src/errors.ts'] },
  { from: 'src/sandbox/', may: ['src/sandbox/'] },
  {
    from: 'src/run/',
    may: [
      'src/run/',
      'src/reconcile/',
      'src/report/',
      'src/plan/',
      'src/config/',
      'src/clients/',
      'src/domain/',
      'src/errors.ts',
    ],
  },
  { from: 'src/errors.ts', may: [] },
  {
    from: 'scripts/demo.ts',
    may: ['src/run/', 'src/config/', 'src/report/', 'src/sandbox/', 'src/errors.ts'],
  },
  { from: 'scripts/sandbox.ts', may: ['src/sandbox/', 'src/run/', 'src/errors.ts'] },
  { from: 'scripts/', may: ['src/run/', 'src/reconcile/', 'src/config/', 'src/report/', 'src/errors.ts'] },
];

/** Packages that speak to the outside, each in the one folder that may. */
const edges: Readonly<Record<string, string>> = {
  '@gitbeaker/rest': 'src/clients/gitlab/',
  '@gitbeaker/requester-utils': 'src/clients/gitlab/',
  jsforce: 'src/clients/salesforce/',
  '@slack/web-api': 'src/clients/slack/',
  undici: 'src/clients/',
  yaml: 'src/config/',
};

const pure = ['src/domain/', 'src/plan/', 'src/reconcile/', 'src/report/'];
const ambient =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bprocess\.[a-z]|\bconsole\.|\bperformance\.|\bMath\.random\b|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(/;

const files = sourceFiles();

function offences(test: (file: SourceFile, imported: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => test(file, imported))
      .map((imported) => `${file.path} → ${imported}`),
  );
}

function arrowsFrom(path: string): readonly string[] | null {
  return arrows.find((row) => path.startsWith(row.from))?.may ?? null;
}

describe('the arrows between the folders', () => {
  it('cover every file', () => {
    expect(files.filter((file) => arrowsFrom(file.path) === null).map((file) => file.path)).toEqual([]);
  });

  it('are the only ones', () => {
    const wrong = offences((file, imported) => {
      if (!/^(src|scripts|test)\//.test(imported)) return false;
      return !(arrowsFrom(file.path) ?? []).some((allowed) => imported.startsWith(allowed));
    });

    expect(wrong).toEqual([]);
  });

  it('never lead into the sandbox but from the demo and the sandbox itself', () => {
    const mayUseIt = ['src/sandbox/', 'scripts/demo.ts', 'scripts/sandbox.ts'];
    const wrong = offences(
      (file, imported) =>
        imported.startsWith('src/sandbox/') && !mayUseIt.some((from) => file.path.startsWith(from)),
    );

    expect(wrong).toEqual([]);
  });

  it('lead to modules by their whole name, with its extension', () => {
    expect(offences((_, imported) => imported.startsWith('src/') && !imported.endsWith('.ts'))).toEqual([]);
  });
});

describe('packages', () => {
  it('that speak to the outside are imported at their own edge only', () => {
    const wrong = offences((file, imported) => {
      const folder = edges[packageOf(imported)];
      return folder !== undefined && !file.path.startsWith(folder);
    });

    expect(wrong).toEqual([]);
  });

  it('of dates are imported by function, since the whole costs a second', () => {
    expect(offences((_, imported) => imported === 'date-fns')).toEqual([]);
  });

  it('that the jobs do not install are imported by the sandbox alone', () => {
    const manifest: { dependencies: Record<string, string> } = JSON.parse(
      readFileSync(`${root}package.json`, 'utf8'),
    );
    const wrong = offences((file, imported) => {
      if (/^(node:|src\/|scripts\/)/.test(imported) || file.path.startsWith('src/sandbox/')) return false;
      return !(packageOf(imported) in manifest.dependencies);
    });

    expect(wrong).toEqual([]);
  });
});

describe('the pure folders', () => {
  const core = files.filter((file) => pure.some((folder) => file.path.startsWith(folder)));

  it('import nothing of Node but its hashing', () => {
    const paths = new Set(core.map((file) => file.path));
    const wrong = offences(
      (file, imported) => paths.has(file.path) && imported.startsWith('node:') && imported !== 'node:crypto',
    );

    expect(core.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('read no clock, environment, network or chance, and print nothing', () => {
    const wrong = core.flatMap((file) => {
      const found = ambient.exec(withoutComments(file.text));
      return found === null ? [] : [`${file.path}: ${found[0]}`];
    });

    expect(wrong).toEqual([]);
  });

  it('of the configuration: only the loader touches the disk', () => {
    const wrong = offences((file, imported) => {
      return (
        file.path.startsWith('src/config/') &&
        file.path !== 'src/config/load.ts' &&
        imported.startsWith('node:')
      );
    });

    expect(wrong).toEqual([]);
  });
});

it('every module can be imported by Node itself, prints nothing, starts nothing and ends at once', () => {
  const modules = files.map((file) => file.path);
  // In one process of its own: the test runner resolves imports in ways that Node does not.
  const program = `for (const path of ${JSON.stringify(modules)}) {
    try { await import(${JSON.stringify(root)} + path); } catch (cause) { process.stdout.write(path + ': ' + cause + '\\n'); }
    if (process.exitCode !== undefined) { process.stdout.write(path + ': set an exit code\\n'); process.exitCode = undefined; }
  }`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
    timeout: 25_000,
  });

  expect({ status, printed: stdout + stderr }).toEqual({ status: 0, printed: '' });
});

it('reads imports in all their forms, and none out of a comment', () => {
  const text = [
    "import {\n  a,\n  type B,\n} from './b.ts';",
    "import './c.ts';",
    "export type { D } from '../d.ts';",
    "const e = await import('jsforce');",
    "// import { f } from './f.ts';",
    " * import { g } from './g.ts';",
  ].join('\n');

  expect(importsOf({ path: 'src/plan/a.ts', text })).toEqual([
    'src/plan/b.ts',
    'src/plan/c.ts',
    'src/d.ts',
    'jsforce',
  ]);
});
