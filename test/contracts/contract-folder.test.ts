import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractFolder } from './contract-folder.ts';

describe('the folder with the vendors’ descriptions', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'contracts-'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function descriptionsIn(folder: string): string {
    mkdirSync(folder, { recursive: true });
    for (const file of ['gitlab.openapi.json', 'slack.openapi.json']) writeFileSync(join(folder, file), '{}');
    return folder;
  }

  it('is found beside the project or beside a folder above it', () => {
    const folder = descriptionsIn(join(root, 'shared', 'contracts'));

    expect(contractFolder(join(root, 'project'), {})).toEqual({ kind: 'found', path: folder });
    expect(contractFolder(join(root, 'trees', 'project'), {})).toEqual({ kind: 'found', path: folder });
  });

  it('is the one that SME_DESK_CONTRACTS names, and no other', () => {
    descriptionsIn(join(root, 'shared', 'contracts'));
    const named = descriptionsIn(join(root, 'elsewhere'));

    expect(contractFolder(join(root, 'project'), { SME_DESK_CONTRACTS: named })).toMatchObject({
      path: named,
    });
    expect(contractFolder(join(root, 'project'), { SME_DESK_CONTRACTS: join(root, 'nowhere') }).kind).toBe(
      'absent',
    );
  });

  it('may be absent, unless it is required', () => {
    expect(contractFolder(join(root, 'project'), {})).toMatchObject({ kind: 'absent', required: false });
    expect(contractFolder(join(root, 'project'), { SME_DESK_REQUIRE_CONTRACTS: '1' })).toMatchObject({
      required: true,
      message: expect.stringContaining('SME_DESK_CONTRACTS'),
    });
  });
});
