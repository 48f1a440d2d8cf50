import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * `npm test`: types, lint and format, unused code, then every test. Each gate before the tests counts as one check.
 * The last line is `N passed, N failed`, and the exit code says the same.
 */

const root = fileURLToPath(new URL('..', import.meta.url));

/** The tests start the same programs again and again: Node keeps what it has compiled of them. */
const compileCache = join(root, 'node_modules/.cache/sme-desk-check');

/** GOGC is for the compiler, which is a program in Go: in its few seconds memory is cheaper than tidying up. */
const lessWork = { NODE_COMPILE_CACHE: compileCache, GOGC: '400' };

/** One program of `node_modules`, run with the Node that runs this file; a bare `node` may be an older one. */
interface Gate {
  readonly name: string;
  readonly bin: string;
  readonly args: readonly string[];
}

/** Checkers side by side each look at the types of the libraries anew: together they work twice as long as one. */
const oneThread = ['--singleThreaded'];

const gates: readonly Gate[] = [
  { name: 'types', bin: 'typescript/bin/tsc', args: ['--noEmit', ...oneThread] },
  {
    name: 'types of the dashboard',
    bin: 'typescript/bin/tsc',
    args: ['--noEmit', '-p', 'src/site', ...oneThread],
  },
  { name: 'lint and format', bin: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'unused code', bin: 'knip/bin/knip.js', args: ['--no-progress'] },
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The fields of vitest's JSON report that are counted. */
interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

async function main(): Promise<void> {
  const outcomes = await Promise.all(gates.map(runGate));
  const failedGates = outcomes.filter((passed) => !passed).length;
  const tests = await runTests();
  const passed = gates.length - failedGates + tests.passed;
  const failed = failedGates + tests.failed;
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

async function runGate(gate: Gate): Promise<boolean> {
  const started = performance.now();
  const { code, output } = await run(gate.bin, gate.args, 'pipe');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}  ${gate.name} (${seconds} s)\n`);
  return code === 0;
}

async function runTests(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'sme-desk-check-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code } = await run('vitest/vitest.mjs', args, 'inherit');
    return withExitCode(countTests(file), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not be loaded has no tests to fail, and counts as one failure; so does a missing report. */
function countTests(file: string): Counts {
  try {
    const report: TestReport = JSON.parse(readFileSync(file, 'utf8'));
    const broken = report.testResults.filter(
      (result) => result.status === 'failed' && result.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

// An error outside of any test fails the run but no test.
function withExitCode(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function run(
  bin: string,
  args: readonly string[],
  output: 'pipe' | 'inherit',
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...args], {
      cwd: root,
      env: { ...process.env, ...lessWork },
      stdio: ['ignore', output, output],
    });
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk));
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk));
    child.on('error', (cause) =>
      resolve({ code: 1, output: `${bin} could not be started: ${cause.message}` }),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output: text }));
  });
}

await main();
