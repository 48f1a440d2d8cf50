import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  exampleConfigDirectory,
  exampleFeedbackTemplate,
  exampleTemplate,
} from '../../src/sandbox/example/example-project.ts';
import { edited } from './shipped-files.ts';

const template = '.gitlab/issue_templates/SME Request.md';
const feedbackTemplate = '.gitlab/issue_templates/Customer Feedback.md';
let checkout = '';

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'sme-desk-checkout-'));
  for (const part of ['schemas', 'docs/runbook.md']) cpSync(part, join(checkout, part), { recursive: true });
  cpSync(exampleConfigDirectory, join(checkout, 'config'), { recursive: true });
  cpSync(exampleTemplate, join(checkout, template));
  cpSync(exampleFeedbackTemplate, join(checkout, feedbackTemplate));
});

afterEach(() => {
  rmSync(checkout, { recursive: true });
});

function run(script: 'check-config' | 'templates', ...flags: string[]) {
  const { SME_DESK_CONFIG: _, ...env } = process.env;
  const done = spawnSync(process.execPath, [resolve(`scripts/${script}.ts`), ...flags], {
    cwd: checkout,
    env,
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function change(file: string, text: string): void {
  writeFileSync(join(checkout, file), text);
}

describe('check-config', () => {
  it('says in one line that the shipped configuration is fine', () => {
    expect(run('check-config')).toEqual({
      code: 0,
      out: 'Configuration is fine: 7 areas, 6 SMEs, 3 regions, requesters from 2 groups and 3 by name.\n',
      err: '',
    });
  });

  it('prints each problem as a line, and all of them as JSON', () => {
    change(
      'config/roster.yml',
      edited('roster', 'region: apac\n    timezone: Asia/Tokyo', 'region: apax\n    timezone: Asia/Tokyo'),
    );

    const plain = run('check-config');
    const json = run('check-config', '--json');

    expect(plain.code).toBe(1);
    expect(plain.out).toMatch(
      /^config\/roster\.yml:\d+ smes\[2\]\.region: no region "apax"\. Did you mean "apac"\?\n/,
    );
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [{ path: 'smes[2].region' }] });
  });

  it.each([template, feedbackTemplate, 'schemas/roster.schema.json', 'docs/runbook.md'])(
    'fails when %s is not the generated one',
    (file) => {
      change(file, `${readFileSync(file, 'utf8')}\n`);

      const { code, out } = run('check-config');

      expect(code).toBe(1);
      expect(out).toContain(
        `${file}:1: is not what the configuration makes. Run: node scripts/templates.ts --apply`,
      );
    },
  );

  it('refuses a flag it does not know, with its usage', () => {
    const { code, err } = run('check-config', '--aply');

    expect(code).toBe(1);
    expect(err).toMatch(/Unknown option '--aply'[\s\S]*node scripts\/check-config\.ts \[--config DIR\]/);
    expect(err).toContain('(code usage)');
    expect(err).not.toContain('    at ');
  });
});

describe('templates', () => {
  it('prints the difference and writes nothing, until it is told to', () => {
    change('config/program.yml', edited('program', '  - Workshop', '  - Whiteboard session'));
    const before = readFileSync(join(checkout, template), 'utf8');

    const plan = run('templates');

    expect(plan.code).toBe(0);
    expect(plan.out).toContain('\n-- [ ] Workshop\n+- [ ] Whiteboard session\n');
    expect(readFileSync(join(checkout, template), 'utf8')).toBe(before);
    expect(run('check-config').code).toBe(1);

    expect(run('templates', '--apply')).toMatchObject({ code: 0 });
    expect(run('check-config').code).toBe(0);
    expect(run('templates').out).toBe('Templates and schemas are up to date.\n');
  });

  it('makes files that are not there', () => {
    rmSync(join(checkout, '.gitlab'), { recursive: true });

    expect(run('templates').out).toContain(`create ${template}`);
    run('templates', '--apply');

    expect(existsSync(join(checkout, template))).toBe(true);
  });

  it('writes nothing from a configuration with problems', () => {
    change('config/program.yml', edited('program', '  - Workshop', '  - Other'));

    const { code, err } = run('templates', '--apply');

    expect(code).toBe(1);
    expect(err).toContain('engagement_types[5]: "Other" is always offered.');
  });
});
