import { expect } from 'vitest';
import { day, hour, people, user } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { answersIn, quiet, rewrite, salesforceBack, standing } from '../scenes.ts';
import { keysOf } from './questions.ts';

const untilEngaged = [
  'submitted',
  'needs-info',
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
] as const;

function approve({ desk, iid }: Scene): void {
  desk.click(iid, 'omar', 'request::approved');
}

function decline({ desk, iid }: Scene): void {
  desk.click(iid, 'omar', 'request::declined');
}

/** Omar, who has approved, has left. */
function approverLeaves({ desk }: Scene): void {
  desk.world = { ...desk.world, people: people({ omar: { active: false } }) };
}

/** The SME of the request has left, and only after it was changed. */
function smeLeaves({ desk, iid }: Scene): void {
  const username = desk.record(iid).decision?.username ?? '';
  desk.world = { ...desk.world, people: people({ [username]: { active: false } }) };
}

/** A changed request whose SME had accepted it before. */
function acceptedBefore(): Scene {
  const scene = standing('changed');
  const { decision } = scene.desk.record(scene.iid);
  rewrite(scene, { decision: decision === null ? null : { ...decision, accepted: scene.desk.world.now } });
  return scene;
}

const counts: readonly RowStory[] = [
  {
    from: 'awaiting-approval',
    event: 'approval counts',
    to: 'approved',
    through: true,
    given: () => standing('awaiting-approval'),
    when: approve,
    then: ({ desk, iid }) => {
      expect(desk.view(iid).state).toBe('assigned');
      expect(desk.record(iid).approval).toMatchObject({ user: user('omar').id });
    },
  },
  {
    from: 'changed',
    event: 'approval counts',
    to: 'approved',
    through: true,
    given: () => standing('changed'),
    when: (scene) => {
      smeLeaves(scene);
      approve(scene);
    },
  },
  {
    from: 'changed',
    event: 'approval counts',
    to: 'assigned',
    given: () => standing('changed'),
    when: approve,
  },
  {
    from: 'changed',
    event: 'approval counts',
    to: 'engaged',
    given: acceptedBefore,
    when: approve,
  },
];

const early: readonly RowStory[] = (['submitted', 'needs-info'] as const).map((from) => ({
  from,
  event: 'early approval',
  to: from,
  given: () => standing(from),
  when: approve,
  then: (scene) => {
    expect(scene.desk.scope(scene.iid)).toEqual([`request::${from}`]);
    expect(keysOf(scene, 'early:')).toEqual([]);
    salesforceBack(scene);
    scene.desk.edit(scene.iid, {});
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('awaiting-approval');
    expect(keysOf(scene, 'early:')).toEqual([`early:${user('omar').id}`]);
  },
}));

const declines: readonly RowStory[] = untilEngaged.flatMap((from): RowStory[] => [
  {
    from,
    event: 'declined with reason',
    to: 'declined',
    given: () => standing(from),
    when: (scene) => {
      scene.desk.comment(scene.iid, 'omar', 'We have a recording of that.');
      decline(scene);
    },
    then: expectDeclined('declined:'),
  },
  {
    from,
    event: 'declined without reason',
    to: from,
    given: () => standing(from),
    when: decline,
    then: (scene) => {
      expect(scene.desk.issue(scene.iid).state).toBe('opened');
      expect(scene.desk.view(scene.iid).authority).toBe(false);
      expect(keysOf(scene, 'reason:')).toHaveLength(1);
    },
  },
  {
    from,
    event: 'decline reason overdue',
    to: 'declined',
    given: () => standing(from),
    when: (scene) => {
      decline(scene);
      scene.desk.comment(scene.iid, 'omar', 'question: is this the right area?');
      quiet(scene);
      expect(scene.desk.view(scene.iid).state).toBe(from);
      scene.desk.later(2 * day + hour);
    },
    then: expectDeclined('no-reason:'),
  },
]);

function expectDeclined(told: string): (scene: Scene) => void {
  return (scene) => {
    const { desk, iid } = scene;
    expect(desk.issue(iid).state).toBe('closed');
    expect(desk.scope(iid)).toEqual(['request::declined']);
    expect(keysOf(scene, told)).toHaveLength(1);
    expect(desk.record(iid)).toMatchObject({ team: [], invitations: [] });
  };
}

const lost: readonly RowStory[] = [
  ...(['approved', 'waitlisted'] as const).flatMap((from): RowStory[] => [
    {
      from,
      event: 'authority lost',
      to: 'awaiting-approval',
      given: () => standing(from),
      when: (scene) => {
        if (from === 'approved') scene.desk.unclick(scene.iid, 'omar', 'request::approved');
        else approverLeaves(scene);
      },
      then: expectNoApproval,
    },
    {
      from,
      event: 'authority lost',
      to: 'needs-info',
      given: () => standing(from),
      when: (scene) => {
        approverLeaves(scene);
        scene.desk.edit(scene.iid, { ...answersIn(from), 'Questions for the SME': null });
      },
      then: (scene) => {
        expect(keysOf(scene, 'problems:')).toHaveLength(1);
        expect(scene.desk.view(scene.iid).authority).toBe(false);
      },
    },
  ]),
  ...(['assigned', 'engaged'] as const).map(
    (from): RowStory => ({
      from,
      event: 'authority lost',
      to: 'changed',
      given: () => standing(from),
      when: approverLeaves,
      then: (scene) => {
        expectNoApproval(scene);
        expect(scene.desk.record(scene.iid).team).toHaveLength(1);
      },
    }),
  ),
  {
    from: 'changed',
    event: 'authority lost',
    to: 'changed',
    given: () => standing('changed'),
    when: ({ desk, iid }) => {
      const { note } = desk.view(iid).record;
      desk.change(iid, { notes: desk.issue(iid).notes.filter((each) => each.id !== note?.id) });
    },
    then: expectNoApproval,
  },
];

function expectNoApproval({ desk, iid }: Scene): void {
  expect(desk.record(iid).approval).toBeNull();
  expect(desk.record(iid).shownAfter).not.toBeNull();
}

const edited: readonly RowStory[] = [
  {
    from: 'awaiting-approval',
    event: 'binding field edited',
    to: 'awaiting-approval',
    given: () => standing('awaiting-approval'),
    when: ({ desk, iid }) => desk.edit(iid, { 'Type of engagement': '- [x] Workshop' }),
    then: (scene) => expect(keysOf(scene, 'shown:')).toHaveLength(1),
  },
  {
    from: 'awaiting-approval',
    event: 'binding field edited',
    to: 'needs-info',
    given: () => standing('awaiting-approval'),
    when: ({ desk, iid }) => desk.edit(iid, { 'Type of engagement': null }),
    then: (scene) => expect(keysOf(scene, 'problems:')).toHaveLength(1),
  },
  ...(['approved', 'waitlisted', 'assigned', 'changed', 'engaged'] as const).map(
    (from): RowStory => ({
      from,
      event: 'binding field edited',
      to: 'changed',
      given: () => standing(from),
      when: ({ desk, iid }) => desk.edit(iid, { ...answersIn(from), 'Type of engagement': '- [x] Workshop' }),
      then: (scene) => {
        expectNoApproval(scene);
        expect(scene.desk.issue(scene.iid).assignees).toHaveLength(
          from === 'approved' || from === 'waitlisted' ? 0 : 1,
        );
      },
    }),
  ),
];

/** What people who may decide click, and what makes it void. */
export const approval: readonly RowStory[] = [...counts, ...early, ...declines, ...lost, ...edited];
