import { describe, expect, it } from 'vitest';
import { parseFeedbackForm } from '../../src/domain/board/form/parse-feedback-form.ts';
import { exampleConfig } from '../builders/config.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import { day, hour, labels, user } from '../builders/snapshot.ts';
import { feedbackContext } from '../domain/board/form/feedback-context.ts';
import type { Scene } from '../transitions/row-story.ts';
import { quiet, standing } from '../transitions/scenes.ts';
import { channelMembers, smeOf, team } from '../transitions/stories/assignment.ts';
import { asked, laterTo } from '../transitions/stories/feedback.ts';

function reply({ desk, iid }: Scene, ...lines: readonly string[]): void {
  desk.comment(iid, 'sam', lines.join('\n'));
}

function opened({ desk, iid }: Scene) {
  return desk.world.issues.filter((each) => each.iid !== iid);
}

describe('the feedback prompt', () => {
  it('comes in the requester’s own hours, before the label, and once', () => {
    const scene = standing('engaged');
    const { desk, iid } = scene;
    // One business day after the meeting is Tuesday, 15:30 in Madrid.
    laterTo(scene, '2026-12-01T14:28Z');
    desk.run();
    expect(desk.view(iid).state).toBe('engaged');
    laterTo(scene, '2026-12-01T17:30Z');
    desk.run();
    expect(desk.view(iid).state).toBe('engaged');
    laterTo(scene, '2026-12-02T08:05Z');
    desk.run();
    expect(desk.last.map((each) => each.kind).slice(0, 3)).toEqual([
      'record.write',
      'note.create',
      'issue.set',
    ]);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
    quiet(scene);
    expect([...desk.comments(iid).keys()].filter((key) => key.startsWith('feedback'))).toEqual([
      'feedback:1',
    ]);
  });

  it('links the form for what product should know, confidential and filled in as far as the request says', () => {
    const { desk, iid } = asked();
    const address = /\[customer feedback\]\((?<address>[^()\s]+)\)/.exec(
      desk.comments(iid).get('feedback:1') ?? '',
    )?.groups?.address;
    const link = new URL(address ?? '');
    expect(link.pathname).toBe('/acme/sme-desk/-/issues/new');
    expect(link.searchParams.get('issue[confidential]')).toBe('true');
    const description = link.searchParams.get('issue[description]') ?? '';
    expect(description).toMatch(/\n\/label ~"type::customer-feedback" ~"feedback::new"\n\/confidential$/);
    const form = parseFeedbackForm(description, feedbackContext());
    expect(form.asking).toMatchObject({ state: 'given', value: { kind: 'opportunity' } });
    expect(form.area).toEqual({ state: 'given', value: { key: 'ai', other: null } });
    expect(form.requests).toEqual({ state: 'given', value: [iid] });
  });

  it('of a fast track waits for the morning like any other: what was urgent is over', () => {
    const scene = standing('awaiting-approval');
    const { desk, iid } = scene;
    const fast = { 'Fast track': '- [x] Fast track\n\nThey decide on Friday.' };
    desk.edit(iid, fast);
    quiet(scene);
    desk.click(iid, 'omar', 'request::approved');
    quiet(scene);
    expect(desk.view(iid).form.fastTrack).toBe(true);
    laterTo(scene, '2026-12-01T20:00Z');
    desk.run();
    expect(desk.view(iid).state).toBe('assigned');
    laterTo(scene, '2026-12-02T09:00Z');
    desk.run();
    expect(desk.view(iid).state).toBe('awaiting-feedback');
  });

  it('a decline that waits for its reason is not overtaken by it', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    laterTo(scene, '2026-12-02T09:00Z');
    desk.click(iid, 'omar', 'request::declined');
    desk.run();
    expect([...desk.comments(iid).keys()]).not.toContain('feedback:1');
  });
});

describe('feedback', () => {
  it('a stranger’s says nothing, neither word nor reaction', () => {
    const scene = asked();
    const { desk, iid } = scene;
    for (const who of ['mallory', 'omar', smeOf(scene)]) {
      desk.react(iid, who, 'feedback:1', 'one');
      desk.comment(iid, who, 'rating: 1\noutcome: did not take place');
    }
    desk.later(2 * hour);
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
  });

  it('of several words on one thing the newest counts', () => {
    const scene = asked();
    reply(scene, 'nps: 3', 'outcome: open');
    scene.desk.run();
    scene.desk.later(hour);
    reply(scene, 'nps: 9');
    scene.desk.react(scene.iid, 'sam', 'feedback:1', 'one');
    scene.desk.react(scene.iid, 'sam', 'feedback:1', 'five');
    quiet(scene);
    expect(scene.desk.record(scene.iid).feedback).toEqual({ rating: 5, outcome: 'open', nps: 9 });
    expect(scene.desk.view(scene.iid).state).toBe('completed');
  });

  it('what is added to a rating within an hour is heard, and a second rating begins the hour anew', () => {
    const scene = asked();
    const { desk, iid } = scene;
    desk.react(iid, 'sam', 'feedback:1', 'five');
    quiet(scene);
    desk.later(hour / 2);
    expect(desk.run().actions).toEqual([]);
    reply(scene, 'follow-up: demo', 'nps: 9', 'rating: 4');
    desk.later(hour - 120_000);
    expect(desk.run().actions).toEqual([]);
    desk.later(hour);
    quiet(scene);
    expect(desk.view(iid).state).toBe('completed');
    expect(desk.record(iid).feedback).toEqual({ rating: 4, outcome: null, nps: 9 });
    expect(desk.record(iid).followUps.map((each) => each.kind)).toEqual(['demo']);
  });

  it('a rating with an outcome completes it at once, whichever comes first', () => {
    for (const first of ['outcome', 'rating']) {
      const scene = asked();
      const { desk, iid } = scene;
      if (first === 'outcome') reply(scene, 'outcome: technical win');
      desk.react(iid, 'sam', 'feedback:1', 'five');
      if (first === 'rating') reply(scene, 'outcome: technical win');
      desk.run();
      expect(desk.view(iid).state).toBe('completed');
      expect(desk.record(iid).feedback?.outcome).toBe('technical win');
    }
  });

  it('who has rated is not reminded', () => {
    const scene = asked();
    const { desk, iid } = scene;
    laterTo(scene, '2026-12-04T15:55Z');
    desk.react(iid, 'sam', 'feedback:1', 'five');
    laterTo(scene, '2026-12-04T16:30Z');
    desk.run();
    expect([...desk.comments(iid).keys()].filter((key) => key.includes('reminder'))).toEqual([]);
  });

  it('a rating of before the prompt is none', () => {
    const scene = standing('engaged');
    reply(scene, 'rating: 1');
    laterTo(scene, '2026-12-02T10:00Z');
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('awaiting-feedback');
  });

  it('on an issue that was closed after the meeting it completes it all the same', () => {
    const scene = standing('engaged');
    const { desk, iid } = scene;
    laterTo(scene, '2026-12-01T10:00Z');
    desk.setState(iid, 'sam', 'closed');
    quiet(scene);
    desk.react(iid, 'sam', 'feedback:1', 'three');
    desk.later(hour);
    quiet(scene);
    expect([desk.view(iid).state, desk.issue(iid).state]).toEqual(['completed', 'closed']);
    expect(team(scene)).toEqual([smeOf(scene)]);
  });

  it('what did not take place stays with the desk until Salesforce and Slack are clean', () => {
    const scene = asked();
    const { desk, iid } = scene;
    const { salesforce, slack } = desk.world;
    desk.world = {
      ...desk.world,
      salesforce: { mode: 'down', reason: 'x' },
      slack: { mode: 'down', reason: 'x' },
    };
    reply(scene, 'outcome: did not take place');
    quiet(scene);
    expect(desk.view(iid).state).toBe('completed');
    expect(desk.issue(iid).labels).toEqual(expect.arrayContaining(['salesforce::pending', 'slack::pending']));
    desk.world = { ...desk.world, salesforce, slack };
    quiet(scene);
    expect([team(scene), channelMembers(scene)]).toEqual([[], []]);
    expect(desk.issue(iid).labels.filter((each) => each.endsWith('::pending'))).toEqual([]);
  });

  it('moved: it waits for new dates, asks for them once, and with them the SME is asked again', () => {
    const scene = asked();
    const { desk, iid } = scene;
    reply(scene, 'rating: 4', 'outcome: moved');
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
    expect(desk.record(iid).feedback?.outcome).toBe('moved');
    expect(desk.comments(iid).get('feedback-moved:1')).toMatch(/^@sam: moved/);
    desk.edit(iid, { 'Proposed dates': '- 2026-12-14 15:00 Europe/Madrid' });
    quiet(scene);
    expect(desk.view(iid).state).toBe('assigned');
    expect(desk.record(iid).decision).toMatchObject({ number: 2, accepted: null });
    laterTo(scene, '2026-12-16T10:00Z');
    quiet(scene);
    expect(desk.view(iid).state).toBe('awaiting-feedback');
    expect(desk.record(iid).feedback).toBeNull();
    desk.react(iid, 'sam', 'feedback:2', 'five');
    desk.later(hour);
    quiet(scene);
    expect(desk.record(iid).feedback).toEqual({ rating: 5, outcome: null, nps: null });
  });

  it('moved, and never heard of again: it ends, and what was granted is taken back', () => {
    const scene = asked();
    reply(scene, 'outcome: moved');
    for (let days = 0; days < 20; days += 1) {
      scene.desk.later(day);
      quiet(scene);
    }
    expect(scene.desk.view(scene.iid).state).toBe('completed');
    expect([team(scene), channelMembers(scene)]).toEqual([[], []]);
  });

  const reminders = ({ desk, iid }: Scene) =>
    [...desk.comments(iid).keys()].filter((key) => key.startsWith('feedback-reminder:'));

  it('moved, heard when a reminder is due, is asked about once: the question counts as that reminder', () => {
    const scene = asked();
    laterTo(scene, '2026-12-07T09:00Z');
    reply(scene, 'outcome: moved');
    quiet(scene);
    expect(scene.desk.comments(scene.iid).has('feedback-moved:1')).toBe(true);
    expect(reminders(scene)).toEqual([]);
    laterTo(scene, '2026-12-10T10:00Z');
    quiet(scene);
    expect(reminders(scene)).toEqual(['feedback-reminder:1:2']);
  });

  it('moved, heard when all reminders are due, is reminded of once more a while later, and ends', () => {
    const scene = asked();
    laterTo(scene, '2026-12-14T10:00Z');
    reply(scene, 'outcome: moved');
    quiet(scene);
    scene.desk.later(3 * day);
    quiet(scene);
    expect(reminders(scene)).toEqual([]);
    scene.desk.later(5 * day);
    quiet(scene);
    expect(reminders(scene)).toEqual(['feedback-reminder:1:2']);
    scene.desk.later(9 * day);
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('completed');
  });

  it('reminders come in the requester’s hours, each once; after long silence only the last', () => {
    const scene = asked();
    const { desk, iid } = scene;
    const reminders = () =>
      [...desk.comments(iid).keys()].filter((key) => key.startsWith('feedback-reminder:'));
    laterTo(scene, '2026-12-04T09:00Z');
    quiet(scene);
    expect(reminders()).toEqual([]);
    laterTo(scene, '2026-12-04T19:00Z');
    quiet(scene);
    expect(reminders()).toEqual([]);
    laterTo(scene, '2026-12-07T09:00Z');
    quiet(scene);
    expect(reminders()).toEqual(['feedback-reminder:1:1']);
    const late = asked();
    laterTo(late, '2026-12-14T10:00Z');
    quiet(late);
    expect([...late.desk.comments(late.iid).keys()].filter((key) => key.includes('reminder'))).toEqual([
      'feedback-reminder:1:2',
    ]);
  });

  it('without reminders it waits as long as it waited to ask', () => {
    const scene = asked();
    scene.desk.config = exampleConfig({
      program: [['feedback_reminders: [2 business days, 5 business days]', 'feedback_reminders: []']],
    });
    scene.desk.later(day / 2);
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('awaiting-feedback');
    scene.desk.later(day);
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('completed');
  });
});

describe('what follows from an engagement', () => {
  const kinds = ['demo', 'question', 'best practice', 'content', 'product feedback'];

  it('each kind opens one confidential issue of its own, linked, without what people wrote', () => {
    const scene = asked();
    const { desk, iid } = scene;
    const wanted = ['collateral::requested', 'collateral-kind::demo', 'feedback::new'].map((name, index) => ({
      id: 500 + index,
      name,
    }));
    desk.world = { ...desk.world, labels: [...labels, ...wanted] };
    reply(scene, 'Ask about <secret> project Falcon!', `follow-up: ${kinds.join(', ')}`, 'rating: 5');
    desk.later(hour);
    quiet(scene);
    expect(desk.view(iid).state).toBe('completed');
    const issues = opened(scene);
    expect(issues.map((each) => [each.confidential, each.labels, each.assignees[0]?.username])).toEqual([
      [true, ['area::ai', 'collateral-kind::demo', 'collateral::requested', 'type::collateral'], 'sam'],
      [true, ['area::ai'], expect.any(String)],
      [true, ['area::ai', 'collateral::requested', 'type::collateral'], 'sam'],
      [true, ['area::ai', 'collateral::requested', 'type::collateral'], 'sam'],
      [true, ['area::ai', 'feedback::new', 'type::customer-feedback'], 'sam'],
    ]);
    expect(issues[1]?.assignees.map((each) => each.id)).toContain(desk.record(iid).decision?.sme);
    for (const each of issues) {
      expect(each.description).toContain(`#${iid}`);
      expect(each.description).not.toMatch(/Falcon|secret|Acme renewal/);
    }
    expect(desk.record(iid).followUps.map((each) => each.issue)).toEqual(issues.map((each) => each.iid));
  });

  it('what product should know is opened as the form, with what the request says filled in', () => {
    const scene = asked();
    const { desk, iid } = scene;
    reply(scene, 'follow-up: product feedback', 'rating: 5');
    desk.later(hour);
    quiet(scene);
    const description = opened(scene)[0]?.description ?? '';
    const form = parseFeedbackForm(description, {
      config: desk.config,
      salesforceOn: true,
      project: desk.world.project,
    });
    expect(description).toMatch(/^@sam: please fill in below/);
    const asking = desk.view(iid).form.opportunity;
    expect(form).toMatchObject({
      asking: { state: 'given', value: { id: asking.state === 'given' ? asking.value : '' } },
      area: { state: 'given', value: { key: 'ai', other: null } },
      requests: { state: 'given', value: [iid] },
    });
    expect(form.problems.map(({ code }) => code)).toEqual([
      'feedback-challenge-missing',
      'feedback-solution-missing',
      'feedback-benefit-missing',
      'feedback-kind-missing',
      'feedback-impact-missing',
    ]);
  });

  it('nothing follows from what did not take place', () => {
    const scene = asked();
    reply(scene, 'outcome: did not take place', 'follow-up: demo', 'rating: 1');
    quiet(scene);
    expect([scene.desk.view(scene.iid).state, opened(scene)]).toEqual(['completed', []]);
  });

  it('links each with the request, and the label waits until all are there', () => {
    const scene = asked();
    reply(scene, 'follow-up: demo', 'rating: 5');
    scene.desk.later(hour);
    scene.desk.run();
    const last = scene.desk.last.filter((each) => each.kind !== 'record.write').map((each) => each.kind);
    expect(last).toEqual(['issue.create', 'issue.link', 'issue.set']);
    expect(scene.desk.last.at(-1)).toMatchObject({ needs: [`issue(${scene.iid},follow-up:demo)`] });
  });

  it('what was meant to be opened and is not there is opened after a minute; what is there is taken up', () => {
    for (const isThere of [false, true]) {
      const scene = asked();
      const { desk, iid } = scene;
      reply(scene, 'follow-up: demo', 'rating: 5');
      desk.later(hour);
      const { actions } = desk.plan();
      const until = actions.findIndex((each) => each.kind === 'issue.create');
      desk.apply(actions.slice(0, isThere ? until + 1 : until));
      expect(desk.record(iid).followUps).toMatchObject([{ kind: 'demo', issue: null }]);
      desk.later(30_000 - 60_000);
      desk.run();
      expect(desk.view(iid).state).toBe(isThere ? 'completed' : 'awaiting-feedback');
      quiet(scene);
      expect([desk.view(iid).state, opened(scene).length]).toEqual(['completed', 1]);
    }
  });

  it('a marker that somebody copied proves nothing', () => {
    const scene = asked();
    const { desk, iid } = scene;
    reply(scene, 'follow-up: demo', 'rating: 5');
    desk.later(hour);
    const { actions } = desk.plan();
    const until = actions.findIndex((each) => each.kind === 'issue.create');
    const copy = desk.copy();
    copy.apply(actions.slice(0, until + 1));
    desk.apply(actions.slice(0, until));
    const forged = { ...copy.world.issues.at(-1), author: user('mallory') };
    desk.open(forged);
    quiet(scene);
    expect(desk.record(iid).followUps.map((each) => each.issue)).not.toContain(iid + 1);
    expect(opened(scene)).toHaveLength(2);
  });
});

describe('stopped before any action, a run later comes to the same end', () => {
  it.each<[string, () => Scene, (scene: Scene) => void]>([
    ['the prompt', () => standing('engaged'), (scene) => laterTo(scene, '2026-12-02T10:00Z')],
    [
      'a rating with follow-ups',
      asked,
      (scene) => {
        reply(scene, 'rating: 4', 'follow-up: demo, question, product feedback');
        scene.desk.later(hour);
      },
    ],
    ['nothing took place', asked, (scene) => reply(scene, 'outcome: did not take place')],
    ['moved', asked, (scene) => reply(scene, 'outcome: moved')],
    [
      'moved, with new dates',
      asked,
      (scene) => {
        reply(scene, 'outcome: moved');
        quiet(scene);
        scene.desk.edit(scene.iid, { 'Proposed dates': '- 2026-12-14 15:00 Europe/Madrid' });
      },
    ],
    ['a reminder', asked, (scene) => laterTo(scene, '2026-12-07T09:00Z')],
  ])('%s', (_, given, act) => {
    const scene = given();
    act(scene);
    const { whole, killed } = killedAnywhere(scene.desk);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
  });
});
