import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type {
  Period,
  PipelineFacts,
  ProgramFacts,
  RequestHistory,
} from '../../../src/domain/metrics/facts.ts';
import { customerSatisfaction } from '../../../src/domain/metrics/program/customer-satisfaction.ts';
import type { LabelEvent, Opportunity } from '../../../src/domain/snapshot.ts';
import {
  type RequestState,
  requestLabel,
  requestStates,
} from '../../../src/domain/workflow/request-state.ts';
import { exampleConfig } from '../../builders/config.ts';
import { said } from './said.ts';
import { scopeOf } from './scope-of.ts';

const config = exampleConfig();
const withoutSurvey: Config = { ...config, salesforce: { ...config.salesforce, nps: null } };

const october: Period = {
  from: Date.parse('2026-10-01T00:00:00Z'),
  to: Date.parse('2026-11-01T00:00:00Z'),
  name: '2026-10',
};

const acme = '006AB000001AcmeYAC';
const globex = '006AB000001GlobYAC';

let lastEvent = 0;

function set(state: RequestState, at: number): LabelEvent {
  lastEvent += 1;
  const label = { id: requestStates.indexOf(state) + 1, name: requestLabel(state) };
  return { id: lastEvent, user: null, at, label, action: 'add' };
}

/** An engagement that took place on a day of October 2026 unless `over` says another, with what is told of it. */
function engagement(
  iid: number,
  fields: Partial<RequestHistory> & { readonly over?: string } = {},
): RequestHistory {
  const { over = '2026-10-14T08:00:00Z', ...rest } = fields;
  return {
    iid,
    areaKey: 'ai',
    region: 'emea',
    opportunityId: null,
    submittedAt: Date.parse('2026-09-01T08:00:00Z') + iid * 1000,
    labelEvents: [set('awaiting-feedback', Date.parse(over))],
    stateEvents: [],
    closedAt: null,
    decision: null,
    outcome: null,
    rating: null,
    nps: null,
    fastTrack: false,
    declineReason: null,
    ...rest,
  };
}

function opportunity(id: string): Opportunity {
  return {
    id,
    name: 'Acme renewal',
    accountId: null,
    accountName: null,
    ownerId: '005AB000001SamOYAS',
    stage: '3',
    closed: false,
    won: false,
    closeDate: '2026-12-01',
    slackChannel: null,
    amount: null,
  };
}

function surveyed(values: Record<string, number>): PipelineFacts {
  return { opportunities: Object.keys(values).map(opportunity), changes: [], stages: {}, nps: values };
}

function measured(
  requests: readonly RequestHistory[],
  values: Record<string, number> | null = {},
  asked: Config = config,
) {
  const pipeline: ProgramFacts['pipeline'] =
    values === null
      ? { kind: 'not available', reason: 'Salesforce is off' }
      : { kind: 'read', value: surveyed(values) };
  return customerSatisfaction.measure(scopeOf({ requests, pipeline }, { config: asked, period: october }));
}

function told(requests: readonly RequestHistory[], values: Record<string, number> | null = {}) {
  return said(measured(requests, values).figures);
}

describe('customer satisfaction', () => {
  it('is the share of 9 and 10 less the share of 0 to 6, from −100 to 100', () => {
    const answers = [10, 9, 8, 7, 6, 0].map((value, index) => engagement(index, { nps: value }));

    expect(told(answers)).toMatchObject({ '6.n': 6, '6.nps': 0 });
    expect(told([engagement(1, { nps: 9 })])).toMatchObject({ '6.nps': 100 });
    expect(told([engagement(1, { nps: 6 })])).toMatchObject({ '6.nps': -100 });
    expect(told([engagement(1, { nps: 7 }), engagement(2, { nps: 8 })])).toMatchObject({ '6.nps': 0 });
  });

  it('takes the number in Salesforce before the one that a requester reports', () => {
    const requests = [
      engagement(1, { opportunityId: acme, nps: 2 }),
      engagement(2, { opportunityId: globex, nps: 3 }),
    ];

    expect(told(requests, { [acme]: 10 })).toEqual({
      '6.n': 2,
      '6.salesforce.n': 1,
      '6.form.n': 1,
      '6.nps': 0,
    });
  });

  it('counts an opportunity once, with the newest report there is', () => {
    const requests = [
      engagement(3, { opportunityId: acme }),
      engagement(2, { opportunityId: acme, nps: 10 }),
      engagement(1, { opportunityId: acme, nps: 0 }),
    ];

    expect(told(requests)).toMatchObject({ '6.n': 1, '6.nps': 100 });
    expect(told(requests, { [acme]: 5 })).toMatchObject({ '6.n': 1, '6.nps': -100 });
  });

  it('counts the answer of an account once for all its opportunities', () => {
    const requests = [engagement(1, { opportunityId: acme }), engagement(2, { opportunityId: globex })];
    const answers = surveyed({ [acme]: 10, [globex]: 10 });
    const oneAccount = { ...answers, accounts: { [acme]: 'account', [globex]: 'account' } };
    const count = (value: PipelineFacts) =>
      said(
        customerSatisfaction.measure(
          scopeOf({ requests, pipeline: { kind: 'read', value } }, { config, period: october }),
        ).figures,
      );

    expect(count(answers)).toMatchObject({ '6.n': 2 });
    expect(count(oneAccount)).toMatchObject({ '6.n': 1, '6.salesforce.n': 1 });
  });

  it('counts each engagement without an opportunity by its own report', () => {
    expect(told([engagement(1, { nps: 9 }), engagement(2, { nps: 9 })])).toMatchObject({ '6.n': 2 });
  });

  it('takes no number outside of 0 to 10, and then asks the next source', () => {
    const requests = [
      engagement(1, { opportunityId: acme, nps: 9 }),
      engagement(2, { nps: 11 }),
      engagement(3, { nps: -1 }),
      engagement(4, { nps: Number.NaN }),
    ];

    expect(told(requests, { [acme]: 55 })).toMatchObject({ '6.n': 1, '6.salesforce.n': 0, '6.form.n': 1 });
  });

  it('is about engagements that took place in the period', () => {
    const requests = [
      engagement(1, { nps: 10, over: '2026-09-30T23:59:59Z' }),
      engagement(2, { nps: 10, over: '2026-10-01T00:00:00Z' }),
      engagement(3, { nps: 10, over: '2026-11-01T00:00:00Z' }),
      engagement(4, { nps: 10, labelEvents: [set('engaged', Date.parse('2026-10-02T00:00:00Z'))] }),
    ];

    expect(told(requests)).toMatchObject({ '6.n': 1 });
    expect(measured(requests).inputs).toEqual([2]);
  });

  it('leaves out an engagement that the requester says did not take place', () => {
    const over = Date.parse('2026-10-14T08:00:00Z');
    const request = engagement(1, {
      nps: 9,
      outcome: 'did not take place',
      labelEvents: [set('awaiting-feedback', over), set('completed', over + 1000)],
    });

    expect(told([request])).toMatchObject({ '6.n': 0, '6.nps': 'no answer' });
  });

  it('says of Salesforce that it was not asked, and goes on with what requesters report', () => {
    const requests = [engagement(1, { opportunityId: acme, nps: 9 })];

    expect(told(requests, null)).toEqual({
      '6.n': 1,
      '6.salesforce.n': 'Salesforce is off',
      '6.form.n': 1,
      '6.nps': 100,
    });
    const { figures } = measured(requests, {}, withoutSurvey);
    expect(said(figures)).toMatchObject({
      '6.salesforce.n': 'salesforce.nps is not set in the configuration',
    });
  });

  it('is guarded where it could point at a customer, and never corrected', () => {
    const { figures } = measured([engagement(1, { nps: 9 })]);

    expect(figures.filter(({ guarded }) => guarded).map(({ id }) => id)).toEqual(['6.nps']);
    expect(figures.find(({ id }) => id === '6.nps')).toMatchObject({ n: 1, unit: 'score' });
    expect(figures.filter(({ asOf }) => asOf)).toEqual([]);
  });

  it('names the figures that its table and its goals show', () => {
    const ids = measured([]).figures.map(({ id }) => id);
    const { columns, goals, chart } = customerSatisfaction.definition;

    expect(ids).toEqual(expect.arrayContaining([...columns, ...goals].map(({ figure }) => figure)));
    expect(ids).toContain(chart);
  });
});

const anyAnswer = fc.option(fc.integer({ min: -1, max: 12 }));
const anyEngagement = fc.record({
  opportunityId: fc.constantFrom(null, acme, globex),
  nps: anyAnswer,
  inPeriod: fc.boolean(),
});

it('customer satisfaction agrees with a recomputation by hand, whatever was answered', () => {
  fc.assert(
    fc.property(fc.array(anyEngagement, { maxLength: 10 }), anyAnswer, (engagements, ofAcme) => {
      const requests = engagements.map(({ inPeriod, ...fields }, index) =>
        engagement(index + 1, {
          ...fields,
          over: inPeriod ? '2026-10-14T08:00:00Z' : '2026-08-14T08:00:00Z',
        }),
      );
      const figures = told(requests, ofAcme === null ? {} : { [acme]: ofAcme });

      const marks: number[] = [];
      const isMark = (value: number | null): value is number => value !== null && value >= 0 && value <= 10;
      const current = engagements.filter(({ inPeriod }) => inPeriod);
      for (const customer of [acme, globex]) {
        const own = current.filter(({ opportunityId }) => opportunityId === customer);
        const reports = own.map((each) => each.nps).filter(isMark);
        const mark = customer === acme && isMark(ofAcme) ? ofAcme : reports.at(-1);
        if (own.length > 0 && mark !== undefined) marks.push(mark);
      }
      for (const each of current) if (each.opportunityId === null && isMark(each.nps)) marks.push(each.nps);
      let balance = 0;
      for (const mark of marks) balance += mark > 8 ? 1 : mark < 7 ? -1 : 0;
      expect(figures['6.n']).toBe(marks.length);
      if (marks.length > 0) expect(figures['6.nps']).toBeCloseTo((balance / marks.length) * 100, 9);
    }),
    { seed: 6, numRuns: 200 },
  );
});
