import { describe, expect, it } from 'vitest';
import { mark, marksOf } from '../../../src/domain/form/text-marks.ts';
import { withoutInvisible } from '../../../src/domain/markdown/visible-text.ts';

const characters = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));

describe('a text without the mark of', () => {
  it('what may be invisible has nothing that is taken away as invisible', () => {
    const unmarked = characters.filter((each) => (marksOf(each) & mark.unseen) === 0);

    expect(unmarked.length).toBeGreaterThan(50_000);
    expect(unmarked.filter((each) => withoutInvisible(each) !== each)).toEqual([]);
  });

  it('odd blanks has none', () => {
    const marked = characters.filter((each) => (marksOf(each) & mark.oddBlank) !== 0);

    expect(marked).toEqual(['\u00a0', '\u2007', '\u202f']);
  });
});

it.each([
  ['<', mark.tag],
  ['&', mark.entity],
  ['`', mark.code],
  ['\\', mark.backslash],
  ['~', mark.tilde],
])('%s is found wherever it stands, and no other character is taken for it', (character, expected) => {
  expect(marksOf(`words ${character} words`)).toBe(expected);
  expect(characters.filter((each) => (marksOf(each) & expected) !== 0)).toEqual([character]);
});

it('a line of plain words in any language of Europe has no mark, and marks add up', () => {
  expect(marksOf('Größe: Übung für 3 Éclairs, ¿sí?\t(a) [b] *c* _d_ #e | f')).toBe(0);
  expect(marksOf('a <b>&nbsp;</b> \u200b')).toBe(mark.tag + mark.entity + mark.unseen);
});
