import { describe, expect, it } from 'vitest';
import { PaperDesk } from '../builders/paper-desk.ts';
import { slackOn } from '../builders/snapshot.ts';

const aiRequests = 'C0AIREQ001';
const acmeChannel = 'C0opp-acme';

function slackOf(desk: PaperDesk) {
  const { slack } = desk.world;
  if (slack.mode !== 'on') throw new Error('Slack is on');
  return slack;
}

function cannotRead(desk: PaperDesk, ...unreadable: readonly string[]): void {
  desk.world = { ...desk.world, slack: { ...slackOf(desk), unreadable } };
}

function assigned(...unreadable: readonly string[]): PaperDesk {
  const desk = new PaperDesk({ world: { slack: slackOn({ unreadable }) } });
  desk.open();
  desk.run();
  desk.click(1, 'omar', 'request::approved');
  desk.run();
  expect(desk.view(1).state).toBe('assigned');
  return desk;
}

function quiet(desk: PaperDesk): void {
  desk.later(60_000);
  expect(desk.plan().actions).toEqual([]);
}

describe('a request channel that cannot be read', () => {
  it('gets nothing, and does not keep the SME out of the channel of the opportunity', () => {
    const desk = assigned(aiRequests);

    expect(slackOf(desk).messages.filter(({ channel }) => channel === aiRequests)).toEqual([]);
    expect(slackOf(desk).members[acmeChannel]).toHaveLength(1);
    expect(desk.issue(1).labels).toContain('slack::pending');
    quiet(desk);
  });

  it('does not hold up the requests of other areas', () => {
    const desk = assigned(aiRequests);
    const other = desk.open({}, { 'Area of expertise': '- [x] Security' });
    desk.run();

    expect(slackOf(desk).messages.map(({ channel }) => channel)).toEqual(['C0APPREQ01']);
    expect(desk.issue(other).labels).not.toContain('slack::pending');
    quiet(desk);
  });

  it('is told as soon as it can be read, and nothing is owed any more', () => {
    const desk = assigned(aiRequests);

    cannotRead(desk);
    desk.run();

    expect(slackOf(desk).messages.map(({ channel }) => channel)).toEqual([aiRequests]);
    expect(desk.issue(1).labels).not.toContain('slack::pending');
    quiet(desk);
  });

  it('owes nothing to a request without an SME', () => {
    const desk = new PaperDesk({ world: { slack: slackOn({ unreadable: [aiRequests] }) } });
    desk.open();
    desk.run();

    expect(desk.issue(1).labels).not.toContain('slack::pending');
    quiet(desk);
  });
});

describe('a channel of an opportunity that cannot be read', () => {
  it('gets nobody until it can', () => {
    const desk = assigned(acmeChannel);
    expect(slackOf(desk).members[acmeChannel]).toBeUndefined();
    expect(desk.issue(1).labels).toContain('slack::pending');
    quiet(desk);

    cannotRead(desk);
    desk.run();

    expect(slackOf(desk).members[acmeChannel]).toHaveLength(1);
    expect(desk.issue(1).labels).not.toContain('slack::pending');
  });

  it('keeps the invitation noted that is to be taken back, and the closed request live for it', () => {
    const desk = assigned();
    cannotRead(desk, acmeChannel);
    desk.comment(1, 'omar', 'They have decided already.');
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.record(1).invitations).toHaveLength(1);
    expect(desk.issue(1).labels).toContain('slack::pending');
    quiet(desk);

    cannotRead(desk);
    desk.run();

    expect(slackOf(desk).members[acmeChannel]).toEqual([]);
    expect(desk.record(1).invitations).toEqual([]);
    expect(desk.issue(1).labels).not.toContain('slack::pending');
  });

  it('that has the SME already owes nothing', () => {
    const desk = assigned();

    cannotRead(desk, acmeChannel);
    desk.run();

    expect(desk.issue(1).labels).not.toContain('slack::pending');
    quiet(desk);
  });
});

describe('the message in the request channel', () => {
  function text(desk: PaperDesk): string {
    return slackOf(desk).messages.find(({ channel }) => channel === aiRequests)?.text ?? '';
  }

  it('says who takes it and when, and when that changes it is edited in place', () => {
    const desk = assigned();
    expect(text(desk)).toMatch(/ · assigned: <@U\w+>, \w{3} \d+ \w{3} 2026, \d\d:\d\d UTC$/);

    desk.react(1, desk.record(1).decision?.username ?? '', 'assigned:1', 'thumbsup');
    desk.run();

    expect(text(desk)).toMatch(/ · engaged: <@U\w+>, \w{3} \d+ \w{3} 2026, \d\d:\d\d UTC$/);
    expect(slackOf(desk).messages.filter(({ channel }) => channel === aiRequests)).toHaveLength(1);
  });
});
