import { expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const sizes = sourceFiles()
  .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);

/** The size below which a share of the files lies. */
function quantile(share: number): number {
  return sizes[Math.ceil(share * sizes.length) - 1]?.lines ?? 0;
}

it('half of the files fit one screen: at most 80 lines', () => {
  expect(sizes.length).toBeGreaterThan(0);
  expect(quantile(0.5)).toBeLessThanOrEqual(80);
});

it('nineteen of twenty files have at most 250 lines', () => {
  expect(quantile(0.95)).toBeLessThanOrEqual(250);
});

it('no file has more than 350 lines: a second idea wants a file of its own', () => {
  expect(sizes.filter((file) => file.lines > 350)).toEqual([]);
});
