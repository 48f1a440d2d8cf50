import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { type HistoryCache, historyCache } from '../../../src/run/observe/history-cache.ts';
import type { RequestEntry } from '../../../src/run/observe/history-cache-entry.ts';
import { exampleConfig } from '../../builders/config.ts';
import { desk } from '../../builders/snapshot.ts';

const config = exampleConfig();
const here = {
  project: { id: 7, path: 'acme/sme-desk', webUrl: 'https://x' },
  desk: { ...desk, ids: [900] },
};

const request = { id: 5001, updatedAt: 1_795_000_000_000 };
const item = { id: 5002, updatedAt: 1_795_000_000_001 };

const events = {
  labels: [70_001, 900, 1_794_000_000_000, 101, 1],
  states: [80_001, 900, 1_794_000_000_000, 1],
};

const entry: RequestEntry = {
  ...events,
  area: 'ai',
  region: 'emea',
  opportunityAt: 44,
  decision: { sme: 31, start: 1_794_100_000_000, hours: 2.5 },
  outcome: 'technical win',
  rating: 4,
  nps: 9,
  fastTrack: false,
  followUps: [12, 13],
  declined: 'not enough notice',
};

let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sme-desk-cache-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function open(by: Config = config, of: typeof here = here): Promise<HistoryCache> {
  const cache = await historyCache(directory, by, of);
  if (cache === null) throw new Error('no cache');
  return cache;
}

const file = (): string => join(directory, 'history.json');

/** Writes a cache with one request and one item, and gives its text. */
async function written(): Promise<string> {
  const cache = await open();
  cache.keepRequest(request, entry);
  cache.keepItem(item, events);
  await cache.save(true);
  return await readFile(file(), 'utf8');
}

it('what was kept is found again while the issue has not changed', async () => {
  await written();

  const cache = await open();

  expect(cache.request(request)).toEqual(entry);
  expect(cache.item(item)).toEqual(events);
  expect(cache.request({ ...request, updatedAt: request.updatedAt + 1 })).toBeNull();
  expect(cache.request({ ...request, id: 5003 })).toBeNull();
  expect(cache.request(item)).toBeNull();
});

it.each<[string, (text: string) => string]>([
  ['is no JSON', () => '{'],
  ['is empty', () => ''],
  ['is a list', () => '[]'],
  ['is of another version', (text) => text.replace('"version":1', '"version":0')],
  ['is of another project', (text) => text.replace('"project":7', '"project":8')],
  ['is of another desk', (text) => text.replace('"desk":[900]', '"desk":[66]')],
  ['is of another configuration', (text) => text.replace(/"config":"./, '"config":"x')],
  ['has a text for a number', (text) => text.replace('"rating":4', '"rating":"4"')],
  ['has a rating that nobody can give', (text) => text.replace('"rating":4', '"rating":400')],
  ['has a reason that nobody has configured', (text) => text.replace('not enough notice', 'said Bill')],
  ['has an area that is none', (text) => text.replace('"ai"', '"<b>ai</b>"')],
  ['has a region that nobody has configured', (text) => text.replace('"emea"', '"moon"')],
  ['has a part of an event', (text) => text.replace('"labels":[', '"labels":[1,')],
  [
    'has an event of a negative time',
    (text) => text.replace('"labels":[70001,900,', '"labels":[70001,900,-'),
  ],
  ['has a word in an event', (text) => text.replace('"labels":[70001', '"labels":["70001"')],
  ['has a key of its own', (text) => text.replace('"rating":4', '"rating":4,"title":"x"')],
  ['lacks a key', (text) => text.replace('"rating":4,', '')],
])('a file that %s is as none', async (_, poison) => {
  const good = await written();
  expect(poison(good)).not.toBe(good);
  await writeFile(file(), poison(good));

  const cache = await open();

  expect([cache.request(request), cache.item(item)]).toEqual([null, null]);
});

it('it holds for one project, one desk and one way to read a form', async () => {
  await written();
  const leadTime = exampleConfig({ program: [['lead_time: 48h', 'lead_time: 72h']] });

  const others = [
    await open(leadTime),
    await open(config, { ...here, project: { ...here.project, id: 8 } }),
    await open(config, { ...here, desk: { ...here.desk, ids: [900, 901] } }),
  ];

  expect(others.map((each) => each.request(request))).toEqual([null, null, null]);
});

it('it outlives a new SME', async () => {
  await written();

  const cache = await open({ ...config, roster: config.roster.slice(1) });

  expect(cache.request(request)).toEqual(entry);
});

it('an entry that the next run would not believe is not written', async () => {
  const cache = await open();
  cache.keepRequest(request, { ...entry, declined: 'Bill of Initech was against it' });
  cache.keepItem(item, events);
  await cache.save(true);

  expect(await readFile(file(), 'utf8')).not.toContain('Initech');
  expect((await open()).item(item)).toEqual(events);
});

it('what a whole run has not met is forgotten; what one that failed has not come to stays', async () => {
  await written();
  const failed = await open();
  failed.keepItem({ ...item, id: 5009 }, events);
  await failed.save(false);
  expect((await open()).request(request)).toEqual(entry);

  const whole = await open();
  whole.keepItem(item, events);
  await whole.save(true);

  expect((await open()).request(request)).toBeNull();
  expect((await open()).item(item)).toEqual(events);
});

it('it is not written again when it says the same', async () => {
  await written();
  const before = await stat(file());
  const cache = await open();
  cache.keepRequest(request, cache.request(request) ?? entry);
  cache.keepItem(item, cache.item(item) ?? events);
  await cache.save(true);

  expect((await stat(file())).ino).toBe(before.ino);
});

it('a directory that cannot be written to costs the next run its reads, and this one nothing', async () => {
  await writeFile(join(directory, 'taken'), '');
  const cache = await historyCache(join(directory, 'taken', 'below'), config, here);

  await expect(cache?.save(true)).resolves.toBeUndefined();
  expect(cache?.request(request)).toBeNull();
});

it('without a directory there is none', async () => {
  expect(await historyCache(null, config, here)).toBeNull();
});
