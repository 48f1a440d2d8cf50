import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { requestLabel, requestStates } from '../../src/domain/workflow/request-state.ts';
import { transitionFor } from '../../src/domain/workflow/transitions.ts';
import { user } from '../builders/snapshot.ts';
import { coverageTable, untold } from './coverage.ts';
import type { RowStory, Scene } from './row-story.ts';
import { quiet, standing } from './scenes.ts';
import { approval } from './stories/approval.ts';
import { assignmentStories } from './stories/assignment.ts';
import { dates } from './stories/dates.ts';
import { ends } from './stories/ends.ts';
import { engagementStories } from './stories/engagement.ts';
import { feedbackStories } from './stories/feedback.ts';
import { questions } from './stories/questions.ts';
import { validation } from './stories/validation.ts';

const stories: readonly RowStory[] = [
  ...approval,
  ...questions,
  ...ends,
  ...assignmentStories,
  ...engagementStories,
  ...feedbackStories,
  ...validation,
  ...dates,
];

/** Runs until a run has nothing more to do; more than three is a loop. */
function settle({ desk }: Scene): void {
  for (let runs = 0; runs < 4; runs += 1) {
    if (desk.run().actions.length === 0) return;
  }
  expect(desk.plan().actions).toEqual([]);
}

/** The states that a request has come through since an event, by the desk's labels and by its record. */
function statesSince({ desk, iid }: Scene, event: number): string[] {
  const labels = desk.issue(iid).labelEvents.flatMap(({ id, action, user: by, label }) => {
    const isDesks = action === 'add' && by?.id === desk.world.desk.id && id > event;
    return isDesks && label?.name.startsWith('request::') === true
      ? [label.name.slice('request::'.length)]
      : [];
  });
  const noted = desk.view(iid).record.state?.decided ?? [];
  return [...labels, ...noted.filter((each) => each.on > event).map((each) => each.to)];
}

describe('every row of the table of transitions is told', () => {
  it.each(stories)('$from, $event: $to', (story) => {
    expect(transitionFor(story.from, story.event, story.to)).not.toBeNull();
    const scene = story.given();
    const { desk, iid } = scene;
    expect(desk.view(iid).state).toBe(story.from);
    const before = desk.view(iid).lastEvent;
    story.when(scene);
    settle(scene);
    if (story.through === true) expect(statesSince(scene, before)).toContain(story.to);
    else expect(desk.view(iid).state).toBe(story.to);
    story.then?.(scene);
  });

  it('and none is left out', () => {
    expect(untold(stories)).toEqual([]);
  });

  afterAll(() => {
    process.stdout.write(`\n${coverageTable(stories)}\n`);
  });
});

const tiers = ['free', 'premium'] as const;
const deskLabels = requestStates.filter((state) => state !== 'approved' && state !== 'declined');

describe.each(tiers)('what the table does not list is undone and explained once, on GitLab %s', (tier) => {
  it.each(requestStates)('labels of the desk that people set on a request that is %s', (state) => {
    const scene = standing(state, tier);
    const { desk, iid } = scene;
    const labels = deskLabels.filter((each) => each !== state).map(requestLabel);
    // A stranger one after the other, the author and an approver all at once.
    const rounds = [
      { by: 'mallory', clicks: labels.map((label) => [label]) },
      { by: 'sam', clicks: [labels] },
      { by: 'omar', clicks: [labels] },
    ];
    for (const { by, clicks } of rounds) {
      for (const together of clicks) {
        for (const label of together) desk.click(iid, by, label);
        desk.run();
        expect(desk.view(iid).state).toBe(state);
        expect(desk.scope(iid)).toEqual([dueLabel(scene, state)]);
      }
      const told = [...desk.comments(iid).keys()].filter((key) => key.startsWith(`refused:${user(by).id}:`));
      expect(told).toEqual([`refused:${user(by).id}:desk-label`]);
    }
    expect(desk.run().actions).toEqual([]);
  });

  it.each(['completed', 'cancelled'] as const)('an approver decides on a request that is %s', (state) => {
    const scene = standing(state, tier);
    const { desk, iid } = scene;
    for (const label of ['request::approved', 'request::declined']) {
      desk.comment(iid, 'omar', 'It was a good one.');
      desk.click(iid, 'omar', label);
      quiet(scene);
      expect(desk.view(iid).state).toBe(state);
      expect(desk.scope(iid)).toEqual([requestLabel(state)]);
    }
    expect([...desk.comments(iid).keys()].filter((key) => key.startsWith('refused:'))).toHaveLength(1);
  });
});

/** The label of an approval is only ever set by people; where a stranger has pushed it away, the one before stands. */
function dueLabel({ desk, iid }: Scene, state: (typeof requestStates)[number]): string {
  const pushedAway = state === 'approved' && !desk.issue(iid).labels.includes('request::approved');
  return requestLabel(pushedAway ? 'awaiting-approval' : state);
}
