import { expect } from 'vitest';
import { markerLine, withMarker } from '../../../src/domain/record/marker.ts';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import { day, hour } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { quiet, rewrite, standing } from '../scenes.ts';
import { keysOf } from './questions.ts';

const open = [
  'submitted',
  'needs-info',
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
  'awaiting-feedback',
] as const;

const withSme: readonly RequestState[] = ['assigned', 'engaged', 'changed', 'awaiting-feedback'];

/** A live request whose agreed date still lies ahead: after the meeting, it has moved to another day. */
function beforeTheDate(state: (typeof open)[number]): Scene {
  const scene = standing(state);
  if (state !== 'awaiting-feedback') return scene;
  const { decision } = scene.desk.record(scene.iid);
  if (decision === null) throw new Error('nobody was found');
  const { start, end, ...rest } = decision;
  const moved = { ...rest, start: start + 14 * day, end: end + 14 * day };
  rewrite(scene, { decision: { ...moved, accepted: scene.desk.world.now } });
  keyed(scene, `feedback:${moved.number}`);
  return scene;
}

/** A comment that the desk has written before. */
function keyed({ desk, iid }: Scene, key: string): void {
  const line = markerLine('note', { issue: desk.issue(iid).id, key });
  desk.comment(iid, 'desk', withMarker('How was it?', line));
}

function close(scene: Scene, username: string): void {
  scene.desk.setState(scene.iid, username, 'closed');
}

/** The desk's rows and invitations for requests, which an end takes back. */
function grants({ desk, iid }: Scene): { team: number; invitations: number } {
  const { team, invitations } = desk.record(iid);
  return { team: team.length, invitations: invitations.length };
}

const closings: readonly RowStory[] = open.flatMap((from): RowStory[] => [
  {
    from,
    event: 'closed before the date',
    to: from,
    given: () => beforeTheDate(from),
    when: (scene) => close(scene, 'sam'),
    then: (scene) => {
      const { desk, iid } = scene;
      expect(desk.issue(iid).state).toBe('closed');
      expect(desk.scope(iid)).toEqual([`request::${from}`]);
      const before = desk.comments(iid).size;
      desk.setState(iid, 'sam', 'reopened');
      quiet(scene);
      expect(desk.view(iid).state).toBe(from);
      expect(desk.comments(iid).size).toBe(before);
    },
  },
  {
    from,
    event: 'not reopened in time',
    to: 'cancelled',
    given: () => beforeTheDate(from),
    when: (scene) => {
      close(scene, 'omar');
      quiet(scene);
      expect(scene.desk.view(scene.iid).state).toBe(from);
      // Over a weekend, if it comes to that: a business day is the closer's.
      scene.desk.later(4 * day);
    },
    then: (scene) => {
      expect(scene.desk.issue(scene.iid).state).toBe('closed');
      expect(scene.desk.scope(scene.iid)).toEqual(['request::cancelled']);
      expect(keysOf(scene, 'cancelled:')).toHaveLength(1);
      if (withSme.includes(from)) expect(grants(scene)).toEqual({ team: 0, invitations: 0 });
    },
  },
  {
    from,
    event: 'closed by somebody else',
    to: from,
    given: () => standing(from),
    when: (scene) => close(scene, 'mallory'),
    then: (scene) => {
      const { desk, iid } = scene;
      expect(desk.issue(iid).state).toBe('opened');
      expect(desk.scope(iid)).toEqual([`request::${from}`]);
      close(scene, 'mallory');
      quiet(scene);
      expect(desk.issue(iid).state).toBe('closed');
      expect(desk.view(iid).state).toBe(from);
      expect(keysOf(scene, 'closed:')).toHaveLength(1);
      expect(keysOf(scene, 'closed-again:')).toHaveLength(1);
    },
  },
]);

const reopened: readonly RowStory[] = [
  ...(['cancelled', 'declined'] as const).map(
    (from): RowStory => ({
      from,
      event: 'reopened',
      to: 'submitted',
      through: true,
      given: () => standing(from),
      when: ({ desk, iid }) => {
        desk.setState(iid, 'sam', 'reopened');
        desk.later(hour);
        desk.edit(iid, { 'Proposed dates': '- 2026-12-21 15:00 Europe/Madrid' });
      },
      then: ({ desk, iid }) => {
        expect(desk.view(iid).state).toBe('awaiting-approval');
        expect(desk.record(iid)).toMatchObject({
          approval: null,
          decision: null,
          excluded: [],
          released: null,
        });
      },
    }),
  ),
  {
    from: 'completed',
    event: 'reopened',
    to: 'completed',
    given: () => standing('completed'),
    when: ({ desk, iid }) => desk.setState(iid, 'sam', 'reopened'),
    then: ({ desk, iid }) => expect(desk.issue(iid).state).toBe('closed'),
  },
];

/** Moved here: the same comments and events under their own times, and a global id that no record names. */
function arrive({ desk, iid }: Scene): void {
  desk.later(hour);
  const { now } = desk.world;
  desk.change(iid, { id: 7000 + iid, createdAt: now, state: 'opened' });
  desk.later(hour);
}

const moved: readonly RowStory[] = ([...open, 'completed', 'declined', 'cancelled'] as const).map(
  (from): RowStory => ({
    from,
    event: 'moved or cloned',
    to: 'submitted',
    through: true,
    given: () => standing(from),
    when: arrive,
    then: ({ desk, iid }) => {
      const { state, authority } = desk.view(iid);
      expect(['submitted', 'needs-info', 'awaiting-approval']).toContain(state);
      expect(authority).toBe(false);
      expect(desk.scope(iid)).toEqual([`request::${state}`]);
    },
  }),
);

/** How requests end, and how they begin anew. */
export const ends: readonly RowStory[] = [...closings, ...reopened, ...moved];
