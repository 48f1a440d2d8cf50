import { isQueryValid } from '@jetstreamapp/soql-parser-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deskSalesforceUser,
  exampleSalesforce,
  opportunities,
} from '../../../src/sandbox/example/salesforce.ts';
import {
  changeOpportunity,
  createOpportunity,
  type OpportunityChange,
} from '../../../src/sandbox/salesforce/opportunity-changes.ts';
import { toEighteen } from '../../../src/sandbox/salesforce/record-id.ts';
import { runSoql } from '../../../src/sandbox/salesforce/soql-run.ts';
import type { OpportunityRow, SalesforceWorld } from '../../../src/sandbox/salesforce/state.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
let world: SalesforceWorld;

beforeEach(() => {
  world = exampleSalesforce();
});

function change(values: OpportunityChange, id: string = opportunities.acme): OpportunityRow | null {
  return changeOpportunity(world, id, values, { by: deskSalesforceUser, now });
}

function query(soql: string) {
  expect(isQueryValid(soql)).toBe(true);
  return runSoql(world, soql, 'v64.0').map(({ attributes, ...values }) => values);
}

function historyOf(id: string) {
  return query(
    `SELECT StageName, Amount, CloseDate, CreatedDate FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY CreatedDate`,
  );
}

describe('the history of an opportunity', () => {
  it('begins when it is made, and tells the values after each change', () => {
    expect(historyOf(opportunities.hooli)).toEqual([
      {
        StageName: '3-Technical Evaluation',
        Amount: 120_000,
        CloseDate: '2026-12-18',
        CreatedDate: '2026-10-05T09:00:00.000+0000',
      },
      {
        StageName: '4-Proposal',
        Amount: 120_000,
        CloseDate: '2026-12-18',
        CreatedDate: '2026-10-26T09:15:00.000+0000',
      },
      {
        StageName: 'Closed Won',
        Amount: 120_000,
        CloseDate: '2026-11-06',
        CreatedDate: '2026-11-06T16:45:00.000+0000',
      },
    ]);
  });

  it.each<[string, OpportunityChange]>([
    ['the stage', { stage: '4-Proposal' }],
    ['the amount', { amount: 90_000 }],
    ['the amount is taken out', { amount: null }],
    ['the close date', { closeDate: '2027-02-01' }],
    ['the probability', { probability: 45 }],
  ])('gets one row when somebody changes %s', (_, values) => {
    const before = world.history.length;

    change(values);

    expect(world.history).toHaveLength(before + 1);
    expect(world.history.at(-1)).toMatchObject({
      OpportunityId: opportunities.acme,
      CreatedById: deskSalesforceUser,
      CreatedDate: now,
    });
  });

  it('gets no row for what stays as it was', () => {
    const before = world.history.length;

    change({ stage: '3-Technical Evaluation', amount: 120_000 });

    expect(world.history).toHaveLength(before);
  });

  it('gives every row an id of its own', () => {
    change({ amount: 1 });
    change({ amount: 2 });

    const ids = world.history.map((row) => row.Id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('008') && toEighteen(id) === id)).toBe(true);
  });

  it('goes with an opportunity that is deleted', () => {
    expect(historyOf(opportunities.umbrella)).toEqual([]);
    expect(change({ amount: 1 }, opportunities.umbrella)).toBeNull();
  });
});

describe('the stage of an opportunity', () => {
  it('says whether it is closed and won, and how probable it is', () => {
    change({ stage: 'Closed Won' });
    expect(
      query(`SELECT IsClosed, IsWon, Probability FROM Opportunity WHERE Id = '${opportunities.acme}'`),
    ).toEqual([{ IsClosed: true, IsWon: true, Probability: 100 }]);

    change({ stage: 'Closed Lost' });
    expect(world.opportunities.find((row) => row.Id === opportunities.acme)).toMatchObject({
      IsClosed: true,
      IsWon: false,
      Probability: 0,
    });
  });

  it('has to be one of the organisation', () => {
    const [acme] = world.opportunities;
    if (acme === undefined) throw new Error('no opportunity');

    expect(change({ stage: 'Wishful Thinking' })).toBeNull();
    expect(createOpportunity(world, { ...acme, StageName: 'Wishful Thinking' })).toBeNull();
  });

  it('stays in the list when it is retired', () => {
    expect(
      query('SELECT ApiName, IsClosed FROM OpportunityStage WHERE IsActive = false ORDER BY SortOrder'),
    ).toEqual([{ ApiName: 'Closed Duplicate', IsClosed: true }]);
  });
});

describe('a query for opportunities', () => {
  it('finds those changed since an instant, whatever their close date says', () => {
    change({ stage: 'Closed Lost', closeDate: '2025-01-01' });

    expect(
      query('SELECT Name FROM Opportunity WHERE IsClosed = true AND SystemModstamp >= 2026-11-24T00:00:00Z'),
    ).toEqual([{ Name: 'Acme renewal' }]);
  });

  it('reaches the own fields of the account', () => {
    expect(
      query(
        `SELECT Account.NPS__c FROM Opportunity WHERE Account.NPS__c != null AND Id = '${opportunities.hooli}'`,
      ),
    ).toEqual([{ Account: expect.objectContaining({ NPS__c: 9 }) }]);
  });
});

describe('the control of the sandbox', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  async function post(body: unknown): Promise<number> {
    const answer = await fetch(`${sandbox.origin}/sandbox/opportunities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status;
  }

  it('changes an opportunity at the time of the sandbox, and refuses what is not there', async () => {
    const who = { id: opportunities.acme, by: deskSalesforceUser };

    expect(await post({ ...who, stage: '4-Proposal' })).toBe(200);
    expect(await post({ ...who, id: opportunities.umbrella, amount: 1 })).toBe(404);
    expect(await post({ ...who, owner: 'mallory' })).toBe(400);

    expect(sandbox.world.salesforce.history.at(-1)).toMatchObject({
      OpportunityId: opportunities.acme,
      StageName: '4-Proposal',
      CreatedDate: sandbox.world.clock.now,
    });
  });
});
