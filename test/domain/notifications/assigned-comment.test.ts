import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../src/domain/markdown/mentions-in.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { people } from '../../builders/snapshot.ts';
import { quiet, standing } from '../../transitions/scenes.ts';
import { another, smeOf } from '../../transitions/stories/assignment.ts';

/** The newest comment that tells requester and SME. */
function told({ desk, iid }: { desk: PaperDesk; iid: number }): string {
  return [...desk.comments(iid)].filter(([key]) => key.startsWith('assigned:')).at(-1)?.[1] ?? '';
}

describe('the comment to requester and SME', () => {
  it('says who, when in both zones, how long, where, why, and how to answer', () => {
    const desk = new PaperDesk();
    const scene = { desk, iid: desk.open({}, { 'Proposed dates': '- 2026-12-02 10:00 America/New_York' }) };
    quiet(scene);
    desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    const body = told(scene);
    expect(body).toContain('- When: Wed 2 Dec 2026, 16:00–17:30 CET');
    expect(body).toContain('- How long: 90 min, and time to prepare');
    expect(body).toContain('- Where to talk: \\#opp-acme in Slack');
    expect(body).toMatch(/- \[Calendar file\]\(\/uploads\/[0-9a-f]+\/sme-request-1-1\.ics\)/);
    expect(body).toMatch(/- Why: of \d who could take it, the least engagements/);
    expect(body).toContain('👍 = you take it; 👎, or a comment `hand back: reason`');
    expect(mentionsIn(body)).toEqual(['sam', smeOf(scene)]);
  });

  it('tells an SME of another zone the time there too', () => {
    const scene = standing('assigned');
    scene.desk.assign(scene.iid, 'omar', 'mei');
    quiet(scene);
    expect(told(scene).match(/^- When: .*$/gm)).toHaveLength(2);
    expect(told(scene)).toContain('- When: Mon 30 Nov 2026, 23:00 JST');
  });

  it('names no channel that the desk may not use', () => {
    const desk = new PaperDesk();
    const scene = { desk, iid: desk.open({}, { 'Slack channel of the opportunity': '#general' }) };
    quiet(scene);
    desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    expect(desk.view(scene.iid).state).toBe('assigned');
    expect(told(scene)).not.toContain('Where to talk');
  });

  it('of a new date asks to accept once more, and says no word of the choice', () => {
    const scene = standing('engaged');
    scene.desk.edit(scene.iid, { 'Proposed dates': '- 2026-12-03 15:00 Europe/Madrid' });
    quiet(scene);
    expect(told(scene)).toContain('there is a new date');
    expect(told(scene)).toContain('please answer once more');
    expect(told(scene)).not.toContain('- Why:');
  });

  it('of somebody else says so without a reason, and of a choice by hand who has made it', () => {
    const scene = standing('assigned');
    const { desk } = scene;
    desk.world = { ...desk.world, people: people({ [smeOf(scene)]: { active: false } }) };
    quiet(scene);
    expect(told(scene)).toContain('in place of the SME before');
    const chosen = standing('assigned');
    chosen.desk.assign(chosen.iid, 'omar', another(chosen));
    quiet(chosen);
    expect(told(chosen)).toContain('chosen by omar.');
  });

  it('with Salesforce off asks the requester to add the SME', () => {
    const desk = new PaperDesk({ world: { salesforce: { mode: 'off' } } });
    const off = { 'Opportunity name': 'Acme', 'Account name': 'Acme', 'Expected close date': '2027-01-29' };
    const scene = { desk, iid: desk.open({}, off) };
    quiet(scene);
    desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    expect(told(scene)).toContain('answer `team: done`');
  });
});

it('whoever is waitlisted reads which dates would work, in their own zone', () => {
  const scene = standing('waitlisted');
  const [body] = [...scene.desk.comments(scene.iid)].flatMap(([key, text]) =>
    key.startsWith('waitlisted:') ? [text] : [],
  );
  expect(body).toMatch(
    /These dates would work, as things stand now:\n\n- \w{3} \d+ \w{3} 2026, \d\d:\d\d CET\n/,
  );
});
