import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { person } from '../../src/sandbox/people.ts';
import { feedbackText } from '../builders/feedback-text.ts';
import { requestText } from '../builders/request-text.ts';
import { type BoardAtWork, boardAtWork, boardConfig, cards } from '../laws/board.ts';

/** Numbers of the cards whose history the last run has read. */
function historiesRead({ sandbox }: BoardAtWork): number[] {
  const paths = sandbox.world.journal.map(
    (call) => /\/issues\/(\d+)\/resource_label_events/.exec(call.path)?.[1],
  );
  return [...new Set(paths.flatMap((iid) => (iid === undefined ? [] : [Number(iid)])))];
}

async function readAgainAt(desk: BoardAtWork, at: string): Promise<number[]> {
  desk.sandbox.set(at);
  desk.sandbox.clearJournal();
  await desk.maintain({ args: [] });
  return historiesRead(desk);
}

describe('what a run remembers', () => {
  it('no card is read again whose issue has not changed, and one that has is', async () => {
    await using desk = await boardAtWork();
    await desk.maintain();
    desk.sandbox.advance(90_000);
    await desk.maintain();
    expect(await readAgainAt(desk, '2026-12-02T08:00:00Z')).toEqual([]);

    await person(desk.sandbox.origin, 'petra').comment(cards.backlog, 'We look again in spring.');

    expect(await readAgainAt(desk, '2026-12-02T09:00:00Z')).toEqual([cards.backlog]);
  });

  it('on the first day of a month everything is read, and so it is from a damaged file', async () => {
    await using desk = await boardAtWork();
    await desk.maintain();
    desk.sandbox.advance(90_000);
    await desk.maintain();
    const open = Object.keys(cards).length - 1;

    expect(await readAgainAt(desk, '2027-01-01T06:20:00Z')).toHaveLength(open);
    expect(await readAgainAt(desk, '2027-01-02T06:20:00Z')).toEqual([]);
    await writeFile(join(desk.directory, 'cards.json'), '{"version":1');
    expect(await readAgainAt(desk, '2027-01-03T06:20:00Z')).toHaveLength(open);
  });

  it('holds numbers, hashes and words of this program, and nothing that a person has written', async () => {
    await using desk = await boardAtWork();
    await person(desk.sandbox.origin, 'sam').comment(cards.stale, 'Acme waits for it.');
    await desk.maintain();
    desk.sandbox.advance(90_000);
    await desk.maintain();

    const kept = await readFile(join(desk.directory, 'cards.json'), 'utf8');
    const words = new Set(kept.match(/[a-z][a-z-]*[a-z]/gi));
    for (const word of ['sam', 'petra', 'Acme', 'Feedback', 'Reviews', 'waits'])
      expect(words).not.toContain(word);
    expect(kept).toContain('"status:');
  });

  it('a card on which somebody has written a key of their own is read each time', async () => {
    await using desk = await boardAtWork();
    await desk.maintain();
    const note = desk.issue(cards.stale).notes.find(({ body }) => body.includes('stale'));
    if (note !== undefined) note.body = note.body.replace('stale:new:0', 'Acme pays 7');
    desk.sandbox.advance(90_000);
    await desk.maintain();

    expect(await readAgainAt(desk, '2026-12-02T08:00:00Z')).toEqual([cards.stale]);
    expect(await readFile(join(desk.directory, 'cards.json'), 'utf8')).not.toContain('Acme');
  });
});

describe('a run that meets people', () => {
  it('goes on where somebody has deleted the comment that proposes a duplicate', async () => {
    await using desk = await boardAtWork();
    await desk.maintain();
    desk.sandbox.advance(90_000);
    await desk.maintain();
    const issue = desk.issue(cards.duplicate);
    issue.notes = issue.notes.filter(({ body }) => !body.includes('This may be the same ask'));
    await person(desk.sandbox.origin, 'petra').setLabels(cards.stale, { add: ['feedback::reviewed'] });
    desk.sandbox.set('2026-12-03T06:20:00Z');

    expect((await desk.maintain()).code).toBe(0);
    expect(desk.keys(cards.stale).some((key) => key.startsWith('status:'))).toBe(true);
  });

  it('goes on with the cards as another user, once the earlier one is named as such', async () => {
    await using desk = await boardAtWork();
    await desk.maintain();
    const { gitlab } = desk.sandbox.world;
    const today = gitlab.users[900];
    if (today === undefined) throw new Error('the desk is no user');
    gitlab.users[950] = { ...today, id: 950, username: 'project_7_bot_before' };
    for (const iid of Object.values(cards)) {
      const { notes, labelEvents } = desk.issue(iid);
      for (const note of notes) if (note.authorId === today.id) note.authorId = 950;
      for (const event of labelEvents) if (event.userId === today.id) event.userId = 950;
    }
    await person(desk.sandbox.origin, 'petra').setLabels(cards.stale, { add: ['feedback::reviewed'] });
    desk.sandbox.set('2026-12-03T06:20:00Z');
    const config = { ...boardConfig, formerDeskUsers: ['project_7_bot_before'] };

    expect((await desk.maintain({ config })).code).toBe(0);
    expect(desk.keys(cards.stale).some((key) => key.startsWith('status:'))).toBe(true);
    desk.sandbox.advance(90_000);
    const { written } = await desk.maintainAndTell({ config });
    expect(written).toEqual([]);
  });

  it('leaves a card alone that somebody moves between plan and write', async () => {
    await using desk = await boardAtWork();
    const { sandbox } = desk;
    let isMoved = false;
    sandbox.beforeCall = async (call) => {
      if (
        isMoved ||
        call.actor !== 'project_7_bot_desk' ||
        !call.path.endsWith(`/issues/${cards.unauthorised}`)
      )
        return undefined;
      isMoved = true;
      await person(sandbox.origin, 'petra').setLabels(cards.unauthorised, { add: ['feedback::roadmap'] });
      return undefined;
    };
    const { out } = await desk.maintain();
    sandbox.beforeCall = null;

    expect(out).toContain(
      `#${cards.unauthorised} card.set: left for the next run, somebody has moved the card meanwhile`,
    );
    expect(desk.keys(cards.unauthorised)).toEqual([]);
    await desk.maintain();
    expect(desk.labels(cards.unauthorised)).toContain('feedback::roadmap');
  });

  it('says nothing on a card that was made public meanwhile', async () => {
    await using desk = await boardAtWork();
    const { sandbox } = desk;
    sandbox.beforeCall = async (call) => {
      if (call.method === 'PUT' && call.path.endsWith(`/issues/${cards.accepted}`))
        desk.issue(cards.accepted).confidential = false;
      return undefined;
    };
    const { out } = await desk.maintain();
    sandbox.beforeCall = null;

    expect(out).toContain(
      `#${cards.accepted} card.set: left for the next run, somebody has made the issue public meanwhile`,
    );
    expect(desk.keys(cards.accepted)).toEqual([]);
    await desk.maintain();
    await desk.maintain();
    expect(desk.issue(cards.accepted).confidential).toBe(true);
    expect(desk.keys(cards.accepted)).toContain('record');
  });

  it('writes at most as many comments as the guard lets through, on the oldest cards', async () => {
    await using desk = await boardAtWork();
    const config = { ...boardConfig, guards: { ...boardConfig.guards, cardComments: 2 } };
    const { code, out } = await desk.maintain({ config });

    expect(code).toBe(2);
    expect(out).toContain('Left over:');
    const told = Object.values(cards).filter((iid) => desk.keys(iid).some((key) => key !== 'record'));
    expect(told).toEqual([cards.stale, cards.accepted]);
  });
});

describe('confidentiality does not wait for the care of a day', () => {
  it('also what its author has closed before the desk saw it becomes confidential', async () => {
    await using desk = await boardAtWork();
    await person(desk.sandbox.origin, 'sam').close(cards.public);
    await desk.maintain();
    expect(desk.issue(cards.public).confidential).toBe(true);
  });

  it('each run over requests protects feedback, also what has no label yet, and only the named issue with --issue', async () => {
    await using desk = await boardAtWork();
    const sam = person(desk.sandbox.origin, 'sam');
    const bare = await sam.openIssue({ title: 'Said by a customer', description: feedbackText() });
    const request = await sam.openIssue({
      title: 'SME for AI',
      description: requestText(),
      confidential: true,
    });

    await desk.reconcile('--apply', '--issue', String(bare));
    expect(desk.issue(bare).confidential).toBe(true);
    expect(desk.labels(bare)).toEqual(['type::customer-feedback']);
    expect(desk.issue(cards.public).confidential).toBe(false);

    const { out } = await desk.reconcile('--apply');
    expect(out).toContain('customer feedback is confidential');
    expect(desk.issue(cards.public).confidential).toBe(true);
    expect(desk.labels(request)).not.toContain('type::customer-feedback');
    expect(desk.labels(request)).toContain('type::sme-request');
  });
});
