import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runDemo } from '../../src/sandbox/demo/run-demo.ts';
import { type StartScript, startScript } from '../../src/sandbox/demo/script-process.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { World } from '../../src/sandbox/world.ts';
import { examine } from '../oracle/examine.ts';
import { findingsText } from '../oracle/finding.ts';
import { readRules } from '../oracle/rules.ts';
import { runDesk } from '../story/run-desk.ts';
import { runDemoProcess } from './run-demo-process.ts';

/** A play takes seconds, since every run of it is a process; on a busy machine more of them. */
const patience = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function freshOut(): string {
  return mkdtempSync(join(folder, 'out-'));
}

/**
 * Only the runs of the first request's webhooks are processes, as the one that is killed has to be: the first test
 * plays the same story with processes alone.
 */
const fewProcesses: StartScript = (script, args, variables) => {
  if (script === 'should-run' || args.join(' ').endsWith('--issue 1')) {
    return startScript(script, args, variables);
  }
  return {
    ended: runDesk(script, args, variables),
    kill() {
      throw new Error(`${script} ${args.join(' ')} runs inside the test, and cannot be killed`);
    },
  };
};

/** What every play of the story has to say and to leave, whatever its circumstances. */
function expectTheStory(lines: readonly string[], out: string): void {
  const text = lines.join('\n');
  const writes = /(\d+) writes by the desk/.exec(text)?.[1];
  const summary = lines.slice(lines.findIndex((line) => line.startsWith('How things stand')));
  expect(text).toContain('should-run: "run --issue 1"');
  expect(text).toContain('webhooks. should-run: "skip"');
  expect(text).toMatch(/reaction +:thumbsup: on #1, “@sam and @jonas: Jonas Weber takes this/);
  expect(text).toMatch(/comment +on #2: accept/);
  expect(text).toMatch(/reaction +:five: on #1/);
  expect(text).toMatch(/#1 completed +SME for AI, customer demo: Jonas Weber for sam, approved by omar/);
  expect(text).toContain('13 of 13 kept');
  expect(summary.length).toBeLessThanOrEqual(24);
  expect(text).toMatch(new RegExp(`--crash-at \\d+ +kill the desk at write \\d+ of ${writes} and`));
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(text).not.toContain('\u001b');
  expect(readFileSync(join(out, 'wiki/reports/2026-11.md'), 'utf8')).toContain('3 requests came in');
  expect(['home.md', 'metrics.md'].filter((page) => !existsSync(join(out, 'wiki', page)))).toEqual([]);
  expect(readFileSync(join(out, 'public/index.html'), 'utf8')).toContain('"2026-11"');
  expect(summary.filter((line) => line.endsWith('…') && !line.includes(out))).toEqual([]);
  expect(text).toContain(`npm start -- --show --out ${out}`);
}

describe('npm start', () => {
  it(
    'tells the story with Salesforce and Slack off, as a process of its own',
    async () => {
      const out = freshOut();

      const { code, lines, err } = await runDemoProcess(['--mode', 'off', '--out', out]);

      const text = lines.join('\n').replace(/\n +/g, ' ');
      expect(err).toBe('');
      expect(code).toBe(0);
      expectTheStory(lines, out);
      expect(text).toMatch(/sam, please add the SME to the opportunity team/);
      expect(text).toMatch(
        /Slack +off: the comments in GitLab carry everything; the weekly digest is #4 published/,
      );
      expect(text).toMatch(/issue +#4 opened: Weekly digest of SME Program/);
    },
    patience,
  );

  it(
    'with everything on and killed after the team row was made: nothing is lost, repeated, or found by the oracle',
    async () => {
      const out = freshOut();
      const lines: string[] = [];
      const complaints: string[] = [];
      const worlds: World[] = [];

      const code = await runDemo({
        args: ['--crash-at', '16', '--crash-how', 'after', '--out', out],
        print: (line) => lines.push(...line.split('\n')),
        complain: (line) => complaints.push(line),
        colours: false,
        monotonic: () => performance.now(),
        keep: (world) => worlds.push(world),
        start: fewProcesses,
      });

      const text = lines.join('\n').replace(/\n +/g, ' ');
      expect(complaints).toEqual([]);
      expect(code).toBe(0);
      expectTheStory(lines, out);
      expect(text).toMatch(/GitLab is Premium/);
      expect(text).toMatch(/KILLED at write 16: POST \S+OpportunityTeamMember to salesforce/);
      expect(text).toMatch(
        /nothing was lost and nothing repeated: all \d+ effects are those of an uninterrupted/,
      );
      expect(text).toMatch(/Acme renewal: Jonas Weber is on the team as SME/);
      expect(text).toMatch(/Jonas Weber invited to #opp-acme/);
      expect(text).toMatch(/Slack +to Priya Raman: SME requests, week 2026-W48/);
      expect(text).toMatch(/file +sme-request-1-1\.ics/);
      expect(text).toMatch(/why +of 2 who could take it, the least engagements/);
      expect(text).toMatch(/submit to first answer \d+ s; click to Slack invitation \d+ s/);
      const [world] = worlds;
      const sandbox = await startSandbox(world === undefined ? {} : { world });
      const findings = await examine(sandbox.origin, await readRules());
      await sandbox.close();
      expect(worlds).toHaveLength(1);
      expect(findingsText(findings)).toBe(findingsText([]));
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
