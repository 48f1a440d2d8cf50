import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/report/site/csv.ts';

describe('CSV to take away', () => {
  it('quotes what would end a cell, and doubles quotes', () => {
    expect(csv([['a,b', 'say "so"', 'two\nlines', 'plain', null]])).toBe(
      '"a,b","say ""so""","two\nlines",plain,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=x'])('lets no spreadsheet run the text %j', (text) => {
    expect(csv([[text]]).replace(/^"/, '')[0]).toBe("'");
  });

  it('writes numbers as numbers, with their sign', () => {
    expect(csv([[-12.5, 0, 1_000_000]])).toBe('-12.5,0,1000000\r\n');
  });
});
