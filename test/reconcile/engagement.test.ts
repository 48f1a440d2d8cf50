import { describe, expect, it } from 'vitest';
import { exampleConfig } from '../builders/config.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { day, people, user } from '../builders/snapshot.ts';
import { quiet, standing } from '../transitions/scenes.ts';
import { another, channelMembers, smeOf, team } from '../transitions/stories/assignment.ts';

function assignees({ desk, iid }: { desk: PaperDesk; iid: number }): string[] {
  return desk.issue(iid).assignees.map((each) => each.username);
}

function putBacks({ desk, iid }: { desk: PaperDesk; iid: number }): string[] {
  return [...desk.comments(iid)].flatMap(([key, body]) => (key.startsWith('put-back:') ? [body] : []));
}

describe('assignees that the desk has not decided', () => {
  it('are put back, and whoever has set them is told once', () => {
    const scene = standing('assigned');
    const sme = smeOf(scene);
    scene.desk.assign(scene.iid, 'mallory', another(scene));
    quiet(scene);
    expect(assignees(scene)).toEqual([sme]);
    expect(putBacks(scene)).toEqual([expect.stringMatching(/^@mallory: the assignee was put back/)]);
    scene.desk.assign(scene.iid, 'mallory');
    quiet(scene);
    expect(assignees(scene)).toEqual([sme]);
    expect(putBacks(scene)).toHaveLength(2);
    expect(smeOf(scene)).toBe(sme);
  });

  it('nobody chooses on a request of their own', () => {
    const scene = standing('assigned');
    const sme = smeOf(scene);
    scene.desk.assign(scene.iid, 'sam', another(scene));
    quiet(scene);
    expect([assignees(scene), smeOf(scene)]).toEqual([[sme], sme]);
  });

  it('an approver who takes somebody that is no SME is told that it has to be one', () => {
    const scene = standing('assigned');
    const sme = smeOf(scene);
    scene.desk.assign(scene.iid, 'omar', 'petra');
    quiet(scene);
    expect(assignees(scene)).toEqual([sme]);
    expect(putBacks(scene)).toEqual([expect.stringContaining('somebody of the roster')]);
  });

  it('before the approval the choice of an approver is a wish that waits, and anybody else’s goes', () => {
    const desk = new PaperDesk();
    const scene = { desk, iid: desk.open() };
    quiet(scene);
    desk.assign(scene.iid, 'mallory', 'jonas');
    quiet(scene);
    expect([assignees(scene), putBacks(scene).length]).toEqual([[], 1]);
    desk.assign(scene.iid, 'omar', 'mei');
    quiet(scene);
    expect([assignees(scene), desk.view(scene.iid).state]).toEqual([['mei'], 'awaiting-approval']);
    desk.click(scene.iid, 'priya', 'request::approved');
    quiet(scene);
    expect(desk.view(scene.iid).state).toBe('assigned');
    expect(desk.record(scene.iid).decision).toMatchObject({ username: 'mei', override: user('omar').id });
  });

  it('an approver who assigns themself to look after a request is no SME, and is not in the way', () => {
    const desk = new PaperDesk();
    const scene = { desk, iid: desk.open() };
    quiet(scene);
    desk.assign(scene.iid, 'omar', 'omar');
    quiet(scene);
    expect(assignees(scene)).toEqual(['omar']);
    desk.click(scene.iid, 'omar', 'request::approved');
    quiet(scene);
    expect(assignees(scene)).toEqual([smeOf(scene)]);
    expect(desk.record(scene.iid).decision?.override).toBeNull();
  });

  it('where there is room for several, an approver may set people beside the SME, and nobody else', () => {
    const scene = standing('assigned', 'premium');
    const sme = smeOf(scene);
    scene.desk.assign(scene.iid, 'omar', sme, another(scene));
    quiet(scene);
    expect(assignees(scene)).toEqual([sme, another(scene)]);
    scene.desk.assign(scene.iid, 'mallory', sme, another(scene), 'petra');
    quiet(scene);
    expect(assignees(scene).sort()).toEqual([sme, another(scene)].sort());
    expect(smeOf(scene)).toBe(sme);
  });

  it('the SME who takes themself off hands it back; an approver who takes the SME off too', () => {
    for (const who of ['sme', 'omar']) {
      const scene = standing('engaged');
      const sme = smeOf(scene);
      scene.desk.assign(scene.iid, who === 'sme' ? sme : who);
      quiet(scene);
      expect(smeOf(scene)).not.toBe(sme);
      expect([assignees(scene), team(scene)]).toEqual([[smeOf(scene)], [smeOf(scene)]]);
      expect(scene.desk.record(scene.iid).excluded).toEqual([user(sme).id]);
    }
  });

  it('a choice by hand outlives that the SME is away; the warning stands in the comment and the note', () => {
    const away = exampleConfig({
      roster: [
        [
          '    areas: { ai: lead',
          '    time_off:\n      - { from: 2026-11-25, to: 2026-12-05 }\n    areas: { ai: lead',
        ],
      ],
    });
    const scene = standing('assigned');
    scene.desk.config = away;
    scene.desk.assign(scene.iid, 'omar', 'mei');
    quiet(scene);
    expect(smeOf(scene)).toBe('mei');
    const number = scene.desk.record(scene.iid).decision?.number;
    const comments = scene.desk.comments(scene.iid);
    expect(comments.get(`assigned:${number}`)).toContain('would not have chosen this SME');
    expect(comments.get(`assigned:${number}`)).not.toContain('away');
    expect(comments.get(`choice:${number}`)).toContain('| mei | **chosen** | away |');
  });
});

describe('an SME who is lost', () => {
  it.each<[string, (scene: ReturnType<typeof standing>) => void]>([
    [
      'is not active any more',
      (scene) => {
        const left = people({ [smeOf(scene)]: { active: false } });
        scene.desk.world = { ...scene.desk.world, people: left };
      },
    ],
    [
      'is no member any more',
      (scene) => {
        const left = people({ [smeOf(scene)]: { accessLevel: null } });
        scene.desk.world = { ...scene.desk.world, people: left };
      },
    ],
    [
      'has left the roster',
      (scene) => {
        const { desk } = scene;
        const sme = smeOf(scene);
        desk.config = { ...desk.config, roster: desk.config.roster.filter((each) => each.gitlab !== sme) };
      },
    ],
    [
      'is away on the date',
      (scene) => {
        const timeOff = [{ from: '2026-11-30', to: '2026-12-02' }];
        const roster = scene.desk.config.roster.map((each) =>
          each.gitlab === smeOf(scene) ? { ...each, timeOff } : each,
        );
        scene.desk.config = { ...scene.desk.config, roster };
      },
    ],
    ['hands it back in words', (scene) => scene.desk.comment(scene.iid, smeOf(scene), 'Hand back: I am ill')],
  ])('%s: another one in the same run, everything undone for the first', (_, happens) => {
    const scene = standing('engaged');
    const before = smeOf(scene);
    happens(scene);
    scene.desk.run();
    expect(smeOf(scene)).not.toBe(before);
    expect(scene.desk.view(scene.iid).state).toBe('assigned');
    expect(team(scene)).toEqual([smeOf(scene)]);
    expect(channelMembers(scene)).toHaveLength(1);
    quiet(scene);
  });

  it('once the meeting has begun nobody is let go', () => {
    const scene = standing('engaged');
    const sme = smeOf(scene);
    scene.desk.later(7 * day + 7 * 3_600_000);
    scene.desk.comment(scene.iid, sme, 'hand back: I cannot come');
    scene.desk.run();
    expect(smeOf(scene)).toBe(sme);
  });
});

describe('assignment.mode: recommend', () => {
  const recommending = exampleConfig({ program: [['mode: assign', 'mode: recommend']] });

  it('proposes names to the leads in one internal note, and waits for one of them to choose', () => {
    const scene = standing('approved');
    const { desk, iid } = scene;
    const notes = desk.issue(iid).notes.filter((each) => each.internal);
    expect(notes.map((each) => each.body)).toEqual([expect.stringMatching(/^@omar: this request for AI/)]);
    for (const name of ['ines', 'jonas']) expect(notes[0]?.body).toContain(`| ${name} | `);
    expect([assignees(scene), team(scene)]).toEqual([[], []]);
    desk.assign(iid, 'omar', 'jonas');
    quiet(scene);
    expect([desk.view(iid).state, smeOf(scene), team(scene)]).toEqual(['assigned', 'jonas', ['jonas']]);
  });

  it('after a hand-back the request waits, and other names are proposed', () => {
    const scene = standing('assigned');
    const { desk, iid } = scene;
    const sme = smeOf(scene);
    desk.config = recommending;
    desk.react(iid, sme, 'assigned:1', 'thumbsdown');
    quiet(scene);
    expect([desk.view(iid).state, assignees(scene), team(scene)]).toEqual(['waitlisted', [], []]);
    const [body] = [...desk.comments(iid)].flatMap(([key, text]) =>
      key.startsWith('recommended:') ? [text] : [],
    );
    expect(body).toContain('@omar');
    expect(body).not.toContain(`| ${sme} |`);
  });
});

describe('stopped before any action, a run later comes to the same end', () => {
  it.each<
    [string, (desk: PaperDesk, iid: number) => void, ('assigned' | 'engaged' | 'approved' | 'changed')?]
  >([
    ['accepted', (desk, iid) => desk.react(iid, smeOf({ desk, iid }), 'assigned:1', 'thumbsup')],
    [
      'handed back',
      (desk, iid) => desk.react(iid, smeOf({ desk, iid }), 'assigned:1', 'thumbsdown'),
      'engaged',
    ],
    ['chosen by hand', (desk, iid) => desk.assign(iid, 'omar', another({ desk, iid })), 'engaged'],
    ['chosen by hand before anybody was', (desk, iid) => desk.assign(iid, 'omar', 'jonas'), 'approved'],
    [
      'chosen by hand while changed',
      (desk, iid) => desk.assign(iid, 'omar', another({ desk, iid })),
      'changed',
    ],
    ['put back', (desk, iid) => desk.assign(iid, 'mallory', another({ desk, iid }))],
    [
      'nobody else',
      (desk, iid) => {
        const sme = smeOf({ desk, iid });
        const others = ['ines', 'jonas', 'mei'].filter((each) => each !== sme);
        const left = Object.fromEntries(others.map((each) => [each, { active: false }]));
        desk.world = { ...desk.world, people: people(left) };
        desk.assign(iid, sme);
      },
    ],
  ])('%s', (_, act, from = 'assigned') => {
    const { desk, iid } = standing(from);
    desk.later(3_600_000);
    act(desk, iid);
    const { whole, killed } = killedAnywhere(desk);
    expect(killed.length).toBeGreaterThan(0);
    for (const each of killed) expect(each).toEqual({ after: each.after, end: whole });
  });
});

it('who is no member can neither be put back nor keep the desk from its rest', () => {
  const scene = standing('assigned');
  const { desk, iid } = scene;
  const left = people({ [smeOf(scene)]: { accessLevel: null } });
  desk.world = { ...desk.world, people: left, salesforce: { mode: 'down', reason: 'maintenance' } };
  desk.edit(iid, { 'Type of engagement': '- [x] Workshop' });
  desk.change(iid, { assignees: [] });
  quiet(scene);
  expect(desk.plan().actions).toEqual([]);
});
