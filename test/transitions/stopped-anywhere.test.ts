import { expect, it } from 'vitest';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import type { RowStory } from './row-story.ts';
import { approval } from './stories/approval.ts';
import { ends } from './stories/ends.ts';
import { questions } from './stories/questions.ts';
import { validation } from './stories/validation.ts';

const stories = [...approval, ...questions, ...ends, ...validation];

/** Whether the next run writes more than once: only then there is a middle to be stopped in. */
function hasMiddle({ given, when }: RowStory): boolean {
  const scene = given();
  when(scene);
  const desk = scene.desk.copy();
  desk.later(60_000);
  return desk.plan().actions.length > 1;
}

/** One story of each event: the last such of its rows, from as far into a request's life as it can happen. */
const told = [...new Set(stories.map(({ event }) => event))].map((event) => ({
  event,
  story: stories.findLast((story) => story.event === event && hasMiddle(story)) ?? null,
}));

it('of every event there is a run that can be stopped in the middle, but of those that one comment answers at most', () => {
  const without = told.flatMap(({ event, story }) => (story === null ? [event] : []));
  expect(without.sort()).toEqual([
    'closed before the date',
    'declined without reason',
    'early approval',
    'open field edited',
  ]);
});

it.each(told.flatMap(({ story }) => story ?? []))(
  '$from, $event: stopped after any of its actions, a run is made good by the next ones',
  ({ given, when }) => {
    const scene = given();
    when(scene);
    const { whole, killed } = killedAnywhere(scene.desk);
    for (const { after, end } of killed) expect({ after, end }).toEqual({ after, end: whole });
  },
);
