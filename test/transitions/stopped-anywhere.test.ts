import { expect, it } from 'vitest';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import type { RowStory } from './row-story.ts';
import { approval } from './stories/approval.ts';
import { ends } from './stories/ends.ts';
import { questions } from './stories/questions.ts';
import { validation } from './stories/validation.ts';

/** One story of each event: the last of its rows, from as far into a request's life as it can happen. */
function oneOfEach(stories: readonly RowStory[]): RowStory[] {
  return [...new Map(stories.map((story) => [story.event, story])).values()];
}

it.each(oneOfEach([...approval, ...questions, ...ends, ...validation]))(
  '$from, $event: stopped after any of its actions, a run is made good by the next ones',
  ({ given, when }) => {
    const scene = given();
    when(scene);
    const { whole, killed } = killedAnywhere(scene.desk);
    for (const { after, end } of killed) expect({ after, end }).toEqual({ after, end: whole });
  },
);
