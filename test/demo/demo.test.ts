import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CrashPlan, DemoMode } from '../../src/sandbox/demo/demo-options.ts';
import type { Happening } from '../../src/sandbox/demo/happening.ts';
import { playStory } from '../../src/sandbox/demo/play-story.ts';
import { checkPromises } from '../../src/sandbox/demo/promises.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { examine } from '../oracle/examine.ts';
import { findingsText } from '../oracle/finding.ts';
import { readRules } from '../oracle/rules.ts';
import { runDemoProcess } from './run-demo-process.ts';

/** A play takes seconds, since every run of it is a process; on a busy machine more of them. */
const patience = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Plays as a stranger starts them; the one that is killed plays the uninterrupted story as well. */
const plays = [
  {
    name: 'with everything on',
    args: [],
    says: [
      /GitLab is Premium/,
      /Acme renewal: Jonas Weber is on the team as SME/,
      /Jonas Weber invited to #opp-acme/,
      /why +of 2 who could take it, the least engagements/,
      /submit to first answer \d\d s; click to Slack invitation \d\d s/,
    ],
  },
  {
    name: 'with Salesforce and Slack off, killed before the record of the first request',
    args: ['--mode', 'off', '--crash-at', '3', '--crash-how', 'before'],
    says: [
      /KILLED at write 3: \w+ \/issues\/1\S* to gitlab; it did not arrive\./,
      /sam, please add the SME to the opportunity team/,
      /Slack +off: the comments in GitLab carry/,
      /nothing was lost and nothing repeated: all \d+ effects are those of an uninterrupted play/,
    ],
  },
];

describe('npm start', () => {
  it.each(plays)(
    'tells the story $name',
    async ({ args, says }) => {
      const out = mkdtempSync(join(folder, 'out-'));

      const { code, lines, err } = await runDemoProcess([...args, '--out', out]);

      const text = lines.join('\n');
      const summary = lines.slice(lines.findIndex((line) => line.startsWith('How things stand')));
      expect(err).toBe('');
      expect(code).toBe(0);
      for (const words of says) expect(text.replace(/\n +/g, ' ')).toMatch(words);
      expect(text).toContain('should-run: "run --issue 1"');
      expect(text).toContain('webhooks. should-run: "skip"');
      expect(text).toContain('10 of 10 kept');
      expect(summary.length).toBeLessThanOrEqual(24);
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
      expect(text).not.toContain('\u001b');
      expect(readFileSync(join(out, 'wiki/reports/2026-11.md'), 'utf8')).toContain('3 requests came in');
      expect(['home.md', 'metrics.md'].filter((page) => !existsSync(join(out, 'wiki', page)))).toEqual([]);
    },
    patience,
  );

  it.each([
    { args: ['--colour'], says: "'--colour'" },
    { args: ['--mode', 'half'], says: '--mode is all, off or free, not "half".' },
    { args: ['--crash-at', '0'], says: '--crash-at wants a number from 1 on, not "0".' },
  ])('refuses $args with its usage and exit code 1', async ({ args, says }) => {
    const { code, lines, err } = await runDemoProcess(args);

    expect(code).toBe(1);
    expect(err).toContain(says);
    expect(err).toContain('Usage: npm start');
    expect(lines).toEqual(['']);
  });
});

describe('a desk that is killed and started again', () => {
  it.each<{ when: string; mode: DemoMode; crash: CrashPlan }>([
    { when: 'while it adds the SME to the team', mode: 'all', crash: { at: 17, how: 'after' } },
    { when: 'while it decides on two requests', mode: 'free', crash: { at: 36, how: 'before' } },
  ])(
    '$when leaves a world in which neither the demo nor the oracle finds anything',
    async ({ mode, crash }) => {
      const told: Happening[] = [];

      const played = await playStory({ mode, crash, tell: (happening) => told.push(happening) });

      const sandbox = await startSandbox({ world: played.world });
      const findings = await examine(sandbox.origin, await readRules());
      await sandbox.close();
      const broken = checkPromises(played.world, played.writesAfterwards);
      expect(told.filter((each) => each.kind === 'crash').map((each) => each.call.writeIndex)).toEqual([
        crash.at,
      ]);
      expect(findingsText(findings)).toBe(findingsText([]));
      expect(broken.flatMap((each) => each.against)).toEqual([]);
    },
    patience,
  );
});
