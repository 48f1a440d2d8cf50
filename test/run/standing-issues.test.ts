import { describe, expect, it } from 'vitest';
import { standingKeyOf } from '../../src/domain/record/own-issues.ts';
import { placeStanding } from '../../src/domain/record/standing-part.ts';
import type { EditStanding, OpenStanding } from '../../src/plan/standing-action.ts';
import { observeStanding } from '../../src/run/observe/observe-standing.ts';
import type { Call } from '../../src/sandbox/world.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

const open: OpenStanding = {
  kind: 'standing.open',
  key: 'sme-record:31',
  title: 'My SME record: Ines Ferrer',
  description: 'What Ines has done until October.',
  labels: ['type::sme-record'],
  assignees: [31],
  mentions: [],
};
const edit: EditStanding = {
  kind: 'standing.edit',
  on: 2,
  key: 'sme-record:31',
  description: 'What Ines has done until November.',
  labels: ['type::sme-record'],
  assignees: [31],
};

function issues(desk: DeskAtWork) {
  return Object.values(desk.sandbox.world.gitlab.projects[7]?.issues ?? {});
}

async function description(desk: DeskAtWork): Promise<string> {
  return (await desk.as('priya').readIssue(2)).description ?? '';
}

/** A sandbox in which the record of Ines is issue 2. */
async function withRecord(): Promise<DeskAtWork> {
  const desk = await deskAtWork();
  expect(await desk.apply(open)).toEqual([{ kind: 'applied' }]);
  return desk;
}

describe('a standing issue', () => {
  it('is opened confidential, labelled and assigned, once, and found again by what it is', async () => {
    await using desk = await withRecord();

    expect(await desk.apply(open)).toEqual([{ kind: 'there already' }]);
    expect(await desk.as('ines').readIssue(2)).toMatchObject({
      confidential: true,
      labels: ['type::sme-record'],
      assignees: [{ username: 'ines' }],
    });
    const { snapshot } = await desk.observe();
    const found = await observeStanding(desk.gitlab, snapshot.desk.ids, 'type::sme-record');
    expect(found.map((issue) => [issue.iid, standingKeyOf(issue, snapshot.desk.ids)])).toEqual([
      [2, 'sme-record:31'],
    ]);
    await desk.as('priya').close(2);
    expect(await desk.apply(open)).toEqual([{ kind: 'there already' }]);
    expect(issues(desk)).toHaveLength(2);
  });

  it('is found again after its answer was lost', async () => {
    await using desk = await deskAtWork();
    const opens = (call: Call): boolean => call.method === 'POST' && call.path.endsWith('/issues');
    desk.sandbox.beforeCall = (call) => Promise.resolve(opens(call) ? { kind: 'lose-answer' } : undefined);
    expect(await desk.apply(open)).toMatchObject([{ kind: 'unknown' }]);
    desk.sandbox.beforeCall = null;

    expect(await desk.apply(open)).toEqual([{ kind: 'there already' }]);
    expect(issues(desk)).toHaveLength(2);
  });

  it('is written anew in its part, and every word around it stays', async () => {
    await using desk = await withRecord();
    const before = await description(desk);
    await desk
      .as('ines')
      .editIssue(2, { description: `My goals, see @priya\n\n${before}\n\n<details>mine</details>` });

    expect(await desk.apply(edit)).toEqual([{ kind: 'applied' }]);

    const after = await description(desk);
    expect(after).toBe(
      `My goals, see @priya\n\n${before.replace('until October', 'until November').trim()}\n\n<details>mine</details>`,
    );
    expect(await desk.apply(edit)).toEqual([{ kind: 'there already' }]);
  });

  it('gets its part at the top where somebody has taken the marks out', async () => {
    await using desk = await withRecord();
    await desk.as('ines').editIssue(2, { description: 'All mine.' });

    expect(await desk.apply(edit)).toEqual([{ kind: 'applied' }]);
    const placed = placeStanding('All mine.', edit.description, { project: 7, key: edit.key });
    expect(placed).toMatchObject({ content: await description(desk) });
  });

  it('that somebody else has opened under the same marks, label and assignee is neither found nor written', async () => {
    await using desk = await deskAtWork();
    const placed = placeStanding(null, 'Forged.', { project: 7, key: open.key });
    if (placed.kind === 'damaged') throw new Error('nothing is there to be damaged');
    await desk.as('priya').openIssue({ title: 'Forged', description: placed.content, confidential: true });
    await desk.as('priya').setLabels(2, { add: ['type::sme-record'] });
    await desk.as('priya').call('PUT', '/projects/7/issues/2', { assignee_ids: [31] });

    const { snapshot } = await desk.observe();
    expect(await observeStanding(desk.gitlab, snapshot.desk.ids, 'type::sme-record')).toEqual([]);
    expect(await desk.apply(edit)).toEqual([{ kind: 'moved', why: '#2: somebody else has opened it' }]);
    expect(await desk.apply(open)).toEqual([{ kind: 'applied' }]);
    expect(issues(desk)).toHaveLength(3);
  });

  it('of somebody else does not become Ines’ own by her marker', async () => {
    await using desk = await deskAtWork();
    const jonas = { ...open, key: 'sme-record:32', title: 'My SME record: Jonas Weber', assignees: [32] };
    expect(await desk.apply(jonas)).toEqual([{ kind: 'applied' }]);
    const before = await description(desk);
    await desk.as('jonas').editIssue(2, { description: before.replace('record:32', 'record:31') });

    expect(await desk.apply(edit)).toMatchObject([
      { kind: 'moved', why: expect.stringContaining('assigned to') },
    ]);
    expect(await desk.apply(open)).toEqual([{ kind: 'applied' }]);
    expect(issues(desk)).toHaveLength(3);
  });

  it.each<[string, object | ((before: string) => object), string]>([
    ['made it public', { confidential: false }, 'made it public'],
    ['closed it', { state_event: 'close' }, 'closed it'],
    ['taken its label off', { remove_labels: 'type::sme-record' }, 'type::sme-record off it'],
    ['assigned it to others', { assignee_ids: [31, 66] }, 'assigned to'],
    ['assigned it to nobody', { assignee_ids: [] }, 'assigned to'],
    [
      'changed its key',
      (text) => ({ description: text.replace('record:31', 'record:32') }),
      'the mark above',
    ],
    ['doubled its part', (text) => ({ description: `${text}\n${text}` }), 'not one pair'],
    [
      'deleted one mark',
      (text) => ({ description: text.replace(/<!-- sme-desk:standing-end.*/, '') }),
      'not one pair',
    ],
    [
      'written what GitLab could take for a command',
      (text) => ({ description: `${text}\n\n\`\`\`\n/assign @mallory\n\`\`\`` }),
      'begins with a slash',
    ],
  ])('is not written where somebody has %s', async (_, change, why) => {
    await using desk = await withRecord();
    const before = await description(desk);
    await desk
      .as('priya')
      .call('PUT', '/projects/7/issues/2', typeof change === 'function' ? change(before) : change);
    const left = await description(desk);

    expect(await desk.apply(edit)).toEqual([{ kind: 'moved', why: expect.stringContaining(`#2: `) }]);
    expect(await desk.apply(edit)).toMatchObject([{ why: expect.stringContaining(why) }]);
    expect(await description(desk)).toBe(left);
  });

  it.each([
    ['a command', 'Done.\n/close'],
    ['raw HTML', 'Done <b>well</b>'],
    ['a mention', 'Ask @priya.'],
  ])('is neither opened nor written with %s', async (_, text) => {
    await using desk = await withRecord();

    expect(await desk.apply({ ...edit, description: text })).toMatchObject([{ code: 'body-refused' }]);
    expect(await desk.apply({ ...open, key: 'other', description: text })).toMatchObject([
      { code: 'body-refused' },
    ]);
  });

  it('that is gone is left', async () => {
    await using desk = await deskAtWork();

    expect(await desk.apply({ ...edit, on: 77 })).toEqual([{ kind: 'moved', why: '#77 is gone' }]);
  });
});
