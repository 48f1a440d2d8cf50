import { describe, expect, it } from 'vitest';
import { windowByHand } from '../../src/domain/assignment/window-by-hand.ts';
import { directoryOf } from '../../src/domain/people.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import type { Scene } from '../transitions/row-story.ts';
import { quiet, standing } from '../transitions/scenes.ts';
import { another, smeOf } from '../transitions/stories/assignment.ts';

const evening = Date.parse('2026-12-10T21:30Z');
const farEvening = Date.parse('2027-01-20T21:30Z');

/** The SME has agreed to an evening far outside their own hours. */
function agreedByTheSme(date: string): Scene {
  const scene = standing('assigned');
  scene.desk.comment(scene.iid, smeOf(scene), `agreed: ${date} 22:30 Europe/Madrid`);
  quiet(scene);
  return scene;
}

function approvedAgain({ desk, iid }: Scene): void {
  desk.unclick(iid, 'omar', 'request::approved');
  desk.click(iid, 'omar', 'request::approved');
}

describe('a changed request that is approved again', () => {
  it('stays with the SME who has agreed to an hour outside their own', () => {
    const scene = agreedByTheSme('2026-12-10');
    const { desk, iid } = scene;
    const before = desk.record(iid).decision;
    expect(before?.start).toBe(evening);
    desk.edit(iid, { 'Type of engagement': '- [x] Workshop' });
    quiet(scene);
    expect(desk.view(iid).state).toBe('changed');
    approvedAgain(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid).decision).toMatchObject({ username: before?.username, start: evening });
  });

  it('takes more of the SME when it is longer, and asks them to accept again', () => {
    const scene = standing('engaged');
    const { desk, iid } = scene;
    const before = desk.record(iid).decision;
    desk.edit(iid, { 'Expected duration': '2 h' });
    quiet(scene);
    expect(desk.view(iid).state).toBe('changed');
    approvedAgain(scene);
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid).decision).toMatchObject({
      username: before?.username,
      start: before?.start,
      end: (before?.start ?? 0) + 2 * 3_600_000,
      hours: 3,
      number: (before?.number ?? 0) + 1,
      accepted: null,
    });
  });

  it('moves to the hour the SME has agreed to, however far it is', () => {
    const scene = agreedByTheSme('2027-01-20');
    const { desk, iid } = scene;
    const sme = smeOf(scene);
    expect(desk.view(iid).state).toBe('changed');
    approvedAgain(scene);
    const { whole, killed } = killedAnywhere(desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid)).toMatchObject({
      decision: { username: sme, start: farEvening },
      excluded: [],
    });
  });

  it('stays with the SME whose name the roster writes in another case', () => {
    const scene = standing('changed');
    const { desk, iid } = scene;
    const sme = smeOf(scene);
    const roster = desk.config.roster.map((each) =>
      each.gitlab === sme ? { ...each, gitlab: sme.toUpperCase() } : each,
    );
    desk.config = { ...desk.config, roster };
    approvedAgain(scene);
    quiet(scene);
    expect(desk.record(iid).decision).toMatchObject({ username: sme, number: 1 });
  });
});

describe('a choice by hand', () => {
  it('leaves the date that was agreed on in the same interval to be taken up', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const chosen = another(scene);
    desk.comment(iid, 'sam', 'agreed: 2026-12-10 11:00 Europe/Madrid');
    desk.assign(iid, 'omar', chosen);
    const { whole, killed } = killedAnywhere(desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
    quiet(scene);
    expect(desk.record(iid).decision).toMatchObject({
      username: chosen,
      start: Date.parse('2026-12-10T10:00Z'),
    });
  });

  it('is somebody else’s than the one of whom the requester has said that they are on the team', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    desk.world = { ...desk.world, salesforce: { mode: 'off' } };
    quiet(scene);
    desk.comment(iid, 'sam', 'team: done');
    quiet(scene);
    expect(desk.record(iid).decision?.onTeam).toBe(true);
    desk.assign(iid, 'omar', another(scene));
    quiet(scene);
    expect(desk.record(iid).decision?.onTeam).toBe(false);
    desk.comment(iid, 'sam', 'team: done');
    quiet(scene);
    expect(desk.record(iid).decision?.onTeam).toBe(true);
  });

  it('is not undone because the same lead had taken the SME off before', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const chosen = another(scene);
    desk.assign(iid, 'omar', chosen);
    desk.assign(iid, 'omar');
    desk.assign(iid, 'omar', chosen);
    quiet(scene);
    // GitLab itself drops the assignee, and writes no note.
    desk.change(iid, { assignees: [] });
    quiet(scene);
    expect(smeOf(scene)).toBe(chosen);
    expect(desk.issue(iid).assignees.map((each) => each.username)).toEqual([chosen]);
  });
});

describe('an SME with a series of meetings', () => {
  const series = '- 2026-11-30 15:00 Europe/Madrid\n- 2026-12-10 15:00 Europe/Madrid';

  it('is lost who is away on the second of them, and not who is away between them', () => {
    for (const [from, to, isLost] of [
      ['2026-12-10', '2026-12-10', true],
      ['2026-12-02', '2026-12-04', false],
    ] as const) {
      const scene = standing('waitlisted');
      const { desk, iid } = scene;
      desk.edit(iid, { 'Proposed dates': `- [x] All of them: it is a series\n${series}` });
      quiet(scene);
      const sme = smeOf(scene);
      expect(desk.record(iid).decision?.parts).toHaveLength(2);
      const roster = desk.config.roster.map((each) =>
        each.gitlab === sme ? { ...each, timeOff: [{ from, to }] } : each,
      );
      desk.config = { ...desk.config, roster };
      quiet(scene);
      expect(smeOf(scene) !== sme).toBe(isLost);
    }
  });
});

it('an SME of another area who was chosen by hand is lost with the account', () => {
  const scene = standing('assigned');
  const { desk, iid } = scene;
  desk.assign(iid, 'omar', 'carlos');
  quiet(scene);
  expect(desk.record(iid).decision?.username).toBe('carlos');
  const { carlos } = desk.world.people;
  if (carlos === undefined) throw new Error('carlos is nobody');
  desk.world = { ...desk.world, people: { ...desk.world.people, carlos: { ...carlos, active: false } } };
  quiet(scene);
  expect(desk.record(iid)).toMatchObject({ excluded: [carlos.id] });
  expect(smeOf(scene)).not.toBe('carlos');
});

it('a series that was written out of order begins with its first date, whoever was chosen by hand', () => {
  const desk = standing('approved').desk;
  const [sme] = desk.config.roster;
  if (sme === undefined) throw new Error('nobody is on the roster');
  const on = (text: string) => ({ start: Date.parse(text), allDay: false, timezone: 'UTC', raw: text });
  const wish = {
    issue: 1,
    areaKey: 'nowhere',
    requester: 'sam',
    dates: [on('2026-12-09T10:00Z'), on('2026-12-02T10:00Z')],
    series: true,
    anyHour: true,
    durationMinutes: 60,
    excluded: [],
  };
  const supply = {
    config: desk.config,
    directory: directoryOf(desk.world.people),
    engagements: [],
    now: desk.world.now,
  };
  expect(windowByHand(sme, wish, supply)).toMatchObject({ start: Date.parse('2026-12-02T10:00Z') });
});
