import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { faults } from './planted/faults.ts';

const program = fileURLToPath(new URL('./planted/find-faults.ts', import.meta.url));

describe('the oracle finds that', () => {
  let found: readonly (string | null)[] = [];

  beforeAll(() => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    found = JSON.parse(stdout);
  }, 60_000);

  it.each(faults.map(({ what }, index) => [what, index] as const))('%s', (_, index) => {
    expect(found[index]).toMatch(/^seed \d+: /);
  });
});
