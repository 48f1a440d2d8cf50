import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { type MermaidBlock, mermaidBlocks } from '../mermaid-blocks.ts';
import { mermaidFaults } from '../mermaid-drawing.ts';
import type { Sample } from '../sample.ts';
import { withPage } from '../watched-page.ts';

/** Every diagram that anybody publishes: in the wiki, in README and in docs. */
function allBlocks({ wiki, documents }: Sample): MermaidBlock[] {
  return Object.entries({ ...documents, ...wiki }).flatMap(([page, text]) => mermaidBlocks(page, text));
}

/** The versions GitLab may have: that of instances which are a few years old, and the newest. */
const versions = [
  ['10.7', 'checks/mermaid-10.html'],
  ['12.3', 'checks/mermaid-newest.html'],
] as const;

export const mermaidChecks: readonly Check[] = versions.map(([version, path]) => ({
  name: `every diagram of the wiki, README and docs is drawn by Mermaid ${version}`,
  run: (surroundings) =>
    withPage(surroundings, path, async (page) => {
      const blocks = allBlocks(surroundings.sample);

      assert.ok(blocks.length >= 5, `only ${blocks.length} diagrams were found`);
      assert.deepEqual(await mermaidFaults(page, blocks), []);
    }),
}));
