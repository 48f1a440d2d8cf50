import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { person } from '../../src/sandbox/people.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Call } from '../../src/sandbox/world.ts';
import { exampleConfig } from '../builders/config.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import { addCards } from './board-cards.ts';
import { settleCards } from './settled-board.ts';

/**
 * `npm run bench:board`: the care of 2,000 cards (1,700 open) on a morning on which nothing is new. Builds them in a
 * sandbox, lets the desk run on three mornings, prints one line of JSON about the third, and ends with 1 where it asked
 * more than it may. The first writes boards and pages; the second finds the pages as they should be, and remembers that.
 */

const most = { gitlab: 25, salesforce: 2, writes: 0 };

const example = exampleConfig();
const config = { ...example, feedback: { ...example.feedback, productProjects: ['acme/elsewhere'] } };

const sandbox = await startSandbox();
const directory = await mkdtemp(join(tmpdir(), 'sme-desk-bench-'));
const dispatcher = new WithoutSockets(sandbox);
const variables = { ...deskVariables(sandbox.origin, 'everything on'), SME_DESK_CACHE: directory };
const maintain = () => runDesk('maintain-feedback-board', ['--apply'], variables, { dispatcher, config });

try {
  await runDesk('setup', ['--apply'], variables, { dispatcher, config });
  await person(sandbox.origin, 'priya').call('POST', '/projects/8/issues', { title: 'Of the product' });
  const desk = { userId: 900, accessLevel: 20, createdAt: 0, expiresAt: null };
  sandbox.world.gitlab.projects[8]?.members.push(desk);
  sandbox.set('2026-11-20T06:20:00Z');
  addCards(sandbox.world);
  await settleCards(sandbox, config);
  // What waits for a few days, such as the reason of a decline, is over by then.
  sandbox.set('2026-12-09T06:20:00Z');
  await settleCards(sandbox, config);
  sandbox.set('2026-12-10T06:20:00Z');
  const cold = await maintain();
  if (cold.code !== 0) throw new Error(`${cold.out}\n${cold.err}`);
  sandbox.set('2026-12-11T06:20:00Z');
  await maintain();
  sandbox.set('2026-12-14T06:20:00Z');
  sandbox.clearJournal();
  const [clock, cpu] = [performance.now(), process.cpuUsage()];
  const { code, err } = await maintain();
  const { user, system } = process.cpuUsage(cpu);
  const { journal } = sandbox.world;
  const count = (which: (call: Call) => boolean): number => journal.filter(which).length;
  const took = {
    run: '2,000 cards, nothing new',
    code,
    gitlab: count((call) => call.system === 'gitlab'),
    salesforce: count((call) => call.system === 'salesforce'),
    slack: count((call) => call.system === 'slack'),
    writes: count((call) => call.write),
    seconds: Number(((user + system) / 1e6).toFixed(2)),
    wallSeconds: Number(((performance.now() - clock) / 1000).toFixed(2)),
  };
  process.stdout.write(`${JSON.stringify(took)}\n${err}`);
  const isCheap =
    took.gitlab <= most.gitlab && took.salesforce <= most.salesforce && took.writes <= most.writes;
  process.exitCode = isCheap && code === 0 && sandbox.offences.length === 0 ? 0 : 1;
} finally {
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
}
