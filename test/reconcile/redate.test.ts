import { describe, expect, it } from 'vitest';
import { insideHours } from '../../src/domain/calendar/business-time.ts';
import { dayOf } from '../../src/domain/calendar/day.ts';
import { exampleConfig } from '../builders/config.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import { day } from '../builders/snapshot.ts';
import type { Scene } from '../transitions/row-story.ts';
import { quiet, rewrite, standing } from '../transitions/scenes.ts';

const later = '- 2026-12-09 15:00 Europe/Madrid';
const muchLater = '- 2027-01-20 15:00 Europe/Madrid';
const night = '- 2026-12-12 03:00 Europe/Madrid';
const ninth = Date.parse('2026-12-09T14:00Z');

/** People do something to a request that stands in a state; nothing has run since. */
function when(given: () => Scene, happens: (scene: Scene) => void): () => Scene {
  return () => {
    const scene = given();
    happens(scene);
    return scene;
  };
}

function edited(dates: string): (scene: Scene) => void {
  return ({ desk, iid }) => desk.edit(iid, { 'Proposed dates': dates });
}

function said(username: string, body: string): (scene: Scene) => void {
  return ({ desk, iid }) => desk.comment(iid, username, body);
}

/** Who has the request of the scene. */
function smeOf({ desk, iid }: Scene): string {
  return desk.record(iid).decision?.username ?? 'nobody';
}

describe('a run that is stopped while it takes up new dates is gone on with by the next one', () => {
  it.each<[string, () => Scene]>([
    ['an SME who is free', when(() => standing('engaged'), edited(later))],
    ['an SME who is not', when(() => standing('engaged'), edited(night))],
    ['beyond the limits', when(() => standing('engaged'), edited(muchLater))],
    ['beyond the limits, nobody found yet', when(() => standing('approved'), edited(muchLater))],
    ['a moved meeting', when(moved, edited('- 2026-12-16 15:00 Europe/Madrid'))],
    ['a moved meeting, beyond the limits', when(moved, edited(muchLater))],
    ['an agreed date', when(() => standing('assigned'), said('sam', 'agreed: 2026-12-10 11:00'))],
  ])('%s', (_, scene) => {
    const { whole, killed } = killedAnywhere(scene().desk);
    for (const { after, end } of killed) expect(end, `after ${after} actions`).toEqual(whole);
  });
});

function moved(): Scene {
  const scene = standing('awaiting-feedback');
  rewrite(scene, { feedback: { rating: null, outcome: 'moved', nps: null } });
  return scene;
}

describe('how often and how far dates move without a new approval', () => {
  it('three times, and the fourth wants one; after it they are counted from nought', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    for (const [index, date] of ['2026-12-09', '2026-12-10', '2026-12-11'].entries()) {
      edited(`- ${date} 15:00 Europe/Madrid`)(scene);
      quiet(scene);
      expect(desk.record(iid).dateChanges).toBe(index + 1);
      expect(desk.view(iid).state).toBe('assigned');
    }
    edited('- 2026-12-08 15:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('changed');
    expect(desk.record(iid).decision?.start).toBe(Date.parse('2026-12-11T14:00Z'));
    desk.unclick(iid, 'omar', 'request::approved');
    desk.click(iid, 'omar', 'request::approved');
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid)).toMatchObject({
      dateChanges: 0,
      lastDate: Date.parse('2026-12-08T14:00Z'),
      decision: { start: Date.parse('2026-12-08T14:00Z'), accepted: null },
    });
  });

  it('days are counted from the date that was approved, however often it has moved since', () => {
    const scene = standing('assigned');
    for (const date of ['2026-12-22', '2026-12-30']) {
      edited(`- ${date} 15:00 Europe/Madrid`)(scene);
      quiet(scene);
      expect(scene.desk.view(scene.iid).authority).toBe(true);
    }
    edited('- 2027-01-04 15:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('changed');
  });

  it('an approval of what the record shows is none of dates that were edited in the same minute', () => {
    const scene = standing('awaiting-approval');
    edited(muchLater)(scene);
    scene.desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    expect(scene.desk.view(scene.iid)).toMatchObject({ state: 'changed', authority: false });
    expect(scene.desk.record(scene.iid).decision).toBeNull();
  });

  it('nobody is assigned on dates that no run has looked at', () => {
    const scene = standing('approved');
    scene.desk.config = {
      ...scene.desk.config,
      assignment: { ...scene.desk.config.assignment, mode: 'assign' },
    };
    edited(muchLater)(scene);
    expect(scene.desk.run({ steps: ['assign'] }).actions).toEqual([]);
  });
});

describe('what becomes of the meeting', () => {
  it('an edit that still offers its time leaves it where it is, and asks nobody again', () => {
    const scene = standing('engaged');
    const { desk, iid } = scene;
    const before = desk.record(iid).decision;
    edited('- 2026-11-30 15:00 Europe/Madrid\n- 2026-12-11 10:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('engaged');
    const { number, start, accepted } = desk.record(iid).decision ?? {};
    expect({ number, start, accepted }).toEqual({
      number: before?.number,
      start: before?.start,
      accepted: before?.accepted,
    });
    expect(desk.record(iid).dateChanges).toBe(1);
  });

  it('a day without a time gives it a time in the hours of the SME, and the day after summer time began as well', () => {
    const config = exampleConfig();
    const { requests } = config;
    for (const [dates, days] of [
      ['- 2026-12-09', 30],
      ['- 2027-03-29', 150],
    ] as const) {
      const scene = standing('assigned');
      const { desk, iid } = scene;
      desk.config = { ...config, requests: { ...requests, reschedule: { ...requests.reschedule, days } } };
      edited(dates)(scene);
      quiet(scene);
      const sme = desk.config.roster.find((each) => each.gitlab === smeOf(scene));
      const { start = 0 } = desk.record(iid).decision ?? {};
      if (sme === undefined) throw new Error('nobody was assigned');
      expect(dayOf(sme.calendar.timezone, start)).toBe(dates.slice(2));
      expect(insideHours(sme.calendar, start)).toBe(true);
    }
  });

  it('one that was moved after its day gets its new date by word of mouth, and is asked about again after that', () => {
    const scene = standing('engaged');
    const { desk, iid } = scene;
    desk.later(9 * day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
    said('sam', 'outcome: moved')(scene);
    said('sam', 'agreed: 2026-12-17 15:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid)).toMatchObject({
      feedback: null,
      decision: { number: 2, start: Date.parse('2026-12-17T14:00Z') },
    });
    desk.later(19 * day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
    expect(desk.comments(iid).has('feedback:2')).toBe(true);
  });

  it('it goes to another SME where the first is taken by another meeting', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const first = smeOf(scene);
    desk.config = {
      ...desk.config,
      roster: desk.config.roster.map((sme) =>
        sme.gitlab === first ? { ...sme, timeOff: [{ from: '2026-12-09', to: '2026-12-09' }] } : sme,
      ),
    };
    edited(later)(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(smeOf(scene)).not.toBe(first);
    expect(desk.record(iid)).toMatchObject({ decision: { start: ninth }, excluded: [], released: null });
    expect(desk.issue(iid).assignees.map((each) => each.username)).toEqual([smeOf(scene)]);
  });

  it('of two requests that move to the same hour of one SME in one run, one has to look for another', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const only = smeOf(scene);
    desk.config = { ...desk.config, roster: desk.config.roster.filter((sme) => sme.gitlab === only) };
    const other = desk.open({}, { 'Proposed dates': '- 2026-12-02 15:00 Europe/Madrid' });
    quiet(scene);
    desk.click(other, 'omar', 'request::approved');
    quiet(scene);
    expect(desk.view(other).state).toBe('assigned');
    for (const each of [iid, other]) desk.edit(each, { 'Proposed dates': later });
    quiet(scene);
    expect([desk.view(iid).state, desk.view(other).state]).toEqual(['assigned', 'waitlisted']);
  });

  it('dates that cannot be read leave it where it is, and the requester is told once', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    edited('- 03/04/2027')(scene);
    quiet(scene);
    desk.later(3 * day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect([...desk.comments(iid).keys()].filter((key) => key.startsWith('dates:'))).toHaveLength(1);
    edited(later)(scene);
    quiet(scene);
    expect(desk.record(iid).decision?.start).toBe(ninth);
  });

  it('an earlier date costs the lead time from its edit', () => {
    const scene = standing('assigned');
    edited('- 2026-11-24 15:00 Europe/Madrid')(scene);
    quiet(scene);
    const { desk, iid } = scene;
    const [told] = [...desk.comments(iid)].filter(([key]) => key.startsWith('dates:'));
    expect(told?.[1]).toContain('lead-time-short');
  });

  it('while the issue is closed, new dates wait', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    desk.setState(iid, 'sam', 'closed');
    quiet(scene);
    const before = desk.record(iid).dates;
    edited(later)(scene);
    quiet(scene);
    expect(desk.record(iid).dates).toBe(before);
    desk.setState(iid, 'sam', 'reopened');
    quiet(scene);
    expect(desk.record(iid).decision?.start).toBe(ninth);
  });
});

describe('agreed:', () => {
  it('a time without a zone is meant in the zone of whoever writes it', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const zone = desk.config.roster.find((sme) => sme.gitlab === smeOf(scene))?.calendar.timezone;
    said(smeOf(scene), '**agreed:** 2026-12-09 15:00')(scene);
    quiet(scene);
    const hourOf = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
    expect(hourOf.format(desk.record(iid).decision?.start)).toBe('15');
  });

  it.each([
    ['in two ways', 'agreed: 03/04/2027 15:00', 'read in one way only'],
    ['without a time', 'agreed: 2026-12-09', 'time of day'],
    ['in the past', 'agreed: 2026-11-20 15:00', 'lies ahead'],
    ['not at all', 'agreed: sometime, we will see', 'one date'],
    ['at an hour that summer time takes', 'agreed: 2027-03-28 02:30 Europe/Madrid', 'a time that exists'],
  ])('a date that can be read %s is asked about once', (_, body, words) => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const before = desk.record(iid).decision;
    said('sam', body)(scene);
    quiet(scene);
    desk.later(2 * day);
    quiet(scene);
    const answers = [...desk.comments(iid)].filter(([key]) => key.startsWith('agreed:'));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.[1]).toContain('@sam');
    expect(answers[0]?.[1]).toContain(words);
    expect(desk.record(iid).decision).toEqual(before);
  });

  it.each(['omar', 'mallory', 'tom'])('what %s writes is talk', (stranger) => {
    const scene = standing('assigned');
    const before = scene.desk.record(scene.iid);
    said(stranger, 'agreed: 2026-12-09 15:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(scene.desk.record(scene.iid)).toEqual(before);
  });

  it('a time on one of the approved dates is no change of them, and named twice nothing new', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    said('sam', 'agreed: 2026-12-02 10:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.record(iid)).toMatchObject({ dateChanges: 0, decision: { number: 2 } });
    said('sam', 'agreed: 2026-12-02 10:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.record(iid).decision?.number).toBe(2);
  });

  it('an SME who names the time may do so outside their own hours; a requester may not', () => {
    for (const who of ['sme', 'sam']) {
      const scene = standing('assigned');
      const sme = smeOf(scene);
      said(who === 'sme' ? sme : who, 'agreed: 2026-12-09 23:30 Europe/Madrid')(scene);
      quiet(scene);
      expect(smeOf(scene) === sme).toBe(who === 'sme');
    }
  });

  it('of an edit and an agreed date the newer one counts', () => {
    const both = [edited(later), said('sam', 'agreed: 2026-12-10 11:00 Europe/Madrid')];
    for (const [order, start] of [
      [both, '2026-12-10T10:00Z'],
      [[...both].reverse(), '2026-12-09T14:00Z'],
    ] as const) {
      const scene = standing('assigned');
      for (const step of order) step(scene);
      quiet(scene);
      expect(scene.desk.record(scene.iid)).toMatchObject({
        dateChanges: 1,
        decision: { start: Date.parse(start) },
      });
    }
  });

  it('a date beyond the limits is shown to the approvers, and stands once they approve it', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    said('sam', 'agreed: 2027-01-20 15:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('changed');
    desk.unclick(iid, 'omar', 'request::approved');
    desk.click(iid, 'omar', 'request::approved');
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid).decision?.start).toBe(Date.parse('2027-01-20T14:00Z'));
  });
});

describe('a series', () => {
  const weekly =
    '- 2026-12-07 10:00 Europe/Madrid\n- 2026-12-14 10:00 Europe/Madrid\n- 2026-12-21 10:00 Europe/Madrid\n- series';
  const starts = ['2026-12-07T09:00Z', '2026-12-14T09:00Z', '2026-12-21T09:00Z'].map((each) =>
    Date.parse(each),
  );

  function assigned(): Scene {
    const scene = standing('approved');
    const { desk } = scene;
    const iid = desk.open({}, { 'Proposed dates': weekly, 'Expected duration': '60 min' });
    desk.config = { ...desk.config, assignment: { ...desk.config.assignment, mode: 'assign' } };
    quiet({ desk, iid });
    desk.click(iid, 'omar', 'request::approved');
    return { desk, iid };
  }

  it('is decided as a whole, told as one, and has one calendar file with all of its meetings', () => {
    const scene = assigned();
    const { desk, iid } = scene;
    const { actions } = desk.run();
    const [file] = actions.filter((each) => each.kind === 'file.upload' && each.issue === iid);
    expect(desk.record(iid).decision).toMatchObject({
      parts: starts.map((start) => ({ start, end: start + 3_600_000 })),
      hours: 6,
    });
    const content = file?.kind === 'file.upload' ? file.content : '';
    expect(content.match(/^DTSTART:.*$/gmu)).toEqual([
      'DTSTART:20261207T090000Z',
      'DTSTART:20261214T090000Z',
      'DTSTART:20261221T090000Z',
    ]);
    expect(content).not.toMatch(/acme renewal|sam|ATTENDEE/iu);
    expect(desk.comments(iid).get('assigned:1')).toContain('.ics)');
    quiet(scene);
  });

  it('moves by an edit of its dates; one agreed date says too little', () => {
    const scene = assigned();
    const { desk, iid } = scene;
    quiet(scene);
    said('sam', 'agreed: 2026-12-09 15:00 Europe/Madrid')(scene);
    quiet(scene);
    expect(desk.record(iid).decision?.number).toBe(1);
    expect([...desk.comments(iid).keys()].filter((key) => key.startsWith('agreed:'))).toHaveLength(1);
    desk.edit(iid, { 'Proposed dates': weekly.replace('12-21', '12-18'), 'Expected duration': '60 min' });
    const { actions } = desk.run();
    const [file] = actions.filter((each) => each.kind === 'file.upload' && each.issue === iid);
    expect(desk.record(iid).decision).toMatchObject({ number: 2, end: Date.parse('2026-12-18T10:00Z') });
    expect(file?.kind === 'file.upload' ? file.content : '').toContain('SEQUENCE:1');
    quiet(scene);
  });
});
