import type { Page } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Findings that keep people out; axe calls the rest minor or moderate. */
const grave = new Set(['serious', 'critical']);

/**
 * What axe-core finds on a page that keeps people out, a line for each rule and the first place. It is run inside of the
 * page by the browser itself, so that the page's own policy stays in force.
 */
export async function axeFindings(page: Page, axe: string, within = 'document'): Promise<string[]> {
  await page.evaluate(axe);
  const findings: Finding[] = await page.evaluate(
    `axe.run(${within}, { resultTypes: ['violations'] }).then((found) => found.violations)`,
  );
  return findings
    .filter(({ impact }) => grave.has(impact))
    .map(
      ({ id, help, nodes }) => `${id}: ${help}, ${nodes.length} times, first ${nodes[0]?.target.join(' ')}`,
    );
}
