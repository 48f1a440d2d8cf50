import { expect } from 'vitest';
import { people } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { standing } from '../scenes.ts';
import { channelMembers, smeOf, team } from './assignment.ts';

/** Everybody but the SME of the request cannot come. */
function alone(scene: Scene): Scene {
  const others = ['ines', 'jonas', 'mei'].filter((each) => each !== smeOf(scene));
  const left = Object.fromEntries(others.map((each) => [each, { active: false }]));
  scene.desk.world = { ...scene.desk.world, people: people(left) };
  return scene;
}

function handsBack(scene: Scene): void {
  const { desk, iid } = scene;
  desk.react(iid, smeOf(scene), 'assigned:1', 'thumbsdown');
}

const lost: readonly RowStory[] = (['assigned', 'engaged'] as const).flatMap((from): RowStory[] => [
  {
    from,
    event: 'SME lost',
    to: 'assigned',
    given: () => standing(from),
    when: handsBack,
    then: (scene) => {
      const { desk, iid } = scene;
      const { decision, excluded, released } = desk.record(iid);
      expect(excluded).toHaveLength(1);
      expect(excluded).not.toContain(decision?.sme);
      expect(released).toBeNull();
      expect(desk.comments(iid).get('assigned:2')).toContain('in place of the SME before');
      expect(team(scene)).toEqual([smeOf(scene)]);
      expect(channelMembers(scene)).toHaveLength(1);
    },
  },
  {
    from,
    event: 'SME lost',
    to: 'waitlisted',
    given: () => alone(standing(from)),
    when: handsBack,
    then: (scene) => {
      const { desk, iid } = scene;
      expect(desk.issue(iid).assignees).toEqual([]);
      expect([team(scene), channelMembers(scene)]).toEqual([[], []]);
      const told = [...desk.comments(iid)].filter(([key]) => key.startsWith('waitlisted:'));
      expect(told.map(([, body]) => body)).toEqual([expect.stringContaining('the SME cannot come any more')]);
    },
  },
]);

export const engagementStories: readonly RowStory[] = [
  {
    from: 'assigned',
    event: 'accepted',
    to: 'engaged',
    given: () => standing('assigned'),
    when: (scene) => scene.desk.react(scene.iid, smeOf(scene), 'assigned:1', 'thumbsup'),
    then: ({ desk, iid }) => expect(desk.record(iid).decision?.accepted).not.toBeNull(),
  },
  ...lost,
];
