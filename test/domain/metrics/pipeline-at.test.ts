import { describe, expect, it } from 'vitest';
import { opportunitiesAt } from '../../../src/domain/metrics/opportunities-at.ts';
import { type Pipeline, pipelineOf } from '../../../src/domain/metrics/opportunity-timeline.ts';
import { at, pipeline, stagesOf } from './builders.ts';

const history = stagesOf(
  'acme',
  [0, '2-Scoping', 10],
  [20, 'Closed Lost', 20],
  [30, 'Closed Won', 30],
  [40, '4-Proposal', 40],
  [50, 'Closed Won', 50],
);

function read(...histories: Parameters<typeof stagesOf>[1][][]): Pipeline {
  const changes = [history, ...histories.map((steps, index) => stagesOf(`other-${index}`, ...steps))];
  const source = pipeline(...changes.map((each) => each.toReversed()));
  if (source.kind !== 'read') throw new Error('not read');
  return pipelineOf(source.value);
}

function amountAt(known: Pipeline, hours: number): number | null | undefined {
  return opportunitiesAt(known, at(hours))('acme')?.amount;
}

describe('an opportunity at an instant', () => {
  it.each([
    [0, undefined],
    [0.1, 10],
    [20, 10],
    [21, 20],
    [99, 50],
  ])('in hour %d has the values of the last change before it', (hours, amount) => {
    expect(amountAt(read(), hours)).toBe(amount);
  });

  it('is closed since the first moment of the last unbroken stretch', () => {
    const known = read();
    const closedAt = (hours: number) => opportunitiesAt(known, at(hours))('acme')?.closedSince;

    expect([15, 25, 35, 45, 55].map(closedAt)).toEqual([null, at(20), at(20), null, at(50)]);
    expect(opportunitiesAt(known, at(25))('acme')?.won).toBe(false);
    expect(opportunitiesAt(known, at(35))('acme')?.won).toBe(true);
  });

  it('is nothing that Salesforce does not know', () => {
    expect(opportunitiesAt(read(), at(99))('globex')).toBeNull();
  });

  it('is told the same however many instants were asked for before', () => {
    const known = read();
    const hours = [5, 25, 35, 45, 55, 5, 35, 25, 55, 45, 5];

    expect(hours.map((each) => amountAt(known, each))).toEqual(hours.map((each) => amountAt(read(), each)));
  });

  it('does not get mixed up with another reading of Salesforce', () => {
    expect(amountAt(read(), 99)).toBe(50);
    expect(opportunitiesAt(read([[1, '2-Scoping', 7]]), at(99))('other-0')?.amount).toBe(7);
  });
});
