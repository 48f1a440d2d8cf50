import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type { OpportunityChange, RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { stageProgression } from '../../../src/domain/metrics/program/stage-progression.ts';
import { exampleConfig } from '../../builders/config.ts';
import { at, history, hour, life, pipeline, stagesOf } from './builders.ts';
import { areaAi, december, figureIn, november, scopeOf, valuesOf } from './scope-of.ts';

const two = '2-Scoping';
const three = '3-Technical Evaluation';
const four = '4-Proposal';
const begin = (november.from - at(0)) / hour;
const end = (november.to - at(0)) / hour;

/** A request with an SME from an hour on. */
function withSme(opportunityId: string, hours = 1, fields: Partial<RequestHistory> = {}): RequestHistory {
  const labelEvents = life(['submitted', hours - 1], ['assigned', hours]);
  return history({ opportunityId, submittedAt: at(hours - 1), labelEvents, ...fields });
}

function valuesIn(
  requests: readonly RequestHistory[],
  histories: readonly (readonly OpportunityChange[])[],
  asked: Parameters<typeof scopeOf>[1] = {},
) {
  return valuesOf(stageProgression.measure(scopeOf({ requests, pipeline: pipeline(...histories) }, asked)));
}

function withStages(stages: Config['salesforce']['stages']): Config {
  const config = exampleConfig();
  return { ...config, salesforce: { ...config.salesforce, stages } };
}

describe('stage progression', () => {
  it('compares opportunities with an SME with the rest', () => {
    const histories = [
      stagesOf('a', [begin - 9, two], [200, three]),
      stagesOf('b', [begin - 9, two]),
      ...['c', 'd', 'e'].map((id) => stagesOf(id, [begin - 9, two])),
      stagesOf('f', [20, two], [30, three], [40, four]),
    ];

    expect(valuesIn([withSme('a'), withSme('b')], histories)).toEqual({
      '4.2to3.in': 2,
      '4.2to3.entered': 1,
      '4.2to3.rate': 50,
      '4.2to3.rest.in': 4,
      '4.2to3.rest.entered': 1,
      '4.2to3.rest.rate': 25,
      '4.2to3.advantage': 100,
      '4.2to3.skips.rate': 50,
      '4.3to4.in': 1,
      '4.3to4.entered': 0,
      '4.3to4.rate': 0,
      '4.3to4.rest.in': 1,
      '4.3to4.rest.entered': 1,
      '4.3to4.rest.rate': 100,
      '4.3to4.advantage': -100,
      '4.3to4.skips.rate': 0,
    });
  });

  it.each<[string, Parameters<typeof stagesOf>[1][], number, number]>([
    [
      'left before the period',
      [
        [begin - 9, two],
        [begin - 1 / 3600, three],
      ],
      0,
      0,
    ],
    [
      'left at its first moment',
      [
        [begin - 9, two],
        [begin, three],
      ],
      1,
      1,
    ],
    [
      'left at its last moment',
      [
        [begin - 9, two],
        [end - 1 / 3600, three],
      ],
      1,
      1,
    ],
    [
      'left at the first moment after it',
      [
        [begin - 9, two],
        [end, three],
      ],
      1,
      0,
    ],
    [
      'came at the first moment after it',
      [
        [begin - 9, '1-Discovery'],
        [end, two],
      ],
      0,
      0,
    ],
    [
      'came and went in it',
      [
        [50, two],
        [60, 'Closed Lost'],
      ],
      1,
      0,
    ],
    [
      'went back and forth',
      [
        [50, two],
        [60, three],
        [70, two],
        [80, three],
      ],
      1,
      1,
    ],
    [
      'reached the next stage from elsewhere',
      [
        [50, two],
        [60, '1-Discovery'],
        [70, three],
      ],
      1,
      0,
    ],
    [
      'passed through within one moment',
      [
        [50, '1-Discovery'],
        [60, two],
        [60, three],
      ],
      0,
      0,
    ],
  ])('takes an opportunity that %s as it should', (_, steps, isIn, entered) => {
    expect(valuesIn([withSme('a', begin - 20)], [stagesOf('a', ...steps)])).toMatchObject({
      '4.2to3.in': isIn,
      '4.2to3.entered': entered,
    });
  });

  it('finds each step in one month and no other', () => {
    const atMidnight = stagesOf('a', [begin - 9, two], [end, three]);
    const requests = [withSme('a', begin - 20)];

    expect(valuesIn(requests, [atMidnight])).toMatchObject({ '4.2to3.in': 1, '4.2to3.entered': 0 });
    expect(valuesIn(requests, [atMidnight], { period: december })).toMatchObject({
      '4.2to3.in': 1,
      '4.2to3.entered': 1,
    });
  });

  it('gives a month computed late as it was computed on time', () => {
    const histories = (later: Parameters<typeof stagesOf>[1][]) => [
      stagesOf('a', [begin - 9, two], [200, three], ...later),
      stagesOf('b', [begin - 9, two], ...later),
    ];

    expect(
      valuesIn(
        [withSme('a')],
        histories([
          [end, three],
          [end + 9, four],
        ]),
        { now: december.to },
      ),
    ).toEqual(valuesIn([withSme('a')], histories([]), { now: november.to }));
  });

  it.each<[string, number, Parameters<typeof stagesOf>[1][], number]>([
    [
      'before it entered the next stage',
      99,
      [
        [0, two],
        [100, three],
      ],
      1,
    ],
    [
      'in the moment it entered',
      100,
      [
        [0, two],
        [100, three],
      ],
      0,
    ],
    [
      'after it entered, though it came back',
      150,
      [
        [0, two],
        [100, three],
        [200, two],
      ],
      0,
    ],
    [
      'before it left for good',
      99,
      [
        [0, two],
        [50, '1-Discovery'],
        [60, two],
        [100, 'Closed Lost'],
      ],
      1,
    ],
    [
      'after it left for good',
      101,
      [
        [0, two],
        [50, '1-Discovery'],
        [60, two],
        [100, 'Closed Lost'],
      ],
      0,
    ],
    ['while it is still in it', 500, [[0, two]], 1],
    ['after the cut-off', end, [[0, two]], 0],
  ])('takes an opportunity whose SME comes %s as it should', (_, hours, steps, isIn) => {
    expect(valuesIn([withSme('a', hours)], [stagesOf('a', ...steps)])).toMatchObject({
      '4.2to3.in': isIn,
      '4.2to3.rest.in': 1 - isIn,
    });
  });

  it('goes by the first SME of several requests, and rests on all of them', () => {
    const requests = [withSme('a', 90, { iid: 2 }), withSme('a', 110, { iid: 3 })];
    const scope = scopeOf({ requests, pipeline: pipeline(stagesOf('a', [0, two], [100, three])) });
    const result = stageProgression.measure(scope);

    expect(valuesOf(result)).toMatchObject({ '4.2to3.in': 1, '4.2to3.entered': 1 });
    expect(result.inputs).toEqual([2, 3]);
  });

  it('compares an area with what has no SME in the whole organisation', () => {
    const requests = [withSme('a'), withSme('b', 1, { areaKey: 'appsec' })];
    const histories = [stagesOf('a', [0, two]), stagesOf('b', [0, two]), stagesOf('c', [0, two])];

    expect(valuesIn(requests, histories)).toMatchObject({ '4.2to3.in': 2, '4.2to3.rest.in': 1 });
    expect(valuesIn(requests, histories, { group: areaAi })).toMatchObject({
      '4.2to3.in': 1,
      '4.2to3.rest.in': 1,
    });
  });

  it('tells beside it what came further in one step, and who was won', () => {
    const histories = [
      stagesOf('a', [0, two], [50, four]),
      stagesOf('b', [0, two], [50, 'Closed Won']),
      stagesOf('c', [0, two], [50, 'Closed Lost']),
      stagesOf('d', [0, two], [50, three]),
    ];
    const requests = ['a', 'b', 'c', 'd'].map((id) => withSme(id));

    expect(valuesIn(requests, histories)).toMatchObject({ '4.2to3.rate': 25, '4.2to3.skips.rate': 75 });
  });

  it('takes a change between two names of a stage for none', () => {
    const config = withStages({ '2': ['1-Discovery', two], '3': [three], '4': [four] });
    const histories = [stagesOf('a', [begin - 9, '1-Discovery'], [20, two], [30, three])];

    expect(valuesIn([withSme('a', 25)], histories, { config })).toMatchObject({
      '4.2to3.in': 1,
      '4.2to3.entered': 1,
    });
  });

  it.each([
    [
      'nothing with an SME was in the stage',
      [],
      [
        [0, two],
        [50, three],
      ],
      'no opportunity with an SME was in stage 2',
    ],
    ['nothing of the rest entered', [withSme('a')], [[0, two]], 'none of the rest entered stage 3'],
    ['nothing of the rest was in the stage', [withSme('a')], null, 'no other opportunity was in stage 2'],
  ] as const)('has no advantage where %s, and says so', (_, requests, rest, note) => {
    const histories = [stagesOf('a', [0, two]), rest === null ? [] : stagesOf('b', ...rest)];
    const scope = scopeOf({ requests, pipeline: pipeline(...histories) });

    expect(figureIn(stageProgression, scope, '4.2to3.advantage')).toMatchObject({ value: null, note });
  });

  it.each<[string, Config['salesforce']['stages'], string, string]>([
    ['none', {}, 'salesforce.stages names no stage 2', 'salesforce.stages names no stage 3'],
    ['no fourth stage', { '2': [two], '3': [three] }, '', 'salesforce.stages names no stage 4'],
  ])('with %s configured says which stage is missing', (_, stages, ofTwo, ofThree) => {
    const histories = [stagesOf('a', [0, two]), stagesOf('b', [0, two], [5, three])];
    const scope = scopeOf(
      { requests: [withSme('a')], pipeline: pipeline(...histories) },
      { config: withStages(stages) },
    );

    expect(figureIn(stageProgression, scope, '4.2to3.advantage').note).toBe(ofTwo);
    expect(figureIn(stageProgression, scope, '4.3to4.in')).toMatchObject({ value: null, note: ofThree });
  });

  it('is not available without Salesforce, never 0', () => {
    const reason = 'Salesforce is off';
    const scope = scopeOf({ requests: [withSme('a')], pipeline: { kind: 'not available', reason } });
    const { figures } = stageProgression.measure(scope);

    expect(figures.map(({ value, note }) => [value, note])).toEqual(figures.map(() => [null, reason]));
    expect(figures).toHaveLength(16);
  });

  it('reads other stage names of the same pipeline anew', () => {
    const scope = scopeOf({
      requests: [withSme('a')],
      pipeline: pipeline(stagesOf('a', [0, two], [50, four])),
    });
    const swapped = { ...scope, config: withStages({ '2': [two], '3': [four], '4': [three] }) };

    expect(figureIn(stageProgression, scope, '4.2to3.entered').value).toBe(0);
    expect(figureIn(stageProgression, swapped, '4.2to3.entered').value).toBe(1);
  });
});
