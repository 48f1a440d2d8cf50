import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parsePipeline, repository } from './pipeline-file.ts';

/** A job with `extends` and `!reference` resolved. */
export interface Job {
  readonly [name: string]: unknown;
  readonly script: readonly string[];
  readonly rules?: unknown;
}

/** What starts a pipeline: its source, the branch, and variables such as `SME_DESK_TASK`. */
export interface PipelineStart {
  readonly source: string;
  readonly branch?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** The pipeline file in a repository of its own, read by gitlab-ci-local: an implementation that is not ours. */
export interface LocalGitLab {
  /** Names of the jobs that this start would run, in order; none: no pipeline. */
  jobsFor(start: PipelineStart): string[];
  /** Every job by name, resolved. */
  jobs(): Readonly<Record<string, Job>>;
  close(): void;
}

const git = ['-c', 'user.name=check', '-c', 'user.email=check@example.com', '-c', 'commit.gpgsign=false'];

/** A fresh repository whose `origin/HEAD` is `main`, since the default branch is read from there. */
export function openLocalGitLab(): LocalGitLab {
  const folder = mkdtempSync(join(tmpdir(), 'sme-desk-ci-'));
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const ciLocal = (...args: string[]) =>
    run(process.execPath, [`${repository}node_modules/gitlab-ci-local/dist/index.js`, ...args]);
  for (const file of ['.gitlab-ci.yml', 'package-lock.json'])
    copyFileSync(repository + file, join(folder, file));
  run('git', ['init', '-q', '-b', 'main']);
  run('git', ['add', '--all']);
  run('git', [...git, 'commit', '-q', '-m', 'pipeline']);
  run('git', ['remote', 'add', 'origin', 'git@gitlab.example.com:acme/sme-desk.git']);
  run('git', ['update-ref', 'refs/remotes/origin/main', 'HEAD']);
  run('git', ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']);
  return {
    jobsFor(start) {
      const values = {
        CI_PIPELINE_SOURCE: start.source,
        CI_COMMIT_BRANCH: start.branch ?? 'main',
        ...start.variables,
      };
      const variables = Object.entries(values).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
      return listedJobs(ciLocal('--list-csv', '--json-schema-validation=false', ...variables));
    },
    jobs: () => resolvedJobs(ciLocal('--preview', '--variable', 'CI_PIPELINE_SOURCE=push')),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function listedJobs(csv: string): string[] {
  const lines = csv.split('\n').map((line) => line.trim());
  const header = lines.findIndex((line) => line.startsWith('name;stage;'));
  if (header === -1) throw new Error(`no job list in: ${csv}`);
  return lines.slice(header + 1).flatMap((line) => (line === '' ? [] : [line.split(';')[0] ?? '']));
}

function resolvedJobs(preview: string): Record<string, Job> {
  const document = parsePipeline(preview.slice(preview.indexOf('---')));
  const entries = Object.entries(document);
  return Object.fromEntries(entries.flatMap(([name, value]) => (isJob(value) ? [[name, value]] : [])));
}

function isJob(value: unknown): value is Job {
  return typeof value === 'object' && value !== null && 'script' in value && Array.isArray(value.script);
}
