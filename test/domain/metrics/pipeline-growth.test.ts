import { describe, expect, it } from 'vitest';
import type { OpportunityChange, RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { quarterPeriod } from '../../../src/domain/metrics/month.ts';
import { pipelineGrowth } from '../../../src/domain/metrics/program/pipeline-growth.ts';
import { at, history, hour, life, pipeline, stagesOf } from './builders.ts';
import { areaAi, figureIn, november, scopeOf, valuesOf } from './scope-of.ts';

const quarter = quarterPeriod('2026-Q4', 'UTC');
if (quarter === null) throw new Error('no quarter');
/** Hours from the beginning of the stories to the beginning of the quarter that November lies in. */
const quarterBegan = (quarter.from - at(0)) / hour;
const endOfNovember = (november.to - at(0)) / hour;

/** A request with an SME from an hour on. */
function withSme(opportunityId: string, hours: number, fields: Partial<RequestHistory> = {}): RequestHistory {
  return history({
    opportunityId,
    submittedAt: at(hours - 1),
    labelEvents: life(['submitted', hours - 1], ['assigned', hours]),
    ...fields,
  });
}

const early = quarterBegan - 100;
const acme = stagesOf('acme', [early, '2-Scoping', 100]);
const globex = stagesOf('globex', [early, '2-Scoping', 50]);

function valuesIn(
  requests: readonly RequestHistory[],
  histories: readonly (readonly OpportunityChange[])[],
  asked: Parameters<typeof scopeOf>[1] = {},
) {
  return valuesOf(pipelineGrowth.measure(scopeOf({ requests, pipeline: pipeline(...histories) }, asked)));
}

describe('pipeline growth', () => {
  it('compares the open opportunities with an SME with those at the end of the quarter before', () => {
    const requests = [withSme('acme', early), withSme('globex', 100)];

    expect(valuesIn(requests, [acme, globex])).toEqual({
      '3.opportunities': 2,
      '3.previous.opportunities': 1,
      '3.pipeline': 150,
      '3.previous': 100,
      '3.growth': 50,
    });
  });

  it('of a quarter compares with the quarter before as well', () => {
    const requests = [withSme('acme', early), withSme('globex', endOfNovember + 100)];

    expect(valuesIn(requests, [acme, globex], { period: quarter })).toMatchObject({ '3.growth': 50 });
  });

  it('takes the amount, and whether it is open, as they were at each moment', () => {
    const raised = stagesOf(
      'acme',
      [early, '2-Scoping', 100],
      [quarterBegan, '2-Scoping', 400],
      [endOfNovember - 1, '4-Proposal', 300],
      [endOfNovember, 'Closed Won', 900],
    );

    expect(valuesIn([withSme('acme', early)], [raised], { now: november.to + 99 * hour })).toMatchObject({
      '3.previous': 100,
      '3.pipeline': 300,
      '3.growth': 200,
    });
  });

  it('counts an opportunity once however many requests name it, and rests on all of them', () => {
    const requests = [withSme('acme', early, { iid: 3 }), withSme('acme', 50, { iid: 4, areaKey: 'appsec' })];
    const result = pipelineGrowth.measure(scopeOf({ requests, pipeline: pipeline(acme) }));

    expect(valuesOf(result)).toMatchObject({ '3.opportunities': 1, '3.pipeline': 100, '3.growth': 0 });
    expect(result.inputs).toEqual([3, 4]);
    expect(valuesIn(requests, [acme], { group: areaAi })).toMatchObject({ '3.pipeline': 100 });
  });

  it.each<[string, Partial<RequestHistory>]>([
    ['nobody is assigned', { labelEvents: life(['submitted', early], ['waitlisted', early + 1]) }],
    ['the engagement is cancelled', { labelEvents: life(['assigned', early], ['cancelled', early + 5]) }],
    [
      'the engagement did not take place',
      {
        labelEvents: life(['assigned', early], ['awaiting-feedback', early + 5], ['completed', early + 6]),
        outcome: 'did not take place',
      },
    ],
    ['the SME comes after the cut-off', { labelEvents: life(['assigned', endOfNovember]) }],
  ])('leaves out an opportunity for which %s', (_, fields) => {
    expect(valuesIn([withSme('acme', early, fields)], [acme])).toMatchObject({
      '3.opportunities': 0,
      '3.pipeline': 0,
    });
  });

  it('is not defined where the pipeline before was 0', () => {
    const scope = scopeOf({ requests: [withSme('acme', 0)], pipeline: pipeline(acme) });

    expect(figureIn(pipelineGrowth, scope, '3.growth')).toMatchObject({
      value: null,
      note: 'not defined: the pipeline was 0',
    });
  });

  it('is not defined where the pipeline before was below 0', () => {
    const credit = stagesOf('acme', [early, '2-Scoping', -5]);
    const scope = scopeOf({ requests: [withSme('acme', early)], pipeline: pipeline(credit) });

    expect(figureIn(pipelineGrowth, scope, '3.growth')).toMatchObject({
      value: null,
      note: 'not defined: the pipeline was below 0',
    });
  });

  it('counts an opportunity without an amount, and does not take it for 0', () => {
    const blank = stagesOf('blank', [early, '2-Scoping', null]);
    const both = scopeOf({
      requests: [withSme('acme', early), withSme('blank', early)],
      pipeline: pipeline(acme, blank),
    });
    const one = scopeOf({ requests: [withSme('blank', early)], pipeline: pipeline(blank) });

    expect(figureIn(pipelineGrowth, both, '3.opportunities').value).toBe(2);
    expect(figureIn(pipelineGrowth, both, '3.pipeline')).toMatchObject({ value: 100, n: 1, guarded: true });
    expect(figureIn(pipelineGrowth, one, '3.opportunities').value).toBe(1);
    expect(figureIn(pipelineGrowth, one, '3.pipeline')).toMatchObject({
      value: null,
      n: 0,
      note: 'none of the opportunities has an amount',
    });
    expect(figureIn(pipelineGrowth, one, '3.growth').value).toBeNull();
  });

  it('has the smaller number of amounts of the two moments behind it', () => {
    const requests = [withSme('acme', early), withSme('globex', 100)];
    const scope = scopeOf({ requests, pipeline: pipeline(acme, globex) });

    expect(figureIn(pipelineGrowth, scope, '3.growth')).toMatchObject({ n: 1, guarded: true });
  });

  it('is not available without Salesforce, never 0', () => {
    const pipelineDown = { kind: 'not available', reason: 'Salesforce is down' } as const;
    const { figures } = pipelineGrowth.measure(
      scopeOf({ requests: [withSme('acme', early)], pipeline: pipelineDown }),
    );

    expect(figures.map(({ value, note }) => [value, note])).toEqual(
      figures.map(() => [null, 'Salesforce is down']),
    );
    expect(figures).toHaveLength(5);
  });
});
