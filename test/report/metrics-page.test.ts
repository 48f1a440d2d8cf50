import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/domain/metrics/metrics.ts';
import { metricsPage, whatItIs } from '../../src/report/metrics-page.ts';

const definitions = metrics.map(({ definition }) => definition);

describe('the definitions of the metrics', () => {
  it('are the same in docs/metrics.md and on the wiki page', () => {
    const docs = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');

    expect(docs, 'run: node test/report/write-sample.ts').toBe(metricsPage());
  });

  it('begin with the eight of the program, each with a goal', () => {
    const program = definitions.filter(({ number }) => number !== null);

    expect(program.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(program.every(({ goal, goals }) => goal !== '' && goals.length > 0)).toBe(true);
  });

  it('have a section each that the links lead to', () => {
    const headings = [...metricsPage().matchAll(/^##+ (?<text>.*)$/gm)].map((match) => match.groups?.text);
    const anchors = headings.map((text) => (text ?? '').toLowerCase().replaceAll(' ', '-'));

    for (const definition of definitions) {
      const anchor = /\(\/metrics#(?<anchor>[^)]*)\)/.exec(whatItIs(definition))?.groups?.anchor;
      expect(anchors).toContain(anchor);
    }
  });

  it('say how exactly each is counted', () => {
    expect(definitions.filter(({ details }) => details.length === 0)).toEqual([]);
  });
});
