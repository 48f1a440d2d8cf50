import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { type Clock, clockOf } from '../../../src/domain/clocks/clock.ts';
import { digestWeek } from '../../../src/domain/clocks/digest-week.ts';
import { escalationOf } from '../../../src/domain/clocks/escalation.ts';
import { progressOf } from '../../../src/domain/clocks/progress.ts';
import type { RecordState } from '../../../src/domain/record/record-state.ts';
import { emptyRecord } from '../../../src/domain/record/record-state.ts';
import type { RequestView } from '../../../src/domain/request/request-view.ts';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import { exampleConfig } from '../../builders/config.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { user } from '../../builders/snapshot.ts';

const twoZones = exampleConfig({ program: [['approvers: [priya, omar]', 'approvers: [jonas, mei]']] });

function requestIn(config: Config, author = 'sam'): RequestView {
  const desk = new PaperDesk({ config });
  return desk.view(desk.open({ author: user(author) }));
}

function decided(username: string, start: string, accepted: number | null = null): RecordState {
  const record = emptyRecord({ project: 7, issue: 5001, labels: { approved: 104, declined: 111 } });
  const at = Date.parse(start);
  const decision: NonNullable<RecordState['decision']> = {
    number: 1,
    sme: user(username).id,
    username,
    start: at,
    end: at + 5_400_000,
    parts: [],
    hours: 2.5,
    on: 0,
    heard: 0,
    accepted,
    dates: null,
    override: null,
    onTeam: false,
  };
  return { ...record, decision };
}

function clockIn(
  config: Config,
  state: RequestState,
  since: string,
  record: RecordState | null = null,
): Clock {
  const clock = clockOf(requestIn(config), config, { state, record, since: Date.parse(since) });
  if (clock === null) throw new Error(`nobody is waited for in ${state}`);
  return clock;
}

function utc(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

describe('a clock', () => {
  it('runs for each approver in their own calendar, and is late when the first of them is', () => {
    const clock = clockIn(twoZones, 'awaiting-approval', '2026-11-24T15:00:00Z');

    expect(clock.awaited).toEqual(['jonas', 'mei']);
    expect(clock.dues.map(utc)).toEqual(['2026-11-25T15:00', '2026-11-25T08:00']);
    expect(utc(clock.due)).toBe('2026-11-25T08:00');
  });

  it.each([
    ['the weekend of spring forward', '2027-03-26T15:00:00Z', '2027-03-29T14:00'],
    ['the weekend of fall back', '2026-10-23T14:00:00Z', '2026-10-26T15:00'],
    ['Christmas and the weekend', '2026-12-23T15:00:00Z', '2026-12-28T15:00'],
  ])('passes over %s by local time', (_, since, due) => {
    const clock = clockIn(twoZones, 'awaiting-approval', since);

    expect(utc(clock.dues[0] ?? 0)).toBe(due);
  });

  it('for the pick-up ends half-way to the meeting at the latest', () => {
    const near = clockIn(
      twoZones,
      'assigned',
      '2026-11-24T09:00:00Z',
      decided('jonas', '2026-11-24T15:00:00Z'),
    );
    const far = clockIn(
      twoZones,
      'assigned',
      '2026-11-24T09:00:00Z',
      decided('jonas', '2026-12-24T15:00:00Z'),
    );

    expect([near.due, far.due].map(utc)).toEqual(['2026-11-24T12:00', '2026-11-25T09:00']);
  });

  it('does not run for an SME who has accepted', () => {
    const view = requestIn(twoZones);
    const record = decided('jonas', '2026-12-24T15:00:00Z', 1);

    expect(clockOf(view, twoZones, { state: 'assigned', record, since: 0 })).toBeNull();
  });

  it('passes over an approver who is away while another one is there', () => {
    const view = requestIn(twoZones);
    const at = { state: 'awaiting-approval', record: null, since: 0 } as const;

    const clock = clockOf(view, twoZones, at, (username) => username === 'mei');

    expect(clock?.awaited).toEqual(['jonas']);
  });

  it.each([
    ['2026-11-25T13:59:00Z', 'fine'],
    ['2026-11-25T14:00:00Z', 'at-risk'],
    ['2026-11-25T15:59:00Z', 'at-risk'],
    ['2026-11-25T16:00:00Z', 'breached'],
    ['2026-11-28T03:00:00Z', 'breached'],
  ] as const)('at %s is %s, by working time', (now, progress) => {
    const clock = clockIn(
      twoZones,
      'assigned',
      '2026-11-24T16:00:00Z',
      decided('jonas', '2026-12-24T15:00:00Z'),
    );

    expect(progressOf(clock, twoZones, Date.parse(now))).toBe(progress);
  });

  it('that has no working time before it is due runs with the day', () => {
    const clock = clockIn(
      twoZones,
      'assigned',
      '2026-11-28T08:00:00Z',
      decided('jonas', '2026-11-28T16:00:00Z'),
    );

    expect(progressOf(clock, twoZones, Date.parse('2026-11-28T10:59:00Z'))).toBe('fine');
    expect(progressOf(clock, twoZones, Date.parse('2026-11-28T11:00:00Z'))).toBe('at-risk');
  });
});

describe('an escalation', () => {
  function steps(config: Config, clock: Clock, author = 'sam'): string[] {
    return escalationOf(clock, requestIn(config, author), config).map(
      ({ step, username, at }) => `${utc(at)} ${step} ${username}`,
    );
  }

  it('goes from the late person to the area lead and the program lead, each in their own calendar', () => {
    const clock = clockIn(
      twoZones,
      'assigned',
      '2026-11-24T09:00:00Z',
      decided('mei', '2026-12-24T15:00:00Z'),
    );

    expect(steps(twoZones, clock)).toEqual([
      '2026-11-25T08:00 late mei',
      '2026-11-25T13:00 lead omar',
      '2026-11-25T17:00 program priya',
    ]);
  });

  it('leaves time to act before a meeting that is near', () => {
    const clock = clockIn(
      twoZones,
      'assigned',
      '2026-11-24T09:00:00Z',
      decided('jonas', '2026-11-24T17:00:00Z'),
    );

    expect(steps(twoZones, clock)).toEqual([
      '2026-11-24T13:00 late jonas',
      '2026-11-24T15:00 lead omar',
      '2026-11-24T16:00 program priya',
    ]);
  });

  it('tells nobody twice, and never the requester', () => {
    const config = exampleConfig();
    const clock = clockIn(config, 'awaiting-approval', '2026-11-24T09:00:00Z');
    const pickup = clockIn(
      config,
      'assigned',
      '2026-11-24T09:00:00Z',
      decided('jonas', '2026-12-24T15:00:00Z'),
    );

    expect(steps(config, clock)).toEqual(['2026-11-24T17:00 late priya', '2026-11-24T17:00 late omar']);
    expect(steps(config, pickup, 'omar').map((each) => each.slice(17))).toEqual([
      'late jonas',
      'program priya',
    ]);
  });

  it('asks the program leads as soon as the only approver is late', () => {
    const config = exampleConfig({ program: [['approvers: [priya, omar]', 'approvers: [omar]']] });
    const clock = clockIn(config, 'awaiting-approval', '2026-11-24T09:00:00Z');

    expect(steps(config, clock)).toEqual(['2026-11-24T17:00 late omar', '2026-11-24T17:00 program priya']);
  });

  it.each(['needs-info', 'awaiting-feedback'] as const)(
    'is no matter of %s: that is the requester',
    (state) => {
      const config = exampleConfig();

      expect(steps(config, clockIn(config, state, '2026-11-24T09:00:00Z'))).toEqual([]);
    },
  );
});

describe('the digest', () => {
  const config = exampleConfig();
  const madrid = { ...config.calendar, timezone: 'Europe/Madrid', holidays: ['2026-11-23', '2026-12-28'] };
  const weekend = { ...madrid, days: [6, 7] };
  const never = { ...madrid, days: [1], holidays: ['2026-11-23'] };

  it.each([
    ['on Monday morning in the own time zone', '2026-11-30T08:00:00Z', madrid, '2026-W49'],
    ['not a minute before', '2026-11-30T07:59:00Z', madrid, undefined],
    ['not in the evening', '2026-11-30T16:00:00Z', madrid, undefined],
    ['until the week is over', '2026-12-04T15:59:00Z', madrid, '2026-W49'],
    ['not on the weekend', '2026-12-05T10:00:00Z', madrid, undefined],
    ['not on a holiday', '2026-11-23T10:00:00Z', madrid, undefined],
    ['on the day after a holiday', '2026-11-24T08:00:00Z', madrid, '2026-W48'],
    ['on the day after a holiday in the last week of a year', '2026-12-29T08:00:00Z', madrid, '2026-W53'],
    ['in a new year that began in the week of the old one', '2027-01-01T10:00:00Z', madrid, '2026-W53'],
    ['by who works on weekends, then', '2026-11-28T10:00:00Z', weekend, '2026-W48'],
    ['never in a week without work', '2026-11-24T10:00:00Z', never, undefined],
  ] as const)('is due %s', (_, now, calendar, week) => {
    expect(digestWeek(config, calendar, Date.parse(now))?.week).toBe(week);
  });

  it.each([
    ['2026-12-01T10:00:00Z', null],
    ['2026-12-07T10:00:00Z', '2026-11'],
    ['2026-12-14T10:00:00Z', null],
    ['2027-01-04T10:00:00Z', '2026-12'],
  ])('on %s tells of a new report: %s', (now, month) => {
    expect(digestWeek(config, madrid, Date.parse(now))?.newReport).toBe(month);
  });
});
