import { expect, it } from 'vitest';
import { fileLink } from '../../src/domain/record/reference-words.ts';
import type { Call, FaultEffect } from '../../src/sandbox/world.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

const uploads = (call: Call): boolean => call.path.endsWith('/uploads');

/** Uploads a file and tells of it in a comment; gives the endings and the comment. */
async function tellWithFile(desk: DeskAtWork, effect: FaultEffect | undefined) {
  const on = await desk.onRequest();
  const body = `Ines takes it.\n\n${fileLink('file(1,calendar:1)', 'Calendar file')}\n\nTalk in the channel.`;
  desk.sandbox.beforeCall = (call) => Promise.resolve(uploads(call) ? effect : undefined);
  const endings = await desk.apply(
    { kind: 'file.upload', ...on, key: 'calendar:1', name: 'meeting.ics', content: 'BEGIN:VCALENDAR\r\n' },
    { kind: 'note.create', ...on, key: 'assigned:1', body, internal: false, mentions: [] },
  );
  desk.sandbox.beforeCall = null;
  const notes = await desk.as('priya').notes(1);
  return { endings: endings.map((each) => each.kind), said: notes.at(-1)?.body ?? '' };
}

it('a comment links the file of its run', async () => {
  await using desk = await deskAtWork();

  const { endings, said } = await tellWithFile(desk, undefined);

  expect(endings).toEqual(['applied', 'applied']);
  expect(said).toMatch(
    /^Ines takes it\.\n\n\[Calendar file\]\(\/uploads\/[0-9a-f]{32}\/meeting\.ics\)\n\nTalk in the channel\./,
  );
  expect(desk.sandbox.world.gitlab.projects[7]?.uploads).toMatchObject([
    { filename: 'meeting.ics', content: 'BEGIN:VCALENDAR\r\n' },
  ]);
});

it.each<[string, FaultEffect]>([
  ['GitLab refuses', { kind: 'answer', status: 413, body: { message: 'too large' } }],
  [
    'GitLab stores under an address that could end the link',
    { kind: 'answer', status: 201, body: { url: '/uploads/x) @all' } },
  ],
])('a comment goes out without the line of a file that %s', async (_, effect) => {
  await using desk = await deskAtWork();

  const { endings, said } = await tellWithFile(desk, effect);

  expect(endings).toEqual(['failed', 'applied']);
  expect(said).toMatch(/^Ines takes it\.\n\n\nTalk in the channel\.\n\n<!--/);
});

it('after an answer that was lost nothing more is written on the issue in this run', async () => {
  await using desk = await deskAtWork();

  expect((await tellWithFile(desk, { kind: 'lose-answer' })).endings).toEqual(['unknown', 'skipped']);
});
