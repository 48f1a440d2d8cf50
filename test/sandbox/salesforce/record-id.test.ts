import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedId, toEighteen } from '../../../src/sandbox/salesforce/record-id.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const shortId = fc
  .array(fc.constantFrom(...letters), { minLength: 15, maxLength: 15 })
  .map((all) => all.join(''));

describe('a Salesforce id', () => {
  it.each([
    ['001000000000000', '001000000000000AAA'],
    ['005AB000001Ines', '005AB000001InesYAC'],
    ['ABCDEABCDEABCDE', 'ABCDEABCDEABCDE555'],
    ['abcdeabcdeabcdE', 'abcdeabcdeabcdEAAQ'],
  ])('of fifteen letters, %s, has the long form %s', (short, long) => {
    expect(toEighteen(short)).toBe(long);
    expect(toEighteen(long)).toBe(long);
  });

  it.each(['', '001', '00100000000000', '0010000000000000', '001000000000000AAB', '00100000000000-'])(
    'is not %j',
    (text) => {
      expect(toEighteen(text)).toBeNull();
    },
  );

  it('differs in its long form from every other even where case is lost', () => {
    fc.assert(
      fc.property(shortId, shortId, (one, other) => {
        fc.pre(one !== other);
        expect(toEighteen(one)?.toLowerCase()).not.toBe(toEighteen(other)?.toLowerCase());
      }),
    );
    expect(toEighteen('00qab00000000Aa')?.toLowerCase()).not.toBe(
      toEighteen('00qab00000000aA')?.toLowerCase(),
    );
  });

  it('made by the sandbox is a valid one', () => {
    expect(numberedId('00q', 7)).toBe(toEighteen('00qAB0000000007'));
  });
});
