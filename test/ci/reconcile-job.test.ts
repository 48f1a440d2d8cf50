import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { openLocalGitLab } from './local-gitlab.ts';
import { repository } from './pipeline-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sme-desk-job-'));
const gitlab = openLocalGitLab();
const script = gitlab.jobs().reconcile?.script ?? [];
afterAll(() => {
  gitlab.close();
  rmSync(folder, { recursive: true, force: true });
});

// The job's own lines in a real shell; npm and reconcile only write down that they were called.
const calls = join(folder, 'calls');
program('npm', `echo "npm $1" >> ${calls}`);
program(
  'node',
  `case "$1" in *should-run.ts) exec ${process.execPath} "$@";; *) echo "node $*" >> ${calls};; esac`,
);

describe.each(['sh', 'bash'])('the reconcile job in %s', (shell) => {
  it('ends green before any install when the desk itself caused the event', () => {
    const payload = {
      object_kind: 'note',
      user: { id: 900, username: 'project_7_bot_desk' },
      project: { id: 7 },
    };

    expect(runJob(shell, payload)).toEqual({ status: 0, called: [] });
  });

  it('writes to the issue that the event names, and only to it', () => {
    const payload = {
      object_kind: 'note',
      user: { id: 21, username: 'sam' },
      project: { id: 7 },
      issue: { iid: 12 },
    };

    const called = ['npm ci', 'node scripts/reconcile.ts --apply --issue 12'];
    expect(runJob(shell, payload)).toEqual({ status: 0, called });
  });

  it('runs for everything when a schedule has no payload', () => {
    const called = ['npm ci', 'node scripts/reconcile.ts --apply'];

    expect(runJob(shell, null)).toEqual({ status: 0, called });
  });

  it('takes nothing but digits from a payload', () => {
    const issue = { iid: '12; touch stolen' };

    const called = ['npm ci', 'node scripts/reconcile.ts --apply'];
    expect(runJob(shell, { object_kind: 'note', project: { id: 7 }, issue })).toEqual({ status: 0, called });
  });
});

function program(name: string, body: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

function runJob(shell: string, payload: unknown): { status: number | null; called: string[] } {
  const file = join(folder, 'payload.json');
  writeFileSync(file, JSON.stringify(payload));
  writeFileSync(calls, '');
  const { status } = spawnSync(shell, ['-e', '-c', script.join('\n')], {
    cwd: repository,
    env: {
      PATH: `${folder}:${process.env.PATH}`,
      CI_PROJECT_ID: '7',
      ...(payload === null ? {} : { TRIGGER_PAYLOAD: file }),
    },
  });
  return {
    status,
    called: readFileSync(calls, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  };
}
