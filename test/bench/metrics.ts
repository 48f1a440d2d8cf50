import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  type MeasureInput,
  type ProgramHistory,
  programHistory,
} from '../../src/domain/metrics/program-history.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { type PublishInput, publishMetrics } from '../../src/reconcile/publish/publish-metrics.ts';
import { siteMeasurements } from '../../src/reconcile/publish/site-measurements.ts';
import type { WikiPage } from '../../src/reconcile/publish/wiki-pages.ts';
import { figuresCsv } from '../../src/report/site/figures-csv.ts';
import { siteData } from '../../src/report/site/site-data.ts';
import { readProgram, writeProgram } from './program-files.ts';

/**
 * `npm run bench:metrics`: everything that publishing does after reading, for 20,000 requests of three years. A first
 * process makes the history; then a fresh one publishes the first report and review with the dashboard, another one a
 * year of reports that were missed, and a third one compares all of them with the history on the day after. Prints one
 * line of JSON for each and ends with 1 where one of them took more than it may.
 */

/** Of its own time, which what else the machine does makes no longer; and of memory at its highest. */
const most = { seconds: 5, megabytes: 300 };

/** What each process finds published before it. */
const runs: readonly { readonly name: string; readonly pages: 'none' | 'a year ago' | 'all' }[] = [
  { name: 'first report and dashboard', pages: 'none' },
  { name: 'a year of reports and dashboard', pages: 'a year ago' },
  { name: 'corrections and dashboard', pages: 'all' },
];

const project = { id: 7, path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' };

/** What was read is held by nobody once it is folded, as in the desk's own run. */
function inputOf(history: ProgramHistory, pages: readonly WikiPage[]): PublishInput {
  const snapshot: Snapshot = {
    now: history.now,
    desk: { id: 900, username: 'desk', ids: [900] },
    project,
    labels: [{ id: 1, name: 'type::sme-record' }],
    issues: [],
    unread: [],
    people: {},
    groups: {},
    salesforce: { mode: 'off' },
    slack: { mode: 'off' },
  };
  return {
    history,
    revisions: { code: 'c0ffee', config: 'deadbeef' },
    project,
    snapshot,
    pages,
    reviews: [],
    records: [],
    channel: { kind: 'read', keys: [] },
    down: [],
  };
}

function pagesBefore(kind: (typeof runs)[number]['pages'], folder: string): WikiPage[] {
  if (kind === 'none') return [];
  if (kind === 'all') return JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'));
  // Only that it is there counts: everything between it and now was missed.
  return ['reports/2025-10', 'reviews/2025-Q3'].map((slug) => ({ slug, title: slug, content: '' }));
}

/** In a fresh process: one run of publishing. What it took goes to the standard output. */
function publish(run: (typeof runs)[number], folder: string): void {
  let program: MeasureInput | null = readProgram(folder);
  const pages = pagesBefore(run.pages, folder);
  const [clock, cpu] = [performance.now(), process.threadCpuUsage()];
  const history = programHistory(program);
  program = null;
  const input = inputOf(history, pages);
  const { actions } = publishMetrics(input);
  const { months, quarters } = siteMeasurements(input.history);
  const site = figuresCsv(siteData(input, months, quarters)).length;
  const wall = (performance.now() - clock) / 1000;
  const { user, system } = process.threadCpuUsage(cpu);
  const writes = actions.filter((action) => action.kind === 'wiki.write');
  if (run.pages === 'a year ago') writeFileSync(join(folder, 'pages.json'), JSON.stringify(writes));
  const took = {
    run: run.name,
    seconds: Number(((user + system) / 1e6).toFixed(2)),
    wallSeconds: Number(wall.toFixed(2)),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    pages: writes.length,
    site,
  };
  process.stdout.write(`${JSON.stringify(took)}\n`);
}

/** Each run in a process of its own, so that none sees the memory of another. Gives the exit code. */
async function bench(): Promise<number> {
  const { largeProgram } = await import('./large-program.ts');
  const flags = await flagsOfTheJob();
  const folder = mkdtempSync(join(tmpdir(), 'sme-desk-bench-'));
  try {
    writeProgram(folder, largeProgram());
    return runs
      .map((_, index) => measureRun([...flags, fileURLToPath(import.meta.url), String(index), folder]))
      .every(Boolean)
      ? 0
      : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Node lets garbage lie while there is room; the job that publishes gives it less, and so it is measured. */
async function flagsOfTheJob(): Promise<string[]> {
  const { readPipeline } = await import('../ci/pipeline-file.ts');
  const { z } = await import('zod');
  const job = z.object({ variables: z.object({ NODE_OPTIONS: z.string() }) });
  return job.parse(readPipeline().publish).variables.NODE_OPTIONS.split(' ');
}

function measureRun(args: readonly string[]): boolean {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  process.stdout.write(stdout + stderr);
  if (status !== 0) return false;
  const took: { seconds: number; megabytes: number } = JSON.parse(stdout);
  return took.seconds <= most.seconds && took.megabytes <= most.megabytes;
}

const [index, folder] = process.argv.slice(2);
const run = runs[Number(index)];
if (run !== undefined && folder !== undefined) publish(run, folder);
else process.exitCode = await bench();
