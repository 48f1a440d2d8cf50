import { expect, it } from 'vitest';
import { followUpLine } from '../../src/domain/record/own-issues.ts';
import type { OpenFollowUp } from '../../src/plan/action.ts';
import type { Call } from '../../src/sandbox/world.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

const opens = (call: Call): boolean => call.method === 'POST' && call.path.endsWith('/issues');

async function opening(desk: DeskAtWork, changes: Partial<OpenFollowUp> = {}): Promise<OpenFollowUp> {
  return {
    kind: 'issue.create',
    ...(await desk.onRequest()),
    key: 'question',
    title: 'A question that is open',
    description: 'What the meeting has left open.',
    labels: ['type::customer-feedback', 'area::ai'],
    assignees: [31],
    mentions: [],
    ...changes,
  };
}

function issues(desk: DeskAtWork) {
  return Object.values(desk.sandbox.world.gitlab.projects[7]?.issues ?? {});
}

it('an issue that follows from a request is confidential, has its labels, and is linked with it', async () => {
  await using desk = await deskAtWork();
  const on = await desk.onRequest();
  const link = { kind: 'issue.link', ...on, target: 'issue(1,question)' } as const;

  expect(await desk.apply(await opening(desk), link)).toEqual([{ kind: 'applied' }, { kind: 'applied' }]);
  expect(await desk.as('priya').readIssue(2)).toMatchObject({
    confidential: true,
    labels: ['area::ai', 'type::customer-feedback'],
  });
  expect(await desk.apply(await opening(desk), link)).toEqual([
    { kind: 'there already' },
    { kind: 'there already' },
  ]);
  expect(issues(desk)).toHaveLength(2);
});

it('it is found again after its answer was lost, also when somebody has closed it and changed its labels', async () => {
  await using desk = await deskAtWork();
  const open = await opening(desk);
  const next = {
    kind: 'issue.set',
    ...(await desk.onRequest()),
    add: ['sla::at-risk'],
    remove: [],
    why: 'x',
  } as const;
  desk.sandbox.beforeCall = (call) => Promise.resolve(opens(call) ? { kind: 'lose-answer' } : undefined);

  expect(await desk.apply(open, next)).toMatchObject([{ kind: 'unknown' }, { kind: 'skipped' }]);
  desk.sandbox.beforeCall = null;
  await desk.as('priya').setLabels(2, { remove: ['type::customer-feedback'] });
  await desk.as('priya').close(2);

  expect(await desk.apply(open)).toEqual([{ kind: 'there already' }]);
  expect(issues(desk)).toHaveLength(2);
});

it('a marker that a person has copied does not pass for the desk’s own issue', async () => {
  await using desk = await deskAtWork();
  const request = issues(desk)[0]?.id ?? 0;
  const description = followUpLine({ project: 7, issue: request, key: 'question' });
  await desk.as('sam').openIssue({ title: 'Mine', description });

  expect(await desk.apply(await opening(desk))).toEqual([{ kind: 'applied' }]);
});

it('of two that two runs have opened at once the older one stays', async () => {
  await using desk = await deskAtWork();
  const open = await opening(desk);
  let other: Promise<unknown> | null = null;
  desk.sandbox.beforeCall = async (call) => {
    if (!opens(call) || other !== null) return;
    other = Promise.resolve();
    await desk.apply(open);
  };

  expect(await desk.apply(open)).toEqual([{ kind: 'there already' }]);
  expect(issues(desk).map(({ state, labelIds }) => [state, labelIds.length])).toEqual([
    ['opened', 0],
    ['opened', 2],
    ['closed', 0],
  ]);
});

it.each<[string, Partial<OpenFollowUp>]>([
  ['a mention that was not meant', { description: 'Ask @omar.' }],
  ['a mention in the title', { title: 'For @omar' }],
  ['a title of two lines', { title: 'One\nTwo' }],
  ['a command', { description: 'Text\n/close' }],
])('nothing is opened with %s', async (_, changes) => {
  await using desk = await deskAtWork();

  expect(await desk.apply(await opening(desk, changes))).toMatchObject([{ code: 'body-refused' }]);
  expect(issues(desk)).toHaveLength(1);
});

it('a link with an issue that did not come about is skipped, and one with an issue that is gone halts nothing', async () => {
  await using desk = await deskAtWork();
  const on = await desk.onRequest();

  const endings = await desk.apply(
    { kind: 'issue.link', ...on, target: 'issue(1,nothing)' },
    { kind: 'issue.link', ...on, target: 77 },
    { kind: 'note.create', ...on, key: 'k', body: 'Goes on.', internal: false, mentions: [] },
  );

  expect(endings).toMatchObject([
    { kind: 'skipped' },
    { kind: 'failed', code: 'gitlab-not-found' },
    { kind: 'applied' },
  ]);
});
