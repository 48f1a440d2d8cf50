import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricDefinitions } from '../../src/domain/metrics/definitions.ts';
import { metricLink, metricsPage } from '../../src/report/metrics-page.ts';

describe('the definitions of the metrics', () => {
  it('are the same in docs/metrics.md and on the wiki page', () => {
    const docs = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');

    expect(docs).toBe(metricsPage());
  });

  it('are the eight of the program, each with a goal and a section that its link leads to', () => {
    const page = metricsPage();

    expect(metricDefinitions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const definition of metricDefinitions) {
      const heading = `## ${definition.number} ${definition.name}`;
      expect(page).toContain(
        `${heading}\n\n- **Definition:** ${definition.formula}\n- **Goal:** ${definition.goal}`,
      );
      const anchor = heading.slice(3).toLowerCase().replaceAll(' ', '-');
      expect(metricLink(definition)).toContain(`(/metrics#${anchor})`);
    }
  });
});
