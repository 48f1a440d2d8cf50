import { describe, expect, it } from 'vitest';
import { opportunityIds } from '../../../src/domain/salesforce-id/opportunity-ids.ts';
import { recordIds, recordPrefixes } from '../../../src/domain/salesforce-id/record-ids.ts';
import { idSuffix, salesforceId } from '../../../src/domain/salesforce-id/salesforce-id.ts';

describe('a Salesforce id', () => {
  it.each([
    ['001A0000006Vm9r', 'IAC'],
    ['00530000003xqAb', 'AAI'],
    ['000000000000000', 'AAA'],
    ['ABCDEABCDEABCDE', '555'],
  ])('%s has the suffix %s', (short, suffix) => {
    expect(idSuffix(short)).toBe(suffix);
    expect(salesforceId(short)).toEqual({ kind: 'id', id: short + suffix });
    expect(salesforceId(short + suffix.toLowerCase())).toEqual({ kind: 'id', id: short + suffix });
  });

  it('whose case was lost has a suffix that disagrees', () => {
    expect(salesforceId('001a0000006vm9rIAC')).toEqual({ kind: 'suffix', expected: 'AAA' });
  });

  it.each(['', '001A0000006Vm9', '001A0000006Vm9rI', '001A0000006Vm9rIACx', '001A0000006Vm9\u0440'])(
    'is not %j',
    (text) => {
      expect(salesforceId(text)).toEqual({ kind: 'malformed' });
    },
  );
});

describe('opportunity ids in a text', () => {
  const short = '006AB00000123Ab';
  const id = short + idSuffix(short);

  it.each([
    ['bare', short],
    ['with its suffix', id],
    ['in a Lightning link', `https://acme.lightning.force.com/lightning/r/Opportunity/${id}/view`],
    ['in an encoded link', `https://acme.lightning.force.com/one/one.app#%2FsObject%2F${id}%2Fview`],
    ['in a classic link', `https://eu1.salesforce.com/${short}`],
    ['in a Markdown link', `[Acme](https://acme.my.salesforce.com/${id})`],
    ['twice', `${short} ${id}`],
  ])('are found %s', (_, text) => {
    expect(opportunityIds(text)).toEqual({ ids: [id], wrongSuffix: [], wrongLength: [], otherObjects: [] });
  });

  it('are told from what only looks like one', () => {
    const wrong = `${short}AAA`;

    expect(opportunityIds(`${wrong} 006AB0000012 001A0000006Vm9r sixteenlettersxx`)).toEqual({
      ids: [],
      wrongSuffix: [wrong],
      wrongLength: ['006AB0000012'],
      otherObjects: ['001A0000006Vm9r'],
    });
  });
});

describe('ids of opportunities and accounts in a text', () => {
  it('are found by what they begin with, and those of other records are told apart', () => {
    const account = '001A0000006Vm9r';
    const opportunity = '006AB00000123Ab';

    expect(recordIds(`${account} ${opportunity} 003A0000006Vm9r`, Object.values(recordPrefixes))).toEqual({
      ids: [account + idSuffix(account), opportunity + idSuffix(opportunity)],
      wrongSuffix: [],
      wrongLength: [],
      otherObjects: ['003A0000006Vm9r'],
    });
  });
});
