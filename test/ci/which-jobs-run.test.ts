import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { deskSchedules } from '../../src/reconcile/setup/schedules.ts';
import { type Job, openLocalGitLab } from './local-gitlab.ts';
import { readPipeline, repository } from './pipeline-file.ts';

const gitlab = openLocalGitLab();
const jobs = gitlab.jobs();
afterAll(() => gitlab.close());

const tasks = [...new Set(deskSchedules.map((schedule) => schedule.task))];
const jobsOfTask = {
  reconcile: ['reconcile'],
  maintain: ['maintain'],
  publish: ['publish', 'dashboard'],
};

describe('what starts a pipeline, and which jobs it runs', () => {
  it.each(tasks)('a schedule with SME_DESK_TASK=%s runs the job of that task', (task) => {
    expect(gitlab.jobsFor({ source: 'schedule', variables: { SME_DESK_TASK: task } })).toEqual(
      jobsOfTask[task],
    );
  });

  it.each([
    { source: 'trigger', branch: 'main', expected: ['reconcile'] },
    { source: 'merge_request_event', branch: 'feature', expected: ['check', 'browser'] },
    { source: 'push', branch: 'main', expected: ['check', 'browser'] },
    { source: 'push', branch: 'feature', expected: [] },
    { source: 'trigger', branch: 'feature', expected: [] },
    { source: 'web', branch: 'main', expected: [] },
    { source: 'schedule', branch: 'main', expected: [] },
  ])('$source on $branch without a task runs $expected', ({ source, branch, expected }) => {
    expect(gitlab.jobsFor({ source, branch })).toEqual(expected);
  });

  it.each(tasks)('a schedule of another branch runs nothing, whatever its task: %s', (task) => {
    const start = { source: 'schedule', branch: 'feature', variables: { SME_DESK_TASK: task } };

    expect(gitlab.jobsFor(start)).toEqual([]);
  });
});

describe('what a merge request can reach', () => {
  const secret = /SME_DESK_\w*TOKEN|SALESFORCE_|SLACK_|STACK_OVERFLOW_/;
  const started = gitlab.jobsFor({ source: 'merge_request_event', branch: 'feature' });
  const proposed = started.map((name): [string, Job | undefined] => [name, jobs[name]]);

  it('is the same when the pipeline is given a task of the desk', () => {
    const start = { source: 'merge_request_event', variables: { SME_DESK_TASK: 'reconcile' } };

    expect(started).toEqual(['check', 'browser']);
    expect(gitlab.jobsFor(start)).toEqual(started);
  });

  it.each(proposed)(
    'job %s has no environment, no cache, no identity token and names no secret',
    (_, job) => {
      expect(job).toBeDefined();
      for (const key of ['environment', 'cache', 'id_tokens', 'secrets', 'resource_group']) {
        expect(job).not.toHaveProperty(key);
      }
      expect(JSON.stringify(job)).not.toMatch(secret);
    },
  );

  it('leaves pictures of invented pages behind, and nothing else', () => {
    const kept = proposed.map(([, job]) => job?.artifacts).filter((artifacts) => artifacts !== undefined);

    expect(kept).toEqual([{ paths: ['test/browser/screenshots/'], when: 'always', expire_in: '1 week' }]);
  });

  it('no file of the pipeline names a secret: variables reach a job by its environment alone', () => {
    expect(JSON.stringify(jobs)).not.toMatch(secret);
  });
});

describe('the jobs that write', () => {
  const writers = Object.entries(jobs).filter(([, job]) => job.environment !== undefined);

  it('are reconcile, maintain and publish', () => {
    expect(writers.map(([name]) => name)).toEqual(['reconcile', 'maintain', 'publish']);
  });

  it.each(writers)(
    '%s: one at a time, amber on exit code 2, in production without a deployment',
    (_, job) => {
      expect(job).toMatchObject({
        resource_group: 'sme-desk',
        interruptible: false,
        allow_failure: { exit_codes: [2] },
        environment: { name: 'production', action: 'access' },
      });
    },
  );

  it.each(writers)(
    '%s is started by schedules and triggers of the default branch only, rule by rule',
    (_, job) => {
      const conditions = rulesOf(job);

      expect(conditions.length).toBeGreaterThan(0);
      for (const condition of conditions) {
        expect(condition).toMatch(
          /^\$CI_PIPELINE_SOURCE == "(schedule|trigger)" && \$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH( && |$)/,
        );
        expect(condition).not.toContain('||');
      }
    },
  );

  it.each(writers)('%s installs without running the packages’ own scripts', (_, job) => {
    const installs = job.script.filter((line) => line.includes('npm '));

    expect(installs).toHaveLength(1);
    expect(installs[0]).toContain('--ignore-scripts');
  });
});

it('lets a pipeline start for exactly what some job has a rule for', () => {
  // GitLab starts nothing, silently, where these rules say nothing.
  const conditions = rulesOf(readPipeline().workflow ?? {});
  const ofJobs = Object.values(jobs).flatMap(rulesOf);

  expect(conditions).not.toContain('(always)');
  expect(ofJobs.filter((rule) => !conditions.some((condition) => rule.startsWith(condition)))).toEqual([]);
  expect(conditions.filter((condition) => !ofJobs.some((rule) => rule.startsWith(condition)))).toEqual([]);
});

it.each(Object.entries(jobs))('job %s runs scripts that exist', (_, job) => {
  const scripts = job.script.flatMap((line) => line.match(/scripts\/[a-z-]+\.ts/g) ?? []);

  expect(scripts.filter((path) => !existsSync(repository + path))).toEqual([]);
});

function rulesOf(job: { readonly rules?: unknown }): string[] {
  const rules = Array.isArray(job.rules) ? job.rules : [];
  return rules.map((rule: { if?: string }) => rule.if ?? '(always)');
}
