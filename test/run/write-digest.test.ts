import { expect, it } from 'vitest';
import type { CommentDigest, OpenDigest } from '../../src/plan/digest-action.ts';
import { deskAtWork } from './desk-at-work.ts';

const open: OpenDigest = {
  kind: 'digest.open',
  key: 'digest:2026-W48',
  title: 'Weekly digest',
  description: 'The week, for @priya.',
  labels: ['type::cadence'],
  mentions: ['priya'],
};
const comment: CommentDigest = {
  kind: 'digest.comment',
  on: 2,
  key: 'digest:2026-W49',
  body: 'The next week, for @priya.',
  mentions: ['priya'],
};

it('the standing issue is opened once and then written on once a week', async () => {
  await using desk = await deskAtWork();

  expect(await desk.apply(open)).toEqual([{ kind: 'applied' }]);
  expect(await desk.apply(open, comment)).toEqual([{ kind: 'there already' }, { kind: 'applied' }]);
  expect(await desk.apply(comment)).toEqual([{ kind: 'there already' }]);
  expect(await desk.as('priya').readIssue(2)).toMatchObject({
    confidential: true,
    labels: ['type::cadence'],
  });
  const notes = await desk.as('priya').notes(2);
  expect(notes.filter((note) => note.body.startsWith('The next week'))).toHaveLength(1);
});

it.each([
  ['closed', { state_event: 'close' }],
  ['made public', { confidential: false }],
])('nothing is written on one that somebody has %s', async (_, change) => {
  await using desk = await deskAtWork();
  await desk.apply(open);
  const { snapshot } = await desk.observe();
  await desk.as('priya').call('PUT', '/projects/7/issues/2', change);

  expect(snapshot.issues.map((each) => each.iid)).toEqual([1, 2]);
  expect(await desk.apply(comment)).toMatchObject([{ kind: 'moved' }]);
});

it('a lead is told the digest once', async () => {
  await using desk = await deskAtWork();
  const tell = {
    kind: 'digest.tell',
    user: 'U0PRIYA001',
    key: '7/digest/2026-W48/priya',
    text: 'The week.',
  } as const;

  expect(await desk.apply(tell)).toEqual([{ kind: 'applied' }]);
  expect(await desk.apply(tell)).toEqual([{ kind: 'there already' }]);
});
