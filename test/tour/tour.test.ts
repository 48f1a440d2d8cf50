import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { playTour } from './play-tour.ts';

it('docs/tour.md shows what people see today; `npm run tour` renders it anew', async () => {
  const page = readFileSync(new URL('../../docs/tour.md', import.meta.url), 'utf8');

  expect(page).toBe(await playTour());
});
