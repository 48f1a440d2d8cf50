import { describe, expect, it } from 'vitest';
import type { SlackFacts } from '../../src/domain/snapshot.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { day, hour, slackOn } from '../builders/snapshot.ts';
import { quiet, standing } from '../transitions/scenes.ts';

function slackIs(desk: PaperDesk, slack: SlackFacts): void {
  desk.world = { ...desk.world, slack };
}

/** What stands in request channels, and who was let into channels of opportunities. */
function inSlack({ world: { slack } }: PaperDesk): { said: string[]; members: string[] } {
  if (slack.mode !== 'on') return { said: [], members: [] };
  const said = slack.messages.filter(({ key }) => key.endsWith('/announce')).map(({ text }) => text);
  return { said, members: Object.values(slack.members).flat() };
}

describe('Slack comes late', () => {
  it.each(['off', 'down'] as const)(
    '%s until after the meeting: nothing is announced, nobody invited',
    (mode) => {
      const scene = standing('awaiting-approval');
      const { desk, iid } = scene;
      slackIs(desk, slackOn());
      slackIs(desk, mode === 'off' ? { mode } : { mode, reason: 'maintenance' });
      desk.click(iid, 'omar', 'request::approved');
      quiet(scene);
      desk.later(9 * day);
      quiet(scene);
      expect(desk.view(iid).state).toBe('awaiting-feedback');
      slackIs(desk, slackOn());
      quiet(scene);
      expect(inSlack(desk)).toEqual({ said: [], members: [] });
      expect(desk.issue(iid).labels.filter((label) => label.startsWith('slack::'))).toEqual([]);
    },
  );

  it('a request that changed, and whose approval is gone, names nobody when its meeting is over', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    expect(inSlack(desk).said[0]).toContain('assigned: <@U');
    desk.edit(iid, { 'Expected duration': '2 h' });
    quiet(scene);
    expect(desk.view(iid).state).toBe('changed');
    desk.later(9 * day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
    expect(inSlack(desk).said).toEqual([`SME request #${iid} · AI · Customer Demo · done`]);
  });

  it('whoever was named stays named when the meeting is over', () => {
    const scene = standing('assigned');
    const { desk } = scene;
    desk.later(9 * day);
    quiet(scene);
    expect(inSlack(desk).said[0]).toContain('done: <@U');
  });
});

describe('two things at once', () => {
  it('the SME closes it while its dates are made unreadable: given back for other dates, and told once', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const sme = desk.record(iid).decision?.username ?? '';
    desk.setState(iid, sme, 'closed');
    desk.edit(iid, { 'Proposed dates': '- 03/04' });
    quiet(scene);
    expect(desk.view(iid).state).toBe('needs-info');
    expect(desk.issue(iid)).toMatchObject({ state: 'opened', assignees: [] });
    const told = [...desk.comments(iid).values()].filter((body) => body.includes('03/04'));
    expect(told).toHaveLength(1);
    desk.edit(iid, {});
    quiet(scene);
    expect(desk.record(iid).decision?.username).not.toBe(sme);
    expect(desk.view(iid).state).toBe('assigned');
  });

  it('Salesforce is down when a request ends: its label says no more that the check waits', () => {
    const scene = standing('submitted');
    const { desk, iid } = scene;
    expect(desk.issue(iid).labels).toContain('salesforce::failed');
    desk.setState(iid, 'sam', 'closed');
    desk.later(4 * day);
    quiet(scene);
    expect(desk.issue(iid).labels).toEqual(['area::ai', 'request::cancelled', 'type::sme-request']);
  });
});

it('somebody opens the same request thirty times: a few links, not hundreds', () => {
  const desk = new PaperDesk();
  for (let count = 0; count < 30; count += 1) desk.open();
  const { actions } = desk.run();
  expect(actions.filter(({ kind }) => kind === 'issue.link')).toHaveLength(1 + 2 + 27 * 3);
});

describe('an approver who declines and closes the issue as well', () => {
  it.each(['free', 'premium'] as const)('with a reason: declined at once (%s)', (tier) => {
    const scene = standing('awaiting-approval', tier);
    const { desk, iid } = scene;
    desk.comment(iid, 'omar', 'We have a recording of that.');
    desk.click(iid, 'omar', 'request::declined');
    desk.later(5000);
    desk.setState(iid, 'omar', 'closed');
    quiet(scene);
    expect([desk.view(iid).state, desk.issue(iid).state]).toEqual(['declined', 'closed']);
    expect([...desk.comments(iid).keys()]).toEqual([expect.stringMatching(/^declined:/)]);
  });

  it('without one: it is asked for, and what ends is a decline and no cancellation', () => {
    const scene = standing('awaiting-approval');
    const { desk, iid } = scene;
    desk.click(iid, 'omar', 'request::declined');
    desk.setState(iid, 'omar', 'closed');
    quiet(scene);
    desk.later(day + 8 * hour);
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-approval');
    desk.later(day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('declined');
  });

  it('a stranger who closes it does not undo the decline, and the author who opens it again does', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    desk.click(iid, 'omar', 'request::declined');
    desk.later(5000);
    desk.setState(iid, 'mallory', 'closed');
    quiet(scene);
    expect(desk.view(iid).approval.kind).toBe('declined');
    expect(desk.issue(iid).state).toBe('opened');
    desk.setState(iid, 'sam', 'closed');
    desk.setState(iid, 'sam', 'reopened');
    quiet(scene);
    expect(desk.view(iid).approval.kind).not.toBe('declined');
    expect([...desk.comments(iid).keys()]).toContain('refused:12:before-reopening');
  });
});
