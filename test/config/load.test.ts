import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { loadConfig } from '../../src/config/load.ts';
import { edited, shipped } from './shipped-files.ts';

let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sme-desk-config-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

async function revisionOf(program: string): Promise<string | null> {
  writeFileSync(join(dir, 'program.yml'), program);
  writeFileSync(join(dir, 'roster.yml'), shipped.roster);
  const loaded = await loadConfig(dir);
  return loaded.ok ? loaded.revision : null;
}

describe('loading the configuration', () => {
  it('names both files of a directory that has neither', async () => {
    const loaded = await loadConfig(join(dir, 'nowhere'));

    expect(loaded).toMatchObject({ ok: false });
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      [join(dir, 'nowhere', 'program.yml'), 'the file is not there'],
      [join(dir, 'nowhere', 'roster.yml'), 'the file is not there'],
    ]);
  });

  it('says why a file cannot be read', async () => {
    writeFileSync(join(dir, 'roster.yml'), shipped.roster);
    const loaded = await loadConfig('/dev/null');

    expect(loaded.ok ? [] : loaded.problems.map(({ message }) => message)).toEqual([
      'the file cannot be read (ENOTDIR)',
      'the file cannot be read (ENOTDIR)',
    ]);
  });

  it('gives one revision to files that differ only in form, and another to another rule', async () => {
    const reordered: object = parseYaml(shipped.program);
    const reversed = Object.fromEntries(Object.entries(reordered).reverse());

    const revision = await revisionOf(shipped.program);

    expect(revision).toMatch(/^[0-9a-f]{64}$/);
    expect(await revisionOf(stringify(reversed))).toBe(revision);
    expect(await revisionOf(edited('program', 'lead_time: 48h', 'lead_time: 48 hours'))).toBe(revision);
    expect(await revisionOf(edited('program', 'lead_time: 48h', 'lead_time: 49h'))).not.toBe(revision);
  });
});
