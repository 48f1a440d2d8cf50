import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { payloadLimit } from '../../src/run/should-run.ts';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'sme-desk-payload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shouldRun(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}scripts/should-run.ts`, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { CI_PROJECT_ID: '7', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '' },
  });
  return { status, stdout, stderr };
}

function payloadFile(content: string): string {
  const path = join(folder, 'payload.json');
  writeFileSync(path, content);
  return path;
}

describe('should-run', () => {
  it('prints one line for the job on stdout and the reason on stderr', () => {
    const note = { object_kind: 'note', user: { id: 21 }, project: { id: 7 }, issue: { iid: 12 } };

    expect(shouldRun(payloadFile(JSON.stringify(note)))).toEqual({
      status: 0,
      stdout: 'run --issue 12\n',
      stderr: 'should-run: run, a person has written a note\n',
    });
  });

  it.each([[], [''], ['/no/such/file'], [tmpdir()]])(
    'runs everything without a readable file: %j',
    (...args) => {
      expect(shouldRun(...args)).toMatchObject({ status: 0, stdout: 'run\n' });
    },
  );

  it('does not read a payload above the limit', () => {
    const huge = JSON.stringify({
      object_kind: 'note',
      user: { username: 'project_7_bot_x' },
      project: { id: 7 },
    });

    expect(shouldRun(payloadFile(huge + ' '.repeat(payloadLimit)))).toMatchObject({
      status: 0,
      stdout: 'run\n',
    });
  });

  it('works before any install: what it imports is Node’s own or without imports', () => {
    const script = readFileSync(`${root}scripts/should-run.ts`, 'utf8');
    const imported = [...script.matchAll(/from '([^']+)'/g)].map((match) => match[1]);

    expect(imported).toEqual(['node:fs', 'node:process', '../src/run/should-run.ts']);
    expect(readFileSync(`${root}src/run/should-run.ts`, 'utf8')).not.toMatch(/^import /m);
  });

  it('runs in a copy that has nothing installed', () => {
    for (const path of ['scripts', 'src/run']) mkdirSync(join(folder, path), { recursive: true });
    for (const path of ['scripts/should-run.ts', 'src/run/should-run.ts']) {
      writeFileSync(join(folder, path), readFileSync(root + path));
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');

    const stdout = execFileSync(process.execPath, ['scripts/should-run.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });

    expect(stdout).toBe('run\n');
  });
});
