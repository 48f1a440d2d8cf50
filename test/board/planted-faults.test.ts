import { beforeAll, describe, expect, it } from 'vitest';
import { look } from './oracle/examine.ts';
import { findingsText } from './oracle/finding.ts';
import { faults } from './planted/faults.ts';
import { type Scene, sceneOf } from './planted/scene.ts';
import { playYear, type Year } from './play-year.ts';

describe('a planted fault is found', () => {
  let year: Year;

  beforeAll(async () => {
    year = await playYear({ seed: 3, tier: 'premium', days: 65 });
  }, 120_000);

  const scene = (): Scene => sceneOf(year.last, year.memory);

  it('and without it there is none', () => {
    const { memory, run } = scene();

    expect(findingsText(look(memory, run))).toBe('');
  });

  it.each(faults)('$law: $name', ({ plant, law, says }) => {
    const planted = scene();

    plant(planted);

    const findings = look(planted.memory, planted.run);
    const found = findings.filter(({ what }) => what.includes(says)).map((finding) => finding.law);
    expect(found, findingsText(findings)).toContain(law);
  });
});
