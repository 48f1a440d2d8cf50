import { describe, expect, it } from 'vitest';
import { transitionFor } from '../../src/domain/workflow/transitions.ts';
import type { RowStory, Scene } from './row-story.ts';

const stories: readonly RowStory[] = [];

/** Runs until a run has nothing more to do; more than three is a loop. */
function settle({ desk }: Scene): void {
  for (let runs = 0; runs < 4; runs += 1) {
    if (desk.run().actions.length === 0) return;
  }
  expect(desk.plan().actions).toEqual([]);
}

describe.skipIf(stories.length === 0)('every row of the table of transitions is told', () => {
  it.each(stories)('$from, $event: $to', (story) => {
    expect(transitionFor(story.from, story.event, story.to)).not.toBeNull();
    const scene = story.given();
    expect(scene.desk.view(scene.iid).state).toBe(story.from);
    story.when(scene);
    settle(scene);
    expect(scene.desk.view(scene.iid).state).toBe(story.to);
    story.then?.(scene);
  });
});
