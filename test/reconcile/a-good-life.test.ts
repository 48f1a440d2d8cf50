import { expect, it } from 'vitest';
import { calendarOfPerson } from '../../src/domain/calendar/calendar-of-person.ts';
import { localParts } from '../../src/domain/calendar/local-time.ts';
import { mentionsIn } from '../../src/domain/markdown/mentions-in.ts';
import type { Note } from '../../src/domain/snapshot.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { hour } from '../builders/snapshot.ts';
import { smeOf } from '../transitions/stories/assignment.ts';

/** One life: opened on a Monday morning, approved, accepted, held, rated. The desk runs every two hours, day and night. */
function live(): { desk: PaperDesk; iid: number } {
  const desk = new PaperDesk();
  const scene = { desk, iid: desk.open() };
  const { iid } = scene;
  const acts: readonly (readonly [string, () => void])[] = [
    ['2026-11-23T12:00Z', () => desk.click(iid, 'omar', 'request::approved')],
    ['2026-11-23T15:00Z', () => desk.react(iid, smeOf(scene), 'assigned:1', 'thumbsup')],
    ['2026-11-27T20:00Z', () => desk.comment(iid, 'sam', 'The agenda is in the description now.')],
    ['2026-12-02T20:00Z', () => desk.react(iid, 'sam', 'feedback:1', 'five')],
    ['2026-12-03T20:00Z', () => {}],
  ];
  for (const [at, act] of acts) {
    while (desk.world.now < Date.parse(at)) {
      desk.run();
      desk.later(2 * hour);
    }
    act();
  }
  return scene;
}

function byDesk({ desk, iid }: { desk: PaperDesk; iid: number }): readonly Note[] {
  return desk.issue(iid).notes.filter((each) => each.author.id === desk.world.desk.id && !each.system);
}

it('a request that goes well has three comments and one internal note by the desk, and nobody is told at night', () => {
  const scene = live();
  const { desk, iid } = scene;
  expect(desk.view(iid).state).toBe('completed');
  expect(desk.transitions(iid)).toEqual([
    'submitted',
    'awaiting-approval',
    'assigned',
    'engaged',
    'awaiting-feedback',
    'completed',
  ]);
  const notes = byDesk(scene);
  const record = desk.view(iid).record.note?.id;
  const keys = new Map(desk.view(iid).keyed.map(({ key, note }) => [note.id, key]));
  const told = notes.map((note) => (note.id === record ? 'record' : keys.get(note.id)));
  expect(notes.filter((each) => !each.internal)).toHaveLength(3);
  expect(told).toEqual(['record', 'assigned:1', 'choice:1', 'feedback:1']);
  expect(notes.filter((each) => each.internal).flatMap((each) => mentionsIn(each.body))).toEqual([]);
  expect(mentionsIn(desk.comments(iid).get('assigned:1') ?? '').sort()).toEqual(['sam', smeOf(scene)].sort());
  for (const note of notes.filter((each) => each.id !== record)) {
    for (const username of mentionsIn(note.body)) {
      const { hour: at } = localParts(calendarOfPerson(desk.config, username).timezone, note.at);
      expect([username, at >= 8 && at < 19]).toEqual([username, true]);
    }
  }
  const { slack } = desk.world;
  const direct = slack.mode === 'on' ? slack.messages.map((each) => each.key.split('/')[1]) : [];
  // The weekly digest is about everybody's requests; of this one nobody hears but where it stands.
  expect(direct.filter((each) => each !== 'digest')).toEqual(['1']);
});
