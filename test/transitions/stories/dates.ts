import { expect } from 'vitest';
import { day } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { answersIn, quiet, rewrite, standing } from '../scenes.ts';
import { keysOf } from './questions.ts';

/** Wednesday: within the limits, a working day for the SMEs of the area. */
const later = '- 2026-12-09 15:00 Europe/Madrid';
/** A Saturday at three in the night. */
const night = '- 2026-12-12 03:00 Europe/Madrid';
/** More than thirty days after the last date of a complete form. */
const muchLater = '- 2027-01-20 15:00 Europe/Madrid';
const unreadable = '- some time next week';
const over = '- 2026-11-20 15:00 Europe/Madrid';

function edit(from: Parameters<typeof answersIn>[0], dates: string): RowStory['when'] {
  return ({ desk, iid }) => desk.edit(iid, { ...answersIn(from), 'Proposed dates': dates });
}

/** A meeting that did not take place on its day: requester and desk agree that it was moved. */
function moved(): Scene {
  const scene = standing('awaiting-feedback');
  rewrite(scene, { feedback: { rating: null, outcome: 'moved', nps: null } });
  return scene;
}

/** Back with the requester, who is asked for other dates while the approval stands. */
function askedForDates(): Scene {
  const scene = standing('waitlisted');
  scene.desk.later(14 * day);
  quiet(scene);
  expect(scene.desk.view(scene.iid)).toMatchObject({ state: 'needs-info', authority: true });
  return scene;
}

function expectAskedAgain({ desk, iid }: Scene, times = 1): void {
  expect(desk.record(iid).decision).toMatchObject({ number: times + 1, accepted: null });
  expect(desk.record(iid).dateChanges).toBe(times);
  expect(desk.comments(iid).has(`assigned:${times + 1}`)).toBe(true);
}

const fromAssigned = [
  { from: 'assigned' as const, given: () => standing('assigned') },
  { from: 'engaged' as const, given: () => standing('engaged') },
];

/** A day long after the feedback was asked for. */
const afterFeedback = '- 2026-12-16 15:00 Europe/Madrid';

/** New dates, by an edit of the form or by word of mouth (`docs/rules.md#dates`). */
export const dates: readonly RowStory[] = [
  {
    from: 'submitted',
    event: 'dates edited',
    to: 'submitted',
    given: () => standing('submitted'),
    when: edit('submitted', later),
    then: (scene) => {
      // Salesforce is still asked for the rest: nothing is told, and nothing is shown yet.
      expect(keysOf(scene, '')).toEqual([]);
      expect(scene.desk.record(scene.iid)).toMatchObject({ digest: null, lastDate: null });
      expect(scene.desk.issue(scene.iid).labels).toContain('salesforce::failed');
    },
  },
  {
    from: 'needs-info',
    event: 'dates edited',
    to: 'needs-info',
    given: () => standing('needs-info'),
    when: edit('needs-info', later),
    then: (scene) => {
      const [told, ...again] = [...scene.desk.comments(scene.iid).values()];
      expect(again).toEqual([]);
      expect(told).toContain('| Expected duration | long |');
      expect(told).not.toContain('Proposed dates');
    },
  },
  {
    from: 'awaiting-approval',
    event: 'dates edited',
    to: 'awaiting-approval',
    given: () => standing('awaiting-approval'),
    when: edit('awaiting-approval', muchLater),
    then: (scene) => {
      expect(scene.desk.record(scene.iid)).toMatchObject({
        lastDate: Date.parse('2027-01-20T14:00Z'),
        dateChanges: 0,
      });
      expect(keysOf(scene, 'shown:')).toEqual([]);
      expect(scene.desk.view(scene.iid).record.note?.body).toContain('Wed 20 Jan 2027');
    },
  },
  {
    from: 'approved',
    event: 'dates edited',
    to: 'approved',
    given: () => standing('approved'),
    when: edit('approved', later),
    then: ({ desk, iid }) => expect(desk.record(iid).dateChanges).toBe(1),
  },
  {
    from: 'waitlisted',
    event: 'dates edited',
    to: 'waitlisted',
    given: () => standing('waitlisted'),
    when: edit('waitlisted', night),
    then: ({ desk, iid }) => expect(desk.record(iid).dateChanges).toBe(1),
  },
  ...(['submitted', 'needs-info', 'awaiting-approval', 'approved', 'waitlisted'] as const).flatMap((from) =>
    [unreadable, over].map(
      (dates): RowStory => ({
        from,
        event: 'dates edited with problems',
        to: 'needs-info',
        given: () => standing(from),
        when: edit(from, dates),
        then: (scene) => {
          expect(keysOf(scene, 'problems:').length).toBe(from === 'needs-info' ? 2 : 1);
          expect(keysOf(scene, 'other-dates:')).toEqual([]);
        },
      }),
    ),
  ),
  {
    from: 'needs-info',
    event: 'new dates within limits',
    to: 'waitlisted',
    given: askedForDates,
    when: edit('waitlisted', '- 2026-12-26 03:00 Europe/Madrid'),
    then: ({ desk, iid }) => {
      expect(desk.view(iid).authority).toBe(true);
      expect(desk.record(iid).dateChanges).toBe(1);
    },
  },
  {
    from: 'needs-info',
    event: 'new dates within limits',
    to: 'waitlisted',
    through: true,
    given: askedForDates,
    when: edit('waitlisted', '- 2026-12-17 15:00 Europe/Madrid'),
    then: ({ desk, iid }) => expect(desk.view(iid).state).toBe('assigned'),
  },
  ...fromAssigned.flatMap(({ from, given }): RowStory[] => [
    {
      from,
      event: 'new dates within limits',
      to: 'assigned',
      given,
      when: edit(from, later),
      then: (scene) => {
        expectAskedAgain(scene);
        expect(scene.desk.record(scene.iid).decision?.start).toBe(Date.parse('2026-12-09T14:00Z'));
      },
    },
    {
      from,
      event: 'new dates within limits',
      to: 'assigned',
      given,
      when: ({ desk, iid }) => desk.comment(iid, 'sam', 'agreed: 2026-12-10 11:00'),
      then: (scene) => {
        expectAskedAgain(scene);
        expect(scene.desk.record(scene.iid).decision?.start).toBe(Date.parse('2026-12-10T10:00Z'));
      },
    },
    {
      from,
      event: 'new dates within limits',
      to: 'waitlisted',
      given,
      when: edit(from, night),
      then: ({ desk, iid }) => {
        expect(desk.issue(iid).assignees).toEqual([]);
        expect(desk.record(iid)).toMatchObject({ decision: null, excluded: [], dateChanges: 1 });
      },
    },
  ]),
  {
    from: 'awaiting-feedback',
    event: 'new dates within limits',
    to: 'assigned',
    given: moved,
    when: edit('awaiting-feedback', afterFeedback),
    then: (scene) => {
      expectAskedAgain(scene);
      expect(scene.desk.record(scene.iid).feedback).toBeNull();
    },
  },
  {
    from: 'awaiting-feedback',
    event: 'new dates within limits',
    to: 'waitlisted',
    given: moved,
    when: edit('awaiting-feedback', '- 2026-12-19 03:00 Europe/Madrid'),
  },
  ...(['approved', 'waitlisted', 'assigned', 'changed', 'engaged'] as const).map(
    (from): RowStory => ({
      from,
      event: 'new dates beyond limits',
      to: 'changed',
      given: () => standing(from),
      when: edit(from, muchLater),
      then: expectShownAnew,
    }),
  ),
  {
    from: 'awaiting-feedback',
    event: 'new dates beyond limits',
    to: 'changed',
    given: moved,
    when: edit('awaiting-feedback', muchLater),
    then: expectShownAnew,
  },
  {
    from: 'assigned',
    event: 'new dates beyond limits',
    to: 'changed',
    given: () => standing('assigned'),
    when: ({ desk, iid }) => desk.comment(iid, 'sam', 'agreed: 2027-01-20 15:00 Europe/Madrid'),
    then: expectShownAnew,
  },
];

/** The approvers see the new dates, and nothing happens on them before their word. */
function expectShownAnew(scene: Scene): void {
  const { desk, iid } = scene;
  const record = desk.record(iid);
  expect(record).toMatchObject({ approval: null, dateChanges: 0, lastDate: Date.parse('2027-01-20T14:00Z') });
  expect(record.decision?.start ?? 0).toBeLessThan(Date.parse('2026-12-10'));
  expect(desk.view(iid).record.note?.body).toContain('Wed 20 Jan 2027');
  expect(keysOf(scene, 'shown:').length).toBeGreaterThan(0);
}
