import { expect } from 'vitest';
import { day, hour } from '../../builders/snapshot.ts';
import type { RowStory } from '../row-story.ts';
import { changedUnassigned, quiet, standing } from '../scenes.ts';

/** The desk's comments on a request whose keys begin so. */
export function keysOf({ desk, iid }: Parameters<RowStory['when']>[0], start: string): string[] {
  return [...desk.comments(iid).keys()].filter((key) => key.startsWith(start));
}

const afterAllDates = 30 * day;

/** What approvers ask back, and what comes of it when nobody answers or no date is left. */
export const questions: readonly RowStory[] = [
  {
    from: 'needs-info',
    event: 'no answer',
    to: 'cancelled',
    given: () => standing('needs-info'),
    when: (scene) => {
      scene.desk.later(2 * day + hour);
      quiet(scene);
      expect(keysOf(scene, 'reminder:')).toHaveLength(1);
      expect(scene.desk.issue(scene.iid).state).toBe('opened');
      scene.desk.later(14 * day);
    },
    then: (scene) => {
      expect(scene.desk.issue(scene.iid).state).toBe('closed');
      expect(keysOf(scene, 'reminder:')).toHaveLength(1);
      expect(keysOf(scene, 'expired:')).toHaveLength(1);
    },
  },
  {
    from: 'awaiting-approval',
    event: 'question asked',
    to: 'needs-info',
    given: () => standing('awaiting-approval'),
    when: ({ desk, iid }) => desk.comment(iid, 'omar', 'question: which of their teams comes?'),
    then: (scene) => {
      expect(keysOf(scene, 'question:')).toHaveLength(1);
      const [key = ''] = keysOf(scene, 'question:');
      expect(scene.desk.comments(scene.iid).get(key)).not.toContain('which of their teams');
    },
  },
  {
    from: 'waitlisted',
    event: 'waitlist over',
    to: 'needs-info',
    given: () => standing('waitlisted'),
    when: ({ desk }) => desk.later(14 * day),
    then: (scene) => {
      expect(keysOf(scene, 'other-dates:')).toHaveLength(1);
      expect(keysOf(scene, 'problems:')).toEqual([]);
      expect(scene.desk.view(scene.iid).authority).toBe(true);
    },
  },
  {
    from: 'submitted',
    event: 'all windows passed',
    to: 'needs-info',
    given: () => standing('submitted'),
    when: ({ desk }) => desk.later(afterAllDates),
    then: (scene) => expect(keysOf(scene, 'problems:')).toHaveLength(1),
  },
  {
    from: 'needs-info',
    event: 'all windows passed',
    to: 'needs-info',
    given: () => standing('needs-info'),
    // A Monday on which the second of the proposed dates is over, before the request itself is.
    when: ({ desk, iid }) => {
      desk.later(7 * day);
      desk.comment(iid, 'sam', 'I have to ask them.');
      desk.later(3 * day);
    },
    then: (scene) => expect(keysOf(scene, 'problems:')).toHaveLength(2),
  },
  ...(['awaiting-approval', 'approved', 'waitlisted', 'changed'] as const).map(
    (from): RowStory => ({
      from,
      event: 'all windows passed',
      to: 'needs-info',
      given: () => (from === 'changed' ? changedUnassigned() : standing(from)),
      when: ({ desk }) => desk.later(from === 'waitlisted' || from === 'changed' ? 28 * day : 10 * day),
      then: (scene) => {
        expect(keysOf(scene, 'other-dates:')).toHaveLength(1);
        expect(keysOf(scene, 'problems:')).toEqual([]);
        expect(scene.desk.view(scene.iid).authority).toBe(from === 'approved' || from === 'waitlisted');
      },
    }),
  ),
];
