import { describe, expect, it } from 'vitest';
import type { Action, IssueAction } from '../../src/plan/action.ts';
import { freshGuards, guard } from '../../src/plan/guards.ts';
import { exampleConfig } from '../builders/config.ts';
import { oneOfEach } from './render/builders.ts';

const config = exampleConfig({
  program: [
    ['team_adds: 25', 'team_adds: 2'],
    ['messages_per_channel: 5', 'messages_per_channel: 1\n  new_issues: 2'],
  ],
});
const context = { config, liveRows: 0, allowances: {} };

function add(issue: number): IssueAction {
  return { ...oneOfEach['team.add'], issue };
}

function following(issue: number): IssueAction {
  return { ...oneOfEach['record.write'], issue };
}

function post(issue: number, channel = 'C0A'): IssueAction {
  return { ...oneOfEach['slack.post'], issue, channel };
}

function remove(issue: number, kind: 'team.remove' | 'slack.remove' = 'team.remove'): IssueAction {
  return { ...oneOfEach[kind], issue };
}

describe('caps', () => {
  it('let the oldest requests through and cut the rest of the step of an issue whose addition does not fit', () => {
    const between = following(3);
    const guarded = guard(
      'salesforce',
      [add(1), following(1), add(2), between, add(3), following(3), following(4)],
      freshGuards,
      context,
    );
    expect(guarded.step.actions).toEqual([add(1), following(1), add(2), between, following(4)]);
    expect(guarded.leftOver).toEqual([{ kind: 'team.add', count: 1 }]);
  });

  it('hold for what one person is told, with the digest', () => {
    const tell = (issue: number, user: string): Action => ({ ...oneOfEach['slack.tell'], issue, user });
    const digest: Action = { ...oneOfEach['digest.tell'], user: 'U1' };
    const told = [tell(1, 'U1'), following(1), tell(2, 'U1'), following(2), tell(3, 'U2'), digest];

    const guarded = guard('follow-up', told, freshGuards, context);

    expect(guarded.step.actions).toEqual([tell(1, 'U1'), following(1), tell(3, 'U2')]);
    expect(guarded.leftOver).toEqual([
      { kind: 'slack.tell', count: 1 },
      { kind: 'digest.tell', count: 1 },
    ]);
  });

  it.each(['digest.open', 'standing.open'] as const)(
    'hold for issues that are opened, %s included',
    (kind) => {
      const open = (issue: number): Action => ({ ...oneOfEach['issue.create'], issue });
      const all = [open(1), oneOfEach[kind], open(2), following(2)];

      const guarded = guard('follow-up', all, freshGuards, context);

      expect(guarded.step.actions).toEqual(all.slice(0, 2));
      expect(guarded.leftOver).toEqual([{ kind: 'issue.create', count: 1 }]);
    },
  );

  it('of comments on cards let the oldest cards through and leave the rest of a card for the next run', () => {
    const comment = (card: number, key: string): Action => ({ ...oneOfEach['card.comment'], card, key });
    const set = (card: number): Action => ({ ...oneOfEach['card.set'], card });
    const wanted = [
      set(1),
      comment(1, 'a'),
      comment(1, 'b'),
      set(2),
      comment(2, 'a'),
      comment(2, 'b'),
      set(3),
    ];
    const few = { ...context, config: { ...config, guards: { ...config.guards, cardComments: 2 } } };

    const guarded = guard('board', wanted, freshGuards, few);

    expect(guarded.step.actions).toEqual([set(1), comment(1, 'a'), comment(1, 'b'), set(2), set(3)]);
    expect(guarded.leftOver).toEqual([{ kind: 'card.comment', count: 1 }]);
  });

  it('are one budget for all steps of a run', () => {
    const first = guard('salesforce', [add(1)], freshGuards, context);
    const second = guard('slack', [add(2), add(3)], first.state, context);
    expect(second.step.actions).toEqual([add(2)]);
    expect(second.leftOver).toEqual([{ kind: 'team.add', count: 1 }]);
  });

  it('of messages hold for each channel by itself; edits are not counted', () => {
    const edit = { ...oneOfEach['slack.edit'], issue: 5 };
    const guarded = guard('slack', [post(1), post(2), post(3, 'C0B'), edit], freshGuards, context);
    expect(guarded.step.actions).toEqual([post(1), post(3, 'C0B'), edit]);
    expect(guarded.leftOver).toEqual([{ kind: 'slack.post', count: 1 }]);
  });
});

describe('stops', () => {
  const six = [1, 2, 3, 4, 5, 6].flatMap((issue) => [remove(issue), following(issue)]);

  it('let five removals of a kind through', () => {
    expect(guard('salesforce', six.slice(0, 10), freshGuards, context).held).toEqual([]);
  });

  it('hold all of them back when there are more, with what follows them on their issues, and name the override', () => {
    const guarded = guard('salesforce', [...six, add(9)], freshGuards, context);
    expect(guarded.step.actions).toEqual([add(9)]);
    expect(guarded.held).toEqual([{ kind: 'team.remove', count: 6, allow: '--allow removals=6' }]);
  });

  it('allow a fifth of the live ones', () => {
    expect(guard('salesforce', six, freshGuards, { ...context, liveRows: 30 }).held).toEqual([]);
    expect(guard('salesforce', six, freshGuards, { ...context, liveRows: 29 }).held).toHaveLength(1);
  });

  it('each kind counts by itself', () => {
    const mixed = [1, 2, 3, 4].flatMap((issue) => [remove(issue), remove(issue, 'slack.remove')]);
    expect(guard('slack', mixed, freshGuards, context).held).toEqual([]);
  });

  it.each([
    [6, 0],
    [5, 1],
  ])('an allowance of %i leaves %i kinds held', (removals, held) => {
    expect(guard('salesforce', six, freshGuards, { ...context, allowances: { removals } }).held).toHaveLength(
      held,
    );
  });
});
