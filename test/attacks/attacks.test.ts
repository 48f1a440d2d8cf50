import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../laws/source-files.ts';
import type { Told } from './build/run-builds.ts';
import { chapters } from './chapters.ts';
import { somebodyIsGranted } from './granted.ts';
import { switches } from './switches.ts';
import { assignedRequest } from './waiting-request.ts';

const stories = chapters.flatMap((chapter) => chapter.stories);

describe('threats (docs/security.md)', () => {
  it('without any of them the SME of an approved request is granted what it needs', () => {
    somebodyIsGranted(assignedRequest());
  });

  for (const { name, tell } of stories) it(`${name}: it does not help`, tell);
});

/** Plays the builds in a process of their own: Node loads them, and the test runner would load them all anew. */
function runBuilds(): Promise<Told[]> {
  const script = 'test/attacks/build/run-builds.ts';
  const child = spawn(process.execPath, [script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`the builds ended with ${code}: ${err}`));
      resolve(
        out
          .trimEnd()
          .split('\n')
          .map((line): Told => JSON.parse(line)),
      );
    });
  });
}

describe('a build with one rule switched off', () => {
  let told: readonly Told[] = [];

  beforeAll(async () => {
    told = await runBuilds();
  }, 180_000);

  afterAll(() => {
    const rows = told.map(({ switch: off, story }) => `| ${off} | ${story} |`);
    const table = ['| switched off | what gets through |', '| --- | --- |', ...rows];
    process.stdout.write(`${table.join('\n')}\n`);
  });

  it('changes a text that stands in its file exactly once', () => {
    const stale = switches.filter(
      ({ file, from }) => readFileSync(root + file, 'utf8').split(from).length !== 2,
    );
    expect(stale.map(({ name }) => name)).toEqual([]);
  });

  it('has a name of its own, and so has each story', () => {
    const names = [...switches, ...stories].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  for (const { name, fells } of switches) {
    it(`${name}: somebody gets through`, () => {
      const endings = told.filter((each) => each.switch === name);
      expect(endings.filter(({ ending }) => ending !== 'fell')).toEqual([]);
      expect(endings.map(({ story }) => story)).toEqual(fells);
      expect(fells).not.toEqual([]);
    });
  }
});
