import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleConfigDirectory } from '../../src/sandbox/example/example-project.ts';
import { person } from '../../src/sandbox/people.ts';
import { momentsOf, storySandbox, storyVariables } from '../story/play-story.ts';
import { readTemplate, runDesk, type Said } from '../story/run-desk.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sme-desk-bad-input-'));
const planFile = join(folder, 'plan.json');
const sandbox = await storySandbox('everything on');
const [fresh, opened, , , approved] = await momentsOf(sandbox, 'everything on');
if (fresh === undefined || opened === undefined || approved === undefined)
  throw new Error('a story too short');
const usual = storyVariables(sandbox, 'everything on');

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => sandbox.restore(opened.world));

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 1;
}

function without(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(usual).filter(([name]) => !names.includes(name)));
}

/** What a person reads when something is wrong: a sentence, what to do next, a code; nothing of the machine's inside. */
function expectClear(said: Said, code: number, words: RegExp): void {
  const text = `${said.out}\n${said.err}`;
  expect(text).toMatch(words);
  expect(said.code, text).toBe(code);
  expectClean(text);
}

/** No stack trace, no token, no secret, no address, and nothing that fell through as a JavaScript value. */
function expectClean(text: string): void {
  expect(text).not.toMatch(/^ {4}at |node:internal|\.ts:\d+:\d+/m);
  expect(text).not.toMatch(/sandbox-(?:desk|secret|client|olivia|sam|mallory)\b|xoxb-|PRIVATE-TOKEN|Bearer /);
  expect(text).not.toMatch(/[\w.]+@[\w-]+\.\w/);
  expect(text).not.toMatch(/undefined|\[object|NaN/);
}

describe('a wrong call', () => {
  it.each([
    ['an unknown flag', ['--aply'], /--aply/],
    ['a word too many', ['apply'], /apply/],
    ['an issue that is no number', ['--issue', '1; rm -rf /'], /--issue wants the number of an issue/],
    [
      'a time without a zone',
      ['--now', '2026-11-23T08:00'],
      /--now wants a time such as 2026-11-01T09:00:00Z/,
    ],
    ['an allowance nobody knows', ['--allow', 'everything=1'], /--allow wants removals=N/],
  ])('%s is told with the usage', async (_name, args, words) => {
    const said = await runDesk('reconcile', args, usual);
    expectClear(said, 1, words);
    expect(said.err).toContain('Usage: node scripts/reconcile.ts');
  });

  it('--now together with --apply is refused anywhere but on this machine', async () => {
    const variables = { ...usual, GITLAB_URL: 'https://gitlab.invalid' };
    const said = await runDesk('reconcile', ['--apply', '--now', '2026-11-23T08:00:00Z'], variables);
    expectClear(said, 1, /only accepted against a loopback address[\s\S]*Leave --now out/);
  });
});

describe('a wrong environment', () => {
  it('names every variable that is missing, at once', async () => {
    const said = await runDesk('reconcile', [], {});
    expectClear(said, 1, /GITLAB_URL[\s\S]*GITLAB_PROJECT[\s\S]*SME_DESK_GITLAB_TOKEN/);
    expect(said.err).toContain('Set the variables');
  });

  it.each([
    ['SALESFORCE_CLIENT_SECRET', /SALESFORCE_CLIENT_SECRET \(or SALESFORCE_USERNAME/],
    ['SALESFORCE_LOGIN_URL', /SALESFORCE_LOGIN_URL missing/],
    ['SALESFORCE_CLIENT_ID', /SALESFORCE_CLIENT_ID missing/],
  ])('half a set of Salesforce credentials names the missing half: %s', async (name, words) => {
    expectClear(await runDesk('reconcile', [], without(name)), 1, words);
  });

  it('setup asks for the operator’s token by its name', async () => {
    const said = await runDesk('setup', [], without('SME_DESK_SETUP_TOKEN'));
    expectClear(said, 1, /SME_DESK_SETUP_TOKEN is missing[\s\S]*Maintainer/);
  });
});

describe('a wrong configuration', () => {
  function configWith(change: (program: string) => string): string {
    const dir = mkdtempSync(join(folder, 'config-'));
    cpSync(join(root, exampleConfigDirectory), dir, { recursive: true });
    writeFileSync(join(dir, 'program.yml'), change(readFileSync(join(dir, 'program.yml'), 'utf8')));
    return dir;
  }

  it.each([
    ['an unknown key', (text: string) => `${text}\ncolour: blue\n`, /program\.yml:\d+.*colour/],
    ['no YAML at all', () => 'areas: [', /program\.yml/],
    ['an empty file', () => '', /program\.yml/],
  ])('%s is told with file and line', async (_name, change, words) => {
    const said = await runDesk('reconcile', ['--config', configWith(change)], usual);
    expectClear(said, 1, words);
    expect(said.err).toContain('node scripts/check-config.ts');
  });

  it('a folder without the files says which and how to name another', async () => {
    const said = await runDesk('reconcile', ['--config', join(folder, 'nowhere')], usual);
    expectClear(said, 1, /program\.yml[\s\S]*--config or SME_DESK_CONFIG/);
  });
});

describe('an outside system that does not take the desk', () => {
  it('GitLab that nobody answers for', async () => {
    const variables = { ...usual, GITLAB_URL: `http://127.0.0.1:${await closedPort()}` };
    expectClear(await runDesk('reconcile', ['--apply'], variables), 2, /\n→ .+/);
  });

  it('a GitLab token that is not valid', async () => {
    const said = await runDesk('reconcile', ['--apply'], { ...usual, SME_DESK_GITLAB_TOKEN: 'glpat-nobody' });
    expectClear(said, 2, /SME_DESK_GITLAB_TOKEN/);
    expect(`${said.out}${said.err}`).not.toContain('glpat-nobody');
  });

  it('a project that is not there', async () => {
    const said = await runDesk('reconcile', ['--apply'], { ...usual, GITLAB_PROJECT: 'acme/nowhere' });
    expectClear(said, 2, /\n→ .*(?:GITLAB_PROJECT|project)/);
  });

  it.each([
    ['a Guest', 'sam'],
    ['a Planner', 'mallory'],
  ])('a GitLab token of %s: nothing is written, the role is named', async (_name, username) => {
    const before = sandbox.world.journal.length;
    const said = await runDesk('reconcile', ['--apply'], {
      ...usual,
      SME_DESK_GITLAB_TOKEN: `sandbox-${username}`,
    });
    expect(sandbox.world.journal.slice(before).filter((call) => call.write)).toEqual([]);
    expectClear(said, 1, /Developer/);
  });

  it('a project that was never set up names the script that does it', async () => {
    sandbox.restore(fresh.world);
    const said = await runDesk('reconcile', ['--apply'], usual);
    expectClear(said, 1, /request::submitted[\s\S]*node scripts\/setup\.ts/);
  });

  it('a Salesforce secret that is not valid: the rest goes on, and it is told', async () => {
    const said = await runDesk('reconcile', ['--apply'], { ...usual, SALESFORCE_CLIENT_SECRET: 'hunter2' });
    expectClear(said, 2, /Salesforce/);
    expect(`${said.out}${said.err}`).not.toContain('hunter2');
  });

  it('a Slack token that is not valid: the rest goes on, and it is told', async () => {
    const said = await runDesk('reconcile', ['--apply'], { ...usual, SLACK_BOT_TOKEN: 'xoxb-1-nobody' });
    expectClear(said, 2, /Slack[\s\S]*SLACK_BOT_TOKEN/);
  });
});

describe('a form that is not what it was', () => {
  async function answerTo(
    description: string,
  ): Promise<{ said: Said; labels: string[]; comments: string[] }> {
    const iid = await person(sandbox.origin, 'tom').openIssue({ title: 'SME, please', description });
    await person(sandbox.origin, 'priya').setLabels(iid, { add: ['type::sme-request'] });
    const said = await runDesk('reconcile', ['--apply', '--issue', String(iid)], usual);
    const { labels } = await person(sandbox.origin, 'priya').readIssue(iid);
    const notes = await person(sandbox.origin, 'priya').notes(iid);
    return { said, labels, comments: notes.filter((note) => !note.system).map((note) => note.body) };
  }

  it('with its headings deleted it is answered with what is missing', async () => {
    const template = await readTemplate();
    const { said, labels, comments } = await answerTo(template.replace(/^#{2,3} .*$/gm, ''));
    expectClear(said, 0, /Done/);
    expect(labels).toContain('request::needs-info');
    expect(comments.join('\n')).toMatch(/Opportunity ID or link/);
  });

  it('with a megabyte of text it is answered, and nothing of the text comes back', async () => {
    const { said, labels, comments } = await answerTo(`${await readTemplate()}\n${'long '.repeat(200_000)}`);
    expectClear(said, 0, /Done/);
    expect(labels).toContain('request::needs-info');
    expect(comments).toHaveLength(1);
    expect(comments.join('\n').length).toBeLessThan(5_000);
  });

  it('empty it is answered, too', async () => {
    const { said, labels } = await answerTo('');
    expectClear(said, 0, /Done/);
    expect(labels).toContain('request::needs-info');
  });
});

describe('a plan that was saved', () => {
  it('is applied as it is while it fits', async () => {
    await runDesk('reconcile', ['--plan', planFile], usual);
    sandbox.advance(600_000);
    expectClear(await runDesk('reconcile', ['--apply', '--plan', planFile], usual), 0, /Done: \d+ of \d+/);
    expect((await person(sandbox.origin, 'priya').readIssue(1)).labels).toContain(
      'request::awaiting-approval',
    );
  });

  it('is not applied once the world has moved: nothing is written', async () => {
    await runDesk('reconcile', ['--plan', planFile], usual);
    await person(sandbox.origin, 'sam').editIssue(1, { description: 'Never mind.' });
    const before = sandbox.world.journal.length;
    const said = await runDesk('reconcile', ['--apply', '--plan', planFile], usual);
    expectClear(said, 3, /does not fit any more[\s\S]*Nothing was written/);
    expect(sandbox.world.journal.slice(before).filter((call) => call.write)).toEqual([]);
  });

  it.each([
    ['damaged', '{"version":1,"now":'],
    ['of another version', '{"version":2,"now":1,"digest":"x"}'],
    ['something else', '# notes'],
  ])('is not applied when it is %s', async (_name, text) => {
    writeFileSync(planFile, text);
    const said = await runDesk('reconcile', ['--apply', '--plan', planFile], usual);
    expectClear(said, 1, /is not a plan[\s\S]*Make it anew/);
  });

  it('is not applied when it is not there, or cannot be written', async () => {
    const nowhere = join(folder, 'no', 'such', 'plan.json');
    expectClear(await runDesk('reconcile', ['--apply', '--plan', nowhere], usual), 1, /plan file/i);
    expectClear(await runDesk('reconcile', ['--plan', nowhere], usual), 1, /cannot be written/);
  });
});

describe('as a process of its own', () => {
  // What Node keeps of the compiled modules is nothing that the desk reads.
  const machine = {
    PATH: process.env.PATH ?? '',
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/sme-desk-check'),
  };

  function start(args: readonly string[], variables: Record<string, string>): Promise<Said> {
    const child = spawn(process.execPath, [join(root, 'scripts/reconcile.ts'), ...args], {
      cwd: root,
      env: { ...machine, ...variables },
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? -1, ...said }));
    });
  }

  it('an unknown flag, no variables, and a wrong token end with words and a code', async () => {
    const [flag, bare, token] = await Promise.all([
      start(['--aply'], usual),
      start([], {}),
      start(['--apply'], { ...usual, SME_DESK_GITLAB_TOKEN: 'glpat-nobody' }),
    ]);
    expectClear(flag, 1, /Usage: node scripts\/reconcile\.ts/);
    expectClear(bare, 1, /GITLAB_URL/);
    expectClear(token, 2, /SME_DESK_GITLAB_TOKEN/);
  });

  it('a run that goes well ends with 0 and says what it did', async () => {
    sandbox.restore(approved.world);
    const said = await start(['--apply'], usual);
    expectClear(said, 0, /Done: \d+ of \d+\./);
    expect(said.err).toBe('');
  });
});
