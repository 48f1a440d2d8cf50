import { isQueryValid } from '@jetstreamapp/soql-parser-js';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleSalesforce, opportunities } from '../../../src/sandbox/example/salesforce.ts';
import { runSoql } from '../../../src/sandbox/salesforce/soql-run.ts';
import { SoqlProblem } from '../../../src/sandbox/salesforce/soql-tokens.ts';
import type { SalesforceWorld } from '../../../src/sandbox/salesforce/state.ts';

let world: SalesforceWorld;

beforeEach(() => {
  world = exampleSalesforce();
});

function namesOf(soql: string): readonly unknown[] {
  return runSoql(world, soql, 'v62.0').map((record) => record.Name);
}

function problemOf(soql: string): string {
  try {
    runSoql(world, soql, 'v62.0');
    return 'none';
  } catch (problem) {
    return problem instanceof SoqlProblem ? problem.errorCode : String(problem);
  }
}

describe('a SOQL query', () => {
  it.each([
    [
      `SELECT Name FROM Opportunity WHERE Id IN ('${opportunities.acme}', '${opportunities.hooli}')`,
      ['Acme renewal', 'Hooli rollout'],
    ],
    [`select name from opportunity where id = '${opportunities.acme.slice(0, 15)}'`, ['Acme renewal']],
    ["SELECT Name FROM Opportunity WHERE IsClosed = false AND StageName = '2-scoping'", ['Globex platform']],
    ["SELECT Name FROM Opportunity WHERE Account.Name = 'Initech'", ['Initech security']],
    ['SELECT Name FROM Opportunity WHERE Amount > 120000 AND CloseDate = 2027-01-29', ['Globex platform']],
    ['SELECT Name FROM Opportunity WHERE CreatedDate < 2026-10-05T09:00:00Z', []],
    [
      'SELECT Name FROM Opportunity WHERE NPS__c = null AND (NOT IsClosed = true) ORDER BY Name DESC LIMIT 1',
      ['Initech security'],
    ],
    [
      "SELECT Name FROM Opportunity WHERE (IsWon = true OR Name = 'Acme renewal') ORDER BY Name",
      ['Acme renewal', 'Hooli rollout'],
    ],
    [
      `SELECT Name FROM Opportunity WHERE Id NOT IN ('${opportunities.acme}') AND NPS__c != null`,
      ['Hooli rollout'],
    ],
    [
      'SELECT Name FROM Opportunity ORDER BY NPS__c NULLS LAST, Amount DESC, Name ASC LIMIT 2',
      ['Hooli rollout', 'Globex platform'],
    ],
    [
      "SELECT Name FROM User WHERE IsActive = true AND UserType = 'Standard' AND Email = 'INES@example.com'",
      ['Ines Ferrer'],
    ],
  ])('%s finds what it says', (soql, names) => {
    expect(namesOf(soql)).toEqual(names);
    expect(isQueryValid(soql)).toBe(true);
  });

  it('never finds a deleted opportunity, nor its team, not even when it asks for deleted ones', () => {
    const row = {
      Id: '00qAB0000000001AAA',
      OpportunityId: opportunities.umbrella,
      UserId: '',
      TeamMemberRole: 'SME',
    };
    const made = { CreatedById: '', CreatedDate: 0, LastModifiedById: '', LastModifiedDate: 0 };
    world.teamMembers.push({ ...row, ...made });

    expect(namesOf(`SELECT Name FROM Opportunity WHERE Id = '${opportunities.umbrella}'`)).toEqual([]);
    expect(namesOf('SELECT Name FROM Opportunity WHERE IsDeleted = true')).toEqual([]);
    expect(namesOf('SELECT Id FROM OpportunityTeamMember')).toEqual([]);
  });

  it('shows relationships nested, times as Salesforce writes them, and names in Salesforce’s own spelling', () => {
    const soql = `SELECT id, account.name, OWNER.Email, CreatedDate FROM Opportunity WHERE Id = '${opportunities.acme}'`;

    const [record] = runSoql(world, soql, 'v62.0');

    expect(record).toEqual({
      attributes: {
        type: 'Opportunity',
        url: `/services/data/v62.0/sobjects/Opportunity/${opportunities.acme}`,
      },
      Id: opportunities.acme,
      Account: {
        attributes: {
          type: 'Account',
          url: expect.stringMatching(/^\/services\/data\/v62\.0\/sobjects\/Account\/001/),
        },
        Name: 'Acme',
      },
      Owner: { attributes: expect.objectContaining({ type: 'User' }), Email: 'sam@example.com' },
      CreatedDate: '2026-10-05T09:00:00.000+0000',
    });
  });

  it('shows an empty relationship as null', () => {
    for (const row of world.opportunities) row.AccountId = null;

    expect(runSoql(world, 'SELECT Account.Name FROM Opportunity LIMIT 1', 'v62.0')[0]?.Account).toBeNull();
  });

  it('follows a relationship of a relationship', () => {
    const made = {
      CreatedById: '',
      CreatedDate: 0,
      LastModifiedById: '',
      LastModifiedDate: 0,
      TeamMemberRole: null,
    };
    world.teamMembers.push({
      Id: '00qAB0000000001AAA',
      OpportunityId: opportunities.acme,
      UserId: '',
      ...made,
    });

    const [record] = runSoql(
      world,
      'SELECT Opportunity.Account.Name, Opportunity.Name FROM OpportunityTeamMember',
      'v62.0',
    );

    expect(record).toMatchObject({ Opportunity: { Name: 'Acme renewal', Account: { Name: 'Acme' } } });
  });

  it.each([
    ['', 'MALFORMED_QUERY'],
    ['SELECT FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT * FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity WHERE Id IN ()', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Opportunity WHERE Name = 'O'Hara'", 'MALFORMED_QUERY'],
    ["SELECT Id FROM Opportunity WHERE Name = 'open", 'MALFORMED_QUERY'],
    ["SELECT Id FROM Opportunity WHERE Name = '\\x'", 'MALFORMED_QUERY'],
    [
      'SELECT Id FROM Opportunity WHERE IsWon = true OR IsClosed = true AND IsDeleted = false',
      'MALFORMED_QUERY',
    ],
    ['SELECT Id FROM Opportunity; DELETE', 'MALFORMED_QUERY'],
    ['SELECT Id, Shoe_Size__c FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity WHERE Shoe_Size__c = null', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity ORDER BY Shoe_Size__c', 'INVALID_FIELD'],
    ['SELECT Friend.Name FROM Opportunity', 'INVALID_FIELD'],
    ["SELECT Id FROM Opportunity WHERE IsDeleted = 'false'", 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity WHERE Name = 5', 'INVALID_FIELD'],
    ["SELECT Id FROM Opportunity WHERE Id = 'Acme'", 'INVALID_QUERY_FILTER_OPERATOR'],
    [
      `SELECT Id FROM Opportunity WHERE Id = '${opportunities.acme.slice(0, 15)}AAA'`,
      'INVALID_QUERY_FILTER_OPERATOR',
    ],
    ['SELECT Id FROM Secret', 'INVALID_TYPE'],
  ])('%s is refused as %s', (soql, code) => {
    expect(problemOf(soql)).toBe(code);
  });
});
