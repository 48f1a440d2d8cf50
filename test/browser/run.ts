import process from 'node:process';
import { type Check, runChecks } from './check.ts';
import { accessChecks } from './checks/dashboard-access.ts';
import { figureChecks } from './checks/dashboard-figures.ts';
import { useChecks } from './checks/dashboard-use.ts';
import { hostileChecks } from './checks/hostile-names.ts';
import { mermaidChecks } from './checks/mermaid.ts';
import { plantedChecks } from './checks/planted.ts';
import { takeAwayChecks } from './checks/take-away.ts';
import { wikiChecks } from './checks/wiki.ts';
import { openBrowser } from './open-browser.ts';
import { sample } from './sample.ts';
import { serve } from './static-server.ts';

/**
 * `npm run test:browser`: makes pages and dashboard of a generated year and opens them in a real browser. A word after
 * it runs only the checks that contain it. Pictures of what was seen are in `screenshots/` beside this file.
 */

const checks: readonly Check[] = [
  ...mermaidChecks,
  ...wikiChecks,
  ...figureChecks,
  ...useChecks,
  ...accessChecks,
  ...takeAwayChecks,
  ...hostileChecks,
  ...plantedChecks,
];

const word = process.argv[2] ?? '';
const made = await sample();
const served = await serve(made.files);
const browser = await openBrowser();
const { passed, failed } = await runChecks(
  checks.filter(({ name }) => name.includes(word)),
  { browser, sample: made, served },
  (line) => process.stdout.write(`${line}\n`),
);
await browser.close();
await served.close();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
