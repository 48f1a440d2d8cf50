import { expect } from 'vitest';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import { day, hour } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { quiet, standing } from '../scenes.ts';
import { channelMembers, smeOf, team } from './assignment.ts';

/** To a moment of a working day of the requester. */
export function laterTo({ desk }: Scene, at: string): void {
  desk.later(Date.parse(at) - desk.world.now);
}

/** Two days after the first proposed date, at 11 in Madrid. */
const afterwards = '2026-12-02T10:00Z';

/** A request whose meeting is over. */
export function asked(): Scene {
  const scene = standing('engaged');
  laterTo(scene, afterwards);
  quiet(scene);
  return scene;
}

const withSme = ['assigned', 'engaged', 'changed'] as const;

function expectAsked(scene: Scene): void {
  const { desk, iid } = scene;
  expect(desk.comments(iid).get('feedback:1')).toMatch(/^@sam: how was the meeting/);
  expect(team(scene)).toEqual([smeOf(scene)]);
}

const over: readonly RowStory[] = withSme.map((from) => ({
  from,
  event: 'meeting over',
  to: 'awaiting-feedback',
  given: () => standing(from),
  when: (scene) => laterTo(scene, afterwards),
  then: expectAsked,
}));

function closedAfter(from: RequestState, given: () => Scene): RowStory {
  return {
    from,
    event: 'closed after the date',
    to: 'awaiting-feedback',
    given,
    when: (scene) => {
      if (from !== 'awaiting-feedback') laterTo(scene, '2026-12-01T10:00Z');
      scene.desk.setState(scene.iid, 'sam', 'closed');
    },
    then: (scene) => {
      expectAsked(scene);
      expect(scene.desk.issue(scene.iid).state).toBe('closed');
      expect(channelMembers(scene)).toHaveLength(1);
    },
  };
}

/** The tenth of December is longer than all reminders. */
function nobodyAnswers(scene: Scene): void {
  for (let days = 0; days < 20; days += 1) {
    scene.desk.later(day);
    quiet(scene);
  }
}

const done: readonly RowStory[] = [
  {
    from: 'awaiting-feedback',
    event: 'feedback done',
    to: 'completed',
    given: asked,
    when: ({ desk, iid }) => {
      desk.react(iid, 'sam', 'feedback:1', 'four');
      desk.later(hour);
    },
    then: (scene) => {
      const { desk, iid } = scene;
      expect(desk.record(iid).feedback).toEqual({ rating: 4, outcome: null, nps: null });
      expect(desk.issue(iid).state).toBe('closed');
      expect(team(scene)).toEqual([smeOf(scene)]);
    },
  },
  {
    from: 'awaiting-feedback',
    event: 'feedback done',
    to: 'completed',
    given: asked,
    when: ({ desk, iid }) => desk.comment(iid, 'sam', 'They did not come.\n\noutcome: did not take place'),
    then: (scene) => {
      expect(scene.desk.issue(scene.iid).state).toBe('closed');
      expect([team(scene), channelMembers(scene)]).toEqual([[], []]);
    },
  },
  {
    from: 'awaiting-feedback',
    event: 'feedback done',
    to: 'completed',
    given: asked,
    when: nobodyAnswers,
    then: (scene) => {
      const { desk, iid } = scene;
      const reminders = [...desk.comments(iid).keys()].filter((key) => key.startsWith('feedback-reminder:'));
      expect(reminders).toEqual(['feedback-reminder:1:1', 'feedback-reminder:1:2']);
      expect(desk.record(iid).feedback).toBeNull();
      expect(team(scene)).toEqual([smeOf(scene)]);
    },
  },
];

export const feedbackStories: readonly RowStory[] = [
  ...over,
  ...withSme.map((from) => closedAfter(from, () => standing(from))),
  closedAfter('awaiting-feedback', asked),
  ...done,
];
