import { expect, it } from 'vitest';
import { scanOnce } from '../../../src/domain/form/scan-once.ts';
import { scanBlocks } from '../../../src/domain/markdown/scan-blocks.ts';
import { formWith } from './context.ts';

it('a description that is looked at twice is scanned once', () => {
  const text = formWith({ Description: 'Looked at twice.' });

  expect(scanOnce(text)).toEqual(scanBlocks(text));
  expect(scanOnce(text)).toBe(scanOnce(text));
});

it('each description has its own blocks', () => {
  const texts = ['one', 'two'].map((answer) => formWith({ Description: answer }));
  texts.forEach(scanOnce);

  expect(texts.map(scanOnce)).toEqual(texts.map((text) => scanBlocks(text)));
});

it('what was looked at before five long descriptions is forgotten, and read again as it was', () => {
  const text = formWith({ Description: 'Forgotten.' });
  const before = scanOnce(text);
  for (let index = 0; index < 5; index += 1) scanOnce(`${index}`.repeat(65_536));

  expect(scanOnce(text)).not.toBe(before);
  expect(scanOnce(text)).toEqual(before);
});
