import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { peopleToTell } from '../../../src/domain/clocks/people-to-tell.ts';
import { requestContext } from '../../../src/domain/request/request-view.ts';
import type { SlackFacts } from '../../../src/domain/snapshot.ts';
import { exampleConfig } from '../../builders/config.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { hour, labels, slackOn } from '../../builders/snapshot.ts';
import { runUntil, tellings } from '../../builders/week-on-paper.ts';

const far = { 'Proposed dates': '- 2026-12-16 15:00 Europe/Madrid' };

function waiting(
  options: { config?: Config; slack?: SlackFacts } = {},
  answers: Readonly<Record<string, string>> = far,
): PaperDesk {
  const { config, slack } = options;
  const desk = new PaperDesk({
    ...(config === undefined ? {} : { config }),
    ...(slack === undefined ? {} : { world: { slack } }),
  });
  desk.open({}, answers);
  desk.run();
  expect(desk.view(1).state).toBe('awaiting-approval');
  return desk;
}

/** Approved on Monday at 09:00, so that an SME is asked then. */
function assigned(options: Parameters<typeof waiting>[0] = {}): PaperDesk {
  const desk = waiting(options);
  desk.later(hour);
  desk.click(1, 'omar', 'request::approved');
  desk.run();
  desk.run();
  expect(desk.view(1).state).toBe('assigned');
  return desk;
}

function sla(desk: PaperDesk): string[] {
  return desk.issue(1).labels.filter((label) => label.startsWith('sla::'));
}

function clockKeys(desk: PaperDesk): string[] {
  return [...desk.comments(1).keys()].filter((key) => key.startsWith('clock:'));
}

/** Without what the week brings anyway. */
function aboutClocks(told: ReturnType<typeof runUntil>) {
  return told.filter((each) => !each.key.includes('/digest/'));
}

function when(told: ReturnType<typeof runUntil>): string[] {
  return aboutClocks(told).map(({ at, to, key }) => `${at} ${key.split('/').at(-1)} ${to}`);
}

describe('the labels of a clock', () => {
  it('come at three quarters and when it is late, and go with the wait', () => {
    const desk = waiting();
    const seen: string[] = [];

    runUntil(desk, '2026-11-24T10:00:00Z', { each: () => seen.push(sla(desk).join() || 'fine') });

    expect([...new Set(seen)]).toEqual(['fine', 'sla::at-risk', 'sla::breached']);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(sla(desk)).toEqual([]);
  });

  it('go when the issue is closed, by whomever', () => {
    const desk = waiting();
    desk.later(30 * hour);
    desk.run();
    expect(sla(desk)).toEqual(['sla::breached']);

    desk.setState(1, 'sam', 'closed');
    desk.run();

    expect(sla(desk)).toEqual([]);
  });

  it('go with the move that closes the issue, since nobody reads it afterwards', () => {
    const desk = waiting();
    desk.later(30 * hour);
    desk.run();
    desk.comment(1, 'omar', 'They have decided already.');
    desk.click(1, 'omar', 'request::declined');
    desk.later(60_000);

    const closing = desk.plan().actions.find((each) => each.kind === 'issue.set' && each.state === 'close');

    expect(closing).toMatchObject({ remove: expect.arrayContaining(['sla::breached']) });
  });

  it('that the project lacks are not used', () => {
    const desk = waiting();
    desk.world = { ...desk.world, labels: labels.filter(({ name }) => !name.startsWith('sla::')) };
    desk.later(30 * hour);
    desk.run();

    expect(sla(desk)).toEqual([]);
    expect(desk.last.filter((each) => each.kind === 'issue.set')).toEqual([]);
  });

  it('say nothing of a requester who takes their time', () => {
    const desk = new PaperDesk();
    desk.open({}, { 'Questions for the SME': null });
    desk.run();
    expect(desk.view(1).state).toBe('needs-info');

    runUntil(desk, '2026-11-30T10:00:00Z');

    expect(sla(desk)).toEqual([]);
    expect(clockKeys(desk)).toEqual([]);
  });
});

describe('a late approval', () => {
  it('is told to each approver in their own hours; the words say what to do, and link what the reader can open', () => {
    const config = exampleConfig({ program: [['approvers: [priya, omar]', 'approvers: [jonas, mei]']] });
    const desk = waiting({ config });

    const told = aboutClocks(runUntil(desk, '2026-11-26T10:00:00Z'));

    expect(when(told)).toEqual([
      '2026-11-24T09:00 late jonas',
      '2026-11-24T13:00 lead omar',
      '2026-11-25T00:00 late mei',
      '2026-11-25T09:00 program priya',
    ]);
    expect(told[0]?.text).toMatch(/SME request #1 \(AI\) has been waiting for a decision since Mon 23 Nov/);
    expect(told[0]?.text).toContain('`/label ~"request::approved"`');
    expect(told[0]?.text).not.toContain('https:');
    expect(told[1]?.text).toContain('issues/1|Open request #1>');
  });

  it('ends with the decision: nobody hears of it later', () => {
    const desk = waiting();
    desk.later(hour);
    desk.click(1, 'omar', 'request::approved');
    desk.run();

    expect(when(runUntil(desk, '2026-11-23T16:00:00Z'))).toEqual([]);
  });

  it('of a fast track is told at any hour', () => {
    const desk = waiting(
      {},
      {
        'Proposed dates': '- 2026-11-24 18:00 Europe/Madrid',
        'Fast track': '- [x] Fast track',
        'Fast track reason': 'The customer has moved the decision to Tuesday.',
      },
    );

    expect(when(runUntil(desk, '2026-11-23T20:00:00Z'))).toEqual([
      '2026-11-23T17:00 late priya',
      '2026-11-23T17:00 late omar',
    ]);
  });
});

describe('a late pick-up', () => {
  it('goes to the SME, then to the area lead with the runner-up and the line that reassigns', () => {
    const desk = assigned();
    const sme = desk.record(1).decision?.username;

    const told = aboutClocks(runUntil(desk, '2026-11-26T17:00:00Z'));

    expect(told.map(({ to }) => to)).toEqual([sme, 'omar', 'priya']);
    expect(told[0]?.text).toMatch(/👍 .* `accept`.* `hand back:`/);
    const line = /`\/assign @(\w+)`/.exec(told[1]?.text ?? '')?.[1];
    expect(['ines', 'jonas', 'mei']).toContain(line);
    expect(line).not.toBe(sme);
    expect(told[0]?.text).not.toContain('/assign');
  });

  it('names nobody where nobody else could take it', () => {
    const alone = exampleConfig({
      roster: [
        ['areas: { ai: sme, cicd: sme }', 'areas: { cicd: sme }'],
        ['areas: { ai: lead, observability: sme }', 'areas: { observability: sme }'],
      ],
    });
    const desk = assigned({ config: alone });

    const told = aboutClocks(runUntil(desk, '2026-11-26T17:00:00Z'));

    expect(told[1]?.text).toMatch(/Nobody else is free at these times: please talk to Ines Ferrer/);
  });

  it('begins anew for the person whom the lead gives it to by that line', () => {
    const desk = assigned();
    const before = desk.record(1).decision?.username;
    const told = aboutClocks(runUntil(desk, '2026-11-24T14:00:00Z'));
    const next = /`\/assign @(\w+)`/.exec(told.at(-1)?.text ?? '')?.[1] ?? '';

    desk.assign(1, 'omar', next);
    desk.run();
    desk.run();
    const after = aboutClocks(runUntil(desk, '2026-11-26T10:00:00Z'));

    expect(desk.record(1).decision).toMatchObject({ number: 2, username: next });
    expect(sla(desk)).toEqual(['sla::breached']);
    expect(after[0]?.to).toBe(next);
    expect(after.map(({ to }) => to)).not.toContain(before);
  });

  it('is over when the SME accepts', () => {
    const desk = assigned();
    desk.react(1, desk.record(1).decision?.username ?? '', 'assigned:1', 'thumbsup');
    desk.run();
    expect(desk.view(1).state).toBe('engaged');

    expect(when(runUntil(desk, '2026-11-26T17:00:00Z'))).toEqual([]);
  });

  it('never says whose opportunity it is', () => {
    const desk = assigned();

    const told = runUntil(desk, '2026-12-02T17:00:00Z');

    expect(told.length).toBeGreaterThan(3);
    expect(
      told.filter(({ text }) => /acme renewal|opp-acme|\bAcme\b/i.test(text.replace(/https:\S+/g, ''))),
    ).toEqual([]);
  });
});

describe('a message', () => {
  it('that two runs at once have sent is kept once', () => {
    const desk = assigned();
    runUntil(desk, '2026-11-24T15:00:00Z');
    const { slack } = desk.world;
    if (slack.mode !== 'on') throw new Error('Slack is on');
    const [first] = slack.messages.filter(({ key }) => key.includes('/clock/'));
    if (first === undefined) throw new Error('nobody was told');
    desk.world = {
      ...desk.world,
      slack: { ...slack, messages: [...slack.messages, { ...first, ts: `${first.ts}9` }] },
    };

    desk.run();
    desk.run();

    expect(desk.last).toEqual([]);
    expect(desk.world.slack).toMatchObject({ messages: slack.messages });
  });

  it('waits for Slack while it is down, and is sent when it answers', () => {
    const desk = assigned();
    const { slack } = desk.world;
    desk.world = { ...desk.world, slack: { mode: 'down', reason: 'no answer' } };
    expect(runUntil(desk, '2026-11-24T17:00:00Z')).toEqual([]);
    expect(clockKeys(desk)).toEqual([]);

    desk.world = { ...desk.world, slack };
    desk.later(16 * hour);
    desk.run();

    const names = tellings(desk.last, desk.world.now).map(({ to }) => to);
    expect(names).toContain(desk.record(1).decision?.username);
  });

  it('to somebody Slack does not know is never written on the issue; the leads hear of it', () => {
    const { usersByEmail } = slackOn();
    const config = exampleConfig({
      roster: [
        ['    slack_user: U0JONAS001\n', ''],
        ['    slack_user: U0INES0001\n', ''],
      ],
    });
    const nobody = { 'jonas@example.com': null, 'ines@example.com': null, 'mei@example.com': null };
    const desk = assigned({ config, slack: slackOn({ usersByEmail: { ...usersByEmail, ...nobody } }) });

    const told = aboutClocks(runUntil(desk, '2026-11-26T17:00:00Z'));

    expect(told.map(({ to }) => to)).toEqual(['omar', 'priya']);
    expect(clockKeys(desk)).toEqual([]);
  });

  it('is not sent into a conversation that cannot be read', () => {
    const desk = assigned({ slack: slackOn({ direct: { U0OMAR0001: 'D0OMAR' }, unreadable: ['D0OMAR'] }) });

    expect(when(runUntil(desk, '2026-11-26T17:00:00Z')).filter((each) => each.includes('omar'))).toEqual([]);
  });
});

describe('with Slack off', () => {
  it('each step is one comment; what leads read, the requester does not', () => {
    const desk = assigned({ slack: { mode: 'off' } });
    const sme = desk.record(1).decision?.username ?? '';

    runUntil(desk, '2026-11-27T17:00:00Z');

    expect(clockKeys(desk).map((key) => key.split(':').at(-1))).toEqual(['late', 'lead', 'program']);
    const notes = desk.view(1).keyed.filter(({ key }) => key.startsWith('clock:'));
    expect(notes.map(({ note }) => [note.body.split(':')[0], note.internal])).toEqual([
      [`@${sme}`, false],
      ['@omar', true],
      ['@priya', true],
    ]);
    desk.run();
    expect(desk.last).toEqual([]);
  });
});

describe('an outage of Salesforce', () => {
  it('is told once to the lead, however many requests it holds, and only when it lasts', () => {
    const desk = new PaperDesk({ world: { salesforce: { mode: 'down', reason: 'no answer' } } });
    desk.open({}, far);
    desk.open({}, far);
    desk.run();

    const told = aboutClocks(runUntil(desk, '2026-11-25T17:00:00Z'));

    expect(when(told)).toEqual(['2026-11-24T09:00 lead omar']);
    expect(told[0]?.text).toMatch(/2 requests wait, the first is #1/);
  });
});

describe('the people whose conversation has to be read', () => {
  it('are those who are owed a message now, whatever is known of Slack', () => {
    const desk = assigned();
    const sme = desk.record(1).decision?.username ?? '';
    const people = (at: string) => {
      const world = { ...desk.world, now: Date.parse(at), slack: { mode: 'off' } as const };
      return peopleToTell(requestContext(desk.config, world), [desk.view(1)]);
    };

    expect(people('2026-11-23T09:30:00Z')).toEqual(['lena', 'omar', 'priya']);
    expect(people('2026-11-24T11:00:00Z')).toContain(sme);
    expect(people('2026-11-28T11:00:00Z')).toEqual([]);
  });
});
