import { describe, expect, it } from 'vitest';
import { exampleConfig } from '../builders/config.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { acme, day, hour, opportunity, people, salesforceOn } from '../builders/snapshot.ts';
import type { Scene } from '../transitions/row-story.ts';
import { quiet, standing } from '../transitions/scenes.ts';
import { smeOf } from '../transitions/stories/assignment.ts';

const recommending = exampleConfig({ program: [['mode: assign', 'mode: recommend']] });
const gone = salesforceOn({ opportunities: { [acme]: opportunity({ closed: true }) } });

function recordOf({ desk, iid }: Scene): string {
  return desk.view(iid).record.note?.body ?? '';
}

function keys({ desk, iid }: Scene, prefix: string): string[] {
  return [...desk.comments(iid).keys()].filter((key) => key.startsWith(prefix));
}

function sla({ desk, iid }: Scene): string[] {
  return desk.issue(iid).labels.filter((each) => each.startsWith('sla::'));
}

/** Nobody is told by Slack: then every step of a clock is a comment, whoever has a Slack account. */
function withoutSlack(scene: Scene): Scene {
  scene.desk.world = { ...scene.desk.world, slack: { mode: 'off' } };
  return scene;
}

describe('an SME who is asked anew under the same label', () => {
  it('is waited for since the new question: not late by the old one, in labels and record alike', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    desk.later(25 * hour);
    desk.run();
    expect(sla(scene)).toEqual(['sla::breached']);
    desk.edit(iid, { 'Proposed dates': '- 2026-12-09 15:00 Europe/Madrid' });
    // Stopped between the decision and the comment that tells it.
    desk.run({ steps: ['validate'] });
    desk.run({ steps: ['follow-up'] });
    expect(desk.record(iid).decision?.number).toBe(2);
    expect(sla(scene)).toEqual([]);
    desk.run();
    const told = desk.view(iid).notes.get('assigned:2')?.at;
    quiet(scene);
    expect(told).toBeGreaterThan(desk.view(iid).notes.get('assigned:1')?.at ?? 0);
    expect(recordOf(scene)).toMatch(new RegExp(`Waiting for ${smeOf(scene)} since Tue 24 Nov 2026`));
    expect(sla(scene)).toEqual([]);
    expect(keys(scene, 'clock:pickup')).toEqual([]);
  });
});

describe('a search that found nobody', () => {
  const another = '- 2026-12-20 03:00 Europe/Madrid';

  it('is told once for each search: other dates that suit nobody either are another one', () => {
    const scene = standing('waitlisted');
    const { desk, iid } = scene;
    expect(keys(scene, 'waitlisted:')).toHaveLength(1);
    desk.edit(iid, { 'Proposed dates': another });
    const { whole, killed } = killedAnywhere(desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
    quiet(scene);
    desk.later(day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('waitlisted');
    expect(keys(scene, 'waitlisted:')).toHaveLength(2);
  });

  it('back from the requester with dates that suit nobody, they are told once more', () => {
    const scene = standing('waitlisted');
    const { desk, iid } = scene;
    desk.later(15 * day);
    quiet(scene);
    expect(desk.view(iid).state).toBe('needs-info');
    desk.edit(iid, { 'Proposed dates': another });
    quiet(scene);
    expect(desk.view(iid).state).toBe('waitlisted');
    const told = keys(scene, 'waitlisted:');
    expect(told).toHaveLength(2);
    expect(desk.comments(iid).get(told[1] ?? '')).toMatch(/^@sam: approved, but nobody can take it yet/);
  });
});

describe('a request whose SME a lead has to choose', () => {
  it('says so, waits for the lead, and tells who is late', () => {
    const scene = withoutSlack(standing('approved'));
    const { desk, iid } = scene;
    expect(recordOf(scene)).toContain('**Approved; a lead chooses the SME.**');
    expect(recordOf(scene)).toMatch(/Waiting for omar since .*; an SME is usually chosen by /);
    expect(recordOf(scene)).toContain('- omar: to choose somebody by hand, set the assignee.');
    desk.later(25 * hour);
    quiet(scene);
    expect(sla(scene)).toEqual(['sla::breached']);
    const [late] = keys(scene, 'clock:assignment:');
    expect(desk.comments(iid).get(late ?? '')).toMatch(/^@omar: .* waiting for its SME since .* `\/assign @/);
    desk.later(2 * day);
    quiet(scene);
    const steps = keys(scene, 'clock:assignment:');
    expect(steps.map((key) => key.split(':').at(-1))).toEqual(['late', 'program']);
    desk.assign(iid, 'omar', 'jonas');
    quiet(scene);
    expect([desk.view(iid).state, sla(scene)]).toEqual(['assigned', []]);
  });

  it('the record says it again once somebody is found after nobody was', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    desk.config = recommending;
    const sme = smeOf(scene);
    const others = ['ines', 'jonas', 'mei'].filter((each) => each !== sme);
    const left = Object.fromEntries(others.map((each) => [each, { active: false }]));
    desk.world = { ...desk.world, people: people(left) };
    desk.react(iid, sme, 'assigned:1', 'thumbsdown');
    quiet(scene);
    expect(recordOf(scene)).toContain('nobody is free at the proposed times');
    desk.world = { ...desk.world, people: people() };
    const { whole, killed } = killedAnywhere(desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
    quiet(scene);
    expect(recordOf(scene)).toContain('**Approved; a lead chooses the SME.**');
    expect(recordOf(scene)).toMatch(/Waiting for omar since /);
  });

  it('after a hand-back too, from the first text on', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    desk.config = recommending;
    desk.react(iid, smeOf(scene), 'assigned:1', 'thumbsdown');
    const { whole, killed } = killedAnywhere(desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
    quiet(scene);
    expect(desk.view(iid).state).toBe('waitlisted');
    expect(recordOf(scene)).toContain('**Approved; a lead chooses the SME.**');
  });

  it('larger than any budget: the lead is waited for by name', () => {
    const desk = new PaperDesk();
    const scene = { desk, iid: desk.open({}, { 'Expected duration': '3 days' }) };
    quiet(scene);
    desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    expect(desk.view(scene.iid).state).toBe('waitlisted');
    expect(recordOf(scene)).toContain('larger than any SME budget, so that a lead assigns it by hand.');
    expect(recordOf(scene)).toMatch(/Waiting for omar since /);
    expect(recordOf(scene)).toContain('Or agree with sam how to split it.');
  });

  it('an area that is only planned says that, and waits for nobody', () => {
    const config = exampleConfig({
      program: [['aliases: [Artificial Intelligence, GitLab Duo]', 'aliases: [GitLab Duo]\n    live: false']],
    });
    const desk = new PaperDesk({ config });
    const scene = { desk, iid: desk.open() };
    quiet(scene);
    desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    expect(recordOf(scene)).toContain('the area is not live yet');
    expect(recordOf(scene)).not.toContain('Waiting for');
  });
});

describe('an opportunity that is closed while no SME is decided on', () => {
  it.each(['approved', 'waitlisted'] as const)(
    '%s: nobody is looked for, approver and requester are told once',
    (state) => {
      const scene = standing(state);
      const { desk, iid } = scene;
      desk.world = { ...desk.world, salesforce: gone };
      desk.config = exampleConfig();
      desk.edit(iid, {});
      quiet(scene);
      expect(desk.record(iid).decision).toBeNull();
      expect(desk.view(iid).state).toBe(state);
      const [key = '', ...more] = keys(scene, 'opportunity-closed');
      expect(more).toEqual([]);
      expect(desk.comments(iid).get(key)).toMatch(/^@omar and @sam: .* no SME is looked for/);
      desk.world = { ...desk.world, salesforce: salesforceOn() };
      quiet(scene);
      expect(desk.view(iid).state).toBe('assigned');
    },
  );

  it('the SME who is let go then has no successor: waitlisted, and the requester reads why', () => {
    const scene = standing('engaged');
    const { desk, iid } = scene;
    desk.world = { ...desk.world, salesforce: gone };
    quiet(scene);
    desk.comment(iid, smeOf(scene), 'hand back: it is closed anyway');
    const { whole, killed } = killedAnywhere(desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
    quiet(scene);
    expect([desk.view(iid).state, desk.record(iid).decision]).toEqual(['waitlisted', null]);
    expect(desk.issue(iid).assignees).toEqual([]);
    const [key = ''] = keys(scene, 'waitlisted:');
    expect(desk.comments(iid).get(key)).toMatch(
      /^@sam: the SME cannot come any more, and nobody else is looked for/,
    );
    expect(recordOf(scene)).toContain('the opportunity is closed, so that no SME is looked for.');
    desk.later(15 * day);
    quiet(scene);
    expect(keys(scene, 'other-dates:').map((each) => desk.comments(iid).get(each))).not.toContainEqual(
      expect.stringContaining('nobody could take'),
    );
  });

  it('an SME who is chosen by hand is not named in the request channel', () => {
    const scene = standing('approved');
    const { desk, iid } = scene;
    desk.world = { ...desk.world, salesforce: gone };
    quiet(scene);
    desk.assign(iid, 'omar', 'jonas');
    quiet(scene);
    expect([desk.view(iid).state, smeOf(scene)]).toEqual(['assigned', 'jonas']);
    const { slack } = desk.world;
    const texts = slack.mode === 'on' ? slack.messages.map((each) => each.text) : [];
    expect(texts.filter((text) => text.includes('SME request #1'))).toEqual([
      expect.stringContaining('approved'),
    ]);
  });
});

describe('a decline that the desk’s own account has set and the desk has not decided on', () => {
  it.each(['free', 'premium'] as const)('ends nothing, is taken back, and is an alarm, on %s', (tier) => {
    const scene = standing('engaged', tier);
    const { desk, iid } = scene;
    const before = desk.record(iid).decision;
    desk.click(iid, 'desk', 'request::declined');
    const { problems } = desk.run();
    expect(problems).toEqual([expect.stringContaining('(code desk-approval)')]);
    quiet(scene);
    expect([desk.view(iid).state, desk.scope(iid)]).toEqual(['engaged', ['request::engaged']]);
    expect(desk.record(iid)).toMatchObject({ decision: before, approval: expect.anything() });
    const [key = '', ...more] = keys(scene, 'alarm:');
    expect(more).toEqual([]);
    expect(desk.comments(iid).get(key)).toContain('`request::declined` was set by the desk');
  });

  it('one that it has decided on is none', () => {
    const scene = standing('declined', 'premium');
    expect(keys(scene, 'alarm:')).toEqual([]);
    expect(scene.desk.view(scene.iid).state).toBe('declined');
  });
});
