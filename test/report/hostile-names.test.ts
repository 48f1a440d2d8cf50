import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/types.ts';
import { readJsonTables } from '../../src/report/json-table.ts';
import { exampleConfig } from '../builders/config.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { samplePages } from './sample-pages.ts';

const evil = [
  'AI | </td>`` @all #1 ::include{file=x}\n/close\n```json:table ~"a" "b"];',
  '](x) | <b> [y](z) ![i](j) $$k$$ www.example.com',
  '"] --> B["%%{init: {}}%%\n<details><summary>&amp;',
] as const;

/** Everything that people name in the configuration is hostile. */
function hostileConfig(): Config {
  const config = exampleConfig();
  const nameAt = (index: number): string => evil[index % evil.length] ?? '';
  return {
    ...config,
    program: { ...config.program, name: evil[0] },
    areas: config.areas.map((area, index) => ({ ...area, name: nameAt(index) })),
    regions: config.regions.map((region, index) => ({ ...region, name: nameAt(index + 1) })),
    requests: { ...config.requests, declineReasons: [...evil] },
    feedback: { ...config.feedback, themes: [...evil] },
    collateral: { kinds: config.collateral.kinds.map((kind, index) => ({ ...kind, name: nameAt(index) })) },
    roster: config.roster.map((sme, index) => ({ ...sme, name: nameAt(index) })),
  };
}

const pages = samplePages(generatedHistory({ config: hostileConfig() }));

/** What of a page may still have a meaning: without escaped characters, and without what stands in fences and in code. */
function prose(page: string): string {
  return page
    .replace(/```[\s\S]*?\n```/g, '')
    .replace(/\\[\s\S]/g, '')
    .replace(/`[^`\n]*`/g, '');
}

describe.each(Object.entries(pages))('hostile names on the page %s', (_, page) => {
  it('begin no line with a command or an include, and close no fence', () => {
    expect(page.split('\n').filter((line) => /^\s*(?:\/|::)/.test(line))).toEqual([]);
    const fences = page.split('\n').filter((line) => line.trimStart().startsWith('```'));
    expect(fences.filter((line, index) => (line === '```') === (index % 2 === 0))).toEqual([]);
  });

  it('make no mention, reference, link, HTML or table cell', () => {
    const text = prose(page);
    const ours = /<\/?(?:details|summary)>/g;

    expect(text).not.toMatch(/@|~"|!\[|\$\$|\{|\[y|\[i/);
    expect(text.replace(ours, '')).not.toContain('<');
    expect(
      [...text.matchAll(/\]\((?<to>[^)]*)\)/g)].every(({ groups }) => /^[/#]/.test(groups?.to ?? '')),
    ).toBe(true);
  });

  it('leave every table with as many cells as its head', () => {
    const rows = prose(page)
      .split('\n')
      .map((line) => (line.startsWith('|') ? line.split('|').length : 0));
    const uneven = rows.filter(
      (cells, index) => cells > 0 && (rows[index - 1] ?? 0) > 0 && cells !== rows[index - 1],
    );

    expect(uneven).toEqual([]);
  });

  it('are one quoted text each in a diagram', () => {
    for (const [, chart = ''] of page.matchAll(/```mermaid\n([\s\S]*?)\n```/g)) {
      expect(chart).toMatch(
        /\n {4}title "[^"\n]*"\n {4}x-axis \["[^"[\]%{}\n]*"(?:, "[^"[\]%{}\n]*")*\]\n {4}y-axis/,
      );
      expect(chart.match(/%%/g)).toHaveLength(2);
      const labels = /x-axis \[(?<list>.*)\]/.exec(chart)?.groups?.list?.split(', "') ?? [];
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

it('reads a hostile name back from the table of figures as it was written', () => {
  const items = readJsonTables(pages['reports/2026-10'] ?? '').flatMap((table) => table ?? []);

  expect(items.some(({ scope }) => scope === evil[0])).toBe(true);
});
