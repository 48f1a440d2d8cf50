import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/sandbox/demo/columns.ts';
import { parseDemoOptions } from '../../src/sandbox/demo/demo-options.ts';
import { compareEnds } from '../../src/sandbox/demo/effects.ts';
import { noteText } from '../../src/sandbox/demo/note-text.ts';
import { paintFor } from '../../src/sandbox/demo/paint.ts';
import { checkPromises } from '../../src/sandbox/demo/promises.ts';
import { safePath } from '../../src/sandbox/demo/wiki-files.ts';
import { exampleWorld } from '../../src/sandbox/example/example-world.ts';
import { opportunities } from '../../src/sandbox/example/salesforce.ts';
import { person } from '../../src/sandbox/people.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { World } from '../../src/sandbox/world.ts';

/** A world in which sam has opened a request and the desk has made him the promise of a comment. */
async function worldWithRequest(): Promise<World> {
  const sandbox = await startSandbox();
  const desk = person(sandbox.origin, 'project_7_bot_desk');
  await person(sandbox.origin, 'sam').openIssue({
    title: 'SME for AI',
    description: 'x',
    confidential: true,
  });
  await desk.comment(1, '**Waiting.**\n\n<!-- sme-desk:record {"version":1,"shownAfter":70001} -->');
  await desk.setLabels(1, { add: ['area::ai'] });
  const world = sandbox.save();
  await sandbox.close();
  return world;
}

function issueOf(world: World) {
  const issue = world.gitlab.projects[7]?.issues[1];
  if (issue === undefined) throw new Error('the world has no issue 1');
  return issue;
}

const teamRow = {
  Id: '00qAB0000000001YAA',
  OpportunityId: opportunities.acme,
  UserId: '005AB000001JonaYAC',
  TeamMemberRole: 'SME',
  CreatedById: '005AB000001DeskYAC',
  CreatedDate: 0,
  LastModifiedById: '005AB000001DeskYAC',
  LastModifiedDate: 0,
};

describe('the flags of the demo', () => {
  it('play everything by default', () => {
    expect(parseDemoOptions([])).toEqual({ kind: 'play', options: { mode: 'all', crash: null, out: 'out' } });
  });

  it.each([
    { args: ['--crash-at', '7'], crash: { at: 7, how: 'before' } },
    { args: ['--crash-at', '8'], crash: { at: 8, how: 'after' } },
    { args: ['--crash-at', '8', '--crash-how', 'before'], crash: { at: 8, how: 'before' } },
  ])('$args kill the desk $crash.how write $crash.at', ({ args, crash }) => {
    expect(parseDemoOptions(args)).toMatchObject({ kind: 'play', options: { crash } });
  });

  it.each([
    [['--crash-at', 'x']],
    [['--crash-how', 'after']],
    [['--crash-at', '1', '--crash-how', 'never']],
    [['--out', '']],
    [['--mode']],
    [['a', 'b']],
  ])('%j are a problem', (args) => {
    expect(parseDemoOptions(args).kind).toBe('problem');
  });

  it('explain themselves', () => {
    expect(parseDemoOptions(['--help'])).toEqual({ kind: 'help' });
  });

  it('show the dashboard of the last play, and play nothing then', () => {
    expect(parseDemoOptions(['--show', '--out', 'there'])).toEqual({ kind: 'show', out: 'there' });
    expect(parseDemoOptions(['--show', '--mode', 'off']).kind).toBe('problem');
    expect(parseDemoOptions(['--show', '--crash-at', '7']).kind).toBe('problem');
  });
});

describe('the comparison of two ends', () => {
  it('does not see ids and times', async () => {
    const [one, other] = [await worldWithRequest(), await worldWithRequest()];
    for (const note of issueOf(other).notes) {
      note.id += 100;
      note.createdAt += 90_000;
      note.body = note.body.replace('70001', '70007');
    }

    expect(compareEnds(other, one)).toMatchObject({ lost: [], repeated: [] });
  });

  it('sees a comment that is there twice as repeated', async () => {
    const [one, other] = [await worldWithRequest(), await worldWithRequest()];
    const [note] = issueOf(other).notes;
    if (note !== undefined) issueOf(other).notes.push({ ...note, id: note.id + 1 });

    expect(compareEnds(other, one)).toMatchObject({
      lost: [],
      repeated: ['#1 record by SME Desk: **Waiting.**'],
    });
  });

  it('sees a team row that is missing as lost', async () => {
    const [one, other] = [await worldWithRequest(), await worldWithRequest()];
    one.salesforce.teamMembers.push(teamRow);

    expect(compareEnds(other, one)).toMatchObject({
      lost: [`Jonas Weber is on the team of ${opportunities.acme} as SME`],
      repeated: [],
    });
  });
});

describe('the promises', () => {
  /** The promises that are broken in a world after one change. */
  async function brokenBy(change: (world: World) => unknown): Promise<string[]> {
    const world = await worldWithRequest();
    change(world);
    return checkPromises(world, 0)
      .filter((each) => each.against.length > 0)
      .map((each) => each.promise);
  }

  it('are kept in a world where nothing happened, but for the runs that still write', () => {
    const broken = checkPromises(exampleWorld(), 2).filter((each) => each.against.length > 0);

    expect(broken.map((each) => each.promise)).toEqual(['one more run writes nothing']);
  });

  it.each<{ promise: string; change: (world: World) => unknown }>([
    {
      promise: 'no access without an approver',
      change: (world) => issueOf(world).assigneeIds.push(32),
    },
    {
      promise: 'no access without an approver',
      change: ({ salesforce }) => salesforce.teamMembers.push(teamRow),
    },
    { promise: 'one record per request', change: (world) => issueOf(world).notes.splice(0) },
    {
      promise: 'every issue is confidential',
      change: (world) => Object.assign(issueOf(world), { confidential: false }),
    },
    { promise: 'no call that no vendor has', change: (world) => world.offences.push('GET /nowhere') },
    {
      promise: 'no e-mail address goes out',
      change: (world) => {
        for (const note of issueOf(world).notes) note.body += ' sam@example.com';
      },
    },
  ])('"$promise" can be broken', async ({ promise, change }) => {
    expect(await brokenBy(change)).toEqual([promise]);
  });
});

describe('wiki pages on the disk', () => {
  it.each([
    ['reports/2026-11', 'reports/2026-11'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/absolute', 'absolute'],
    ['..\\..\\windows', 'windows'],
    ['a b:c\u0000', 'a-b-c-'],
    ['....', 'page'],
  ])('%j is written to %j, below the directory', (slug, path) => {
    expect(safePath(slug)).toBe(path);
  });
});

describe('texts of the desk', () => {
  it('are read as a person sees them', () => {
    const body = [
      '@sam: **Jonas** takes `it`.',
      '',
      '- Why: the least engagements.',
      '',
      '| field | found |',
      '| --- | --- |',
      '| Dates | 03/12 |',
      '',
      '<!-- sme-desk:note {"issue":1,"key":"assigned:1"} -->',
    ].join('\n');

    expect(noteText(body)).toEqual({
      firstLine: '@sam: Jonas takes it.',
      points: { Why: 'the least engagements.' },
      rows: [['Dates', '03/12']],
    });
  });

  it('are wrapped between words, and what does not fit is cut', () => {
    expect(wrap('one two three four', 8)).toEqual(['one two', 'three', 'four']);
    expect(wrap('one two three four', 8, 2)).toEqual(['one two', 'three f…']);
  });

  it('carry colours only where they are wanted', () => {
    expect(paintFor(false).bad('no')).toBe('no');
    expect(paintFor(true).bad('no')).toBe('\u001b[31mno\u001b[39m');
  });
});
