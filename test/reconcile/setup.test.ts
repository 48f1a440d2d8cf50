import { describe, expect, it } from 'vitest';
import { labelCatalogue } from '../../src/domain/labels/label-catalogue.ts';
import type { ProjectAction } from '../../src/plan/action.ts';
import { deskSchedules } from '../../src/reconcile/setup/schedules.ts';
import { planSetup } from '../../src/reconcile/setup.ts';
import { freshProject, shippedConfig, withActions } from './setup-project.ts';

const config = await shippedConfig();
const fresh = freshProject(config);
const done = withActions(fresh, planSetup(fresh).actions);

function ofKind<K extends ProjectAction['kind']>(actions: readonly ProjectAction[], kind: K) {
  return actions.filter((action): action is Extract<ProjectAction, { kind: K }> => action.kind === kind);
}

describe('setup of a fresh project', () => {
  const { actions } = planSetup(fresh);

  it('creates every label of the catalogue, before the boards that need them', () => {
    const labels = ofKind(actions, 'label.create').map((action) => action.name);

    expect(labels).toEqual(labelCatalogue(config).map((label) => label.name));
    expect(actions.slice(0, labels.length).every((action) => action.kind === 'label.create')).toBe(true);
  });

  it('creates a board of requests by open state, one of feedback, and one per formal area', () => {
    const boards = ofKind(actions, 'board.ensure');
    const formal = config.areas
      .filter((area) => area.tier === 'formal')
      .map((area) => `Feedback: ${area.name}`);

    expect(boards.map((board) => board.name)).toEqual(['Requests', 'Feedback', ...formal]);
    expect(formal).toHaveLength(4);
    expect(boards[0]?.lists).toEqual([
      'request::submitted',
      'request::needs-info',
      'request::awaiting-approval',
      'request::approved',
      'request::waitlisted',
      'request::assigned',
      'request::changed',
      'request::engaged',
      'request::awaiting-feedback',
    ]);
    expect(boards[1]?.lists).toEqual(
      ['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined', 'backlog'].map(
        (name) => `feedback::${name}`,
      ),
    );
  });

  it('uses no label on a board that it does not create', () => {
    const labels = new Set(labelCatalogue(config).map((label) => label.name));
    const used = ofKind(actions, 'board.ensure').flatMap((board) => board.lists);

    expect(used.filter((label) => !labels.has(label))).toEqual([]);
  });

  it('creates each schedule on the default branch with the task its job asks for', () => {
    const schedules = ofKind(actions, 'schedule.ensure');

    expect(schedules.map((each) => [each.cron, each.variables.SME_DESK_TASK])).toEqual([
      ['*/15 * * * *', 'reconcile'],
      ['20 6 * * *', 'maintain'],
      ['40 5 2-9 * *', 'publish'],
    ]);
    expect(schedules.every((each) => each.ref === 'main' && each.timezone === 'UTC')).toBe(true);
  });

  it('creates the webhook and the home page', () => {
    expect(ofKind(actions, 'webhook.ensure')).toEqual([{ kind: 'webhook.ensure', hook: null, ref: 'main' }]);
    expect(ofKind(actions, 'wiki.write')).toMatchObject([{ slug: 'home', title: 'home', exists: false }]);
  });
});

describe('setup of a project that is set up', () => {
  it('plans nothing', () => {
    expect(planSetup(done).actions).toEqual([]);
  });

  it.each(deskSchedules.map((schedule) => schedule.description))(
    'knows every schedule by its own name: %s',
    (name) => {
      expect(deskSchedules.filter((schedule) => schedule.description === name)).toHaveLength(1);
    },
  );

  it('puts the columns of a feedback board in their order, around those that people added', () => {
    const turned = {
      ...done,
      boards: done.boards.map((board) => ({
        ...board,
        lists: [...board.lists.toReversed().slice(0, 3), { label: 'urgent' }, ...board.lists.slice(0, -3)],
      })),
    };
    const { actions } = planSetup(turned);

    expect(actions.map((action) => action.kind === 'board.ensure' && action.name)).not.toContain('Requests');
    expect(actions).toHaveLength(1 + config.areas.filter(({ tier }) => tier === 'formal').length);
    const mended = withActions(turned, actions);
    expect(planSetup(mended).actions).toEqual([]);
    expect(mended.boards[1]?.lists[3]).toEqual({ label: 'urgent' });
  });

  it('leaves what people added: labels, lists, boards, schedules and webhooks of their own', () => {
    const theirs = {
      ...done,
      labels: [...done.labels, { name: 'urgent' }],
      boards: [
        { id: 99, name: 'Ours', lists: [] },
        ...done.boards.map((board) => ({
          ...board,
          lists: [{ label: 'urgent' }, { label: null }, ...board.lists],
        })),
      ],
      webhooks: [
        ...done.webhooks.map((hook) => ({ ...hook, id: 50, url: 'https://chat.example.com/hook' })),
        ...done.webhooks,
      ],
      schedules: [
        ...done.schedules,
        ...done.schedules.map((each) => ({ ...each, id: each.id + 50, description: 'Ours' })),
      ],
    };

    expect(planSetup(theirs).actions).toEqual([]);
  });
});

describe('setup of a project in which something is missing', () => {
  it('creates one label again', () => {
    const without = { ...done, labels: done.labels.filter((label) => label.name !== 'sla::breached') };

    expect(planSetup(without).actions).toMatchObject([{ kind: 'label.create', name: 'sla::breached' }]);
  });

  it('adds the one list that a board lacks', () => {
    const boards = done.boards.map((board) => ({
      ...board,
      lists: board.lists.filter((list) => list.label !== 'feedback::new'),
    }));
    const [first] = planSetup({
      ...done,
      boards: boards.filter((board) => board.name === 'Feedback'),
    }).actions;

    expect(first).toMatchObject({ kind: 'board.ensure', name: 'Requests', board: null });
    expect(planSetup({ ...done, boards }).actions).toHaveLength(5);
    expect(planSetup({ ...done, boards }).actions[0]).toMatchObject({
      name: 'Feedback',
      lists: ['feedback::new'],
    });
  });

  it.each([
    ['is switched off', { active: false }],
    ['runs at another time', { cron: '0 0 * * *' }],
    ['runs in another time zone', { timezone: 'Europe/Madrid' }],
    ['runs on another branch', { ref: 'old' }],
    ['lost its task', { variables: {} }],
  ])('repairs a schedule that %s', (_, change) => {
    const schedules = done.schedules.map((each) =>
      each.description.endsWith('reconcile') ? { ...each, ...change } : each,
    );

    expect(planSetup({ ...done, schedules }).actions).toMatchObject([
      {
        kind: 'schedule.ensure',
        schedule: 1,
        cron: '*/15 * * * *',
        variables: { SME_DESK_TASK: 'reconcile' },
      },
    ]);
  });

  it.each([
    ['issuesEvents', false],
    ['confidentialIssuesEvents', false],
    ['noteEvents', false],
    ['confidentialNoteEvents', false],
    ['emojiEvents', false],
    ['pushEvents', true],
  ])('repairs a webhook with %s %s', (key, value) => {
    const webhooks = done.webhooks.map((hook) => ({ ...hook, [key]: value }));

    expect(planSetup({ ...done, webhooks }).actions).toEqual([
      { kind: 'webhook.ensure', hook: 1, ref: 'main' },
    ]);
  });

  it('does not take the webhook of another project for its own', () => {
    const webhooks = done.webhooks.map((hook) => ({ ...hook, url: hook.url.replace('/7/', '/77/') }));

    expect(planSetup({ ...done, webhooks }).actions).toEqual([
      { kind: 'webhook.ensure', hook: null, ref: 'main' },
    ]);
  });

  it('knows its webhook by the encoded path of the project too', () => {
    const webhooks = done.webhooks.map((hook) => ({
      ...hook,
      url: hook.url.replace('/7/', '/acme%2Fsme-desk/'),
    }));

    expect(planSetup({ ...done, webhooks }).actions).toEqual([]);
  });
});

describe('advice', () => {
  it('says for each thing that setup cannot do where to do it', () => {
    const { advice } = planSetup(done);

    for (const word of [
      'Protect the branch main',
      'protected, masked and hidden',
      'Roles:',
      'role Developer',
      'owner',
    ]) {
      expect(advice.join('\n')).toContain(word);
    }
  });

  it('asks for a private project only when it is none', () => {
    const open = { ...done, project: { ...done.project, visibility: 'internal' } };

    expect(planSetup(open).advice[0]).toContain('make it private');
    expect(planSetup(done).advice.join('\n')).not.toContain('make it private');
  });

  it('names what stands there twice, and still plans nothing', () => {
    const twice = {
      ...done,
      boards: [...done.boards, { id: 90, name: 'Requests', lists: [] }],
      webhooks: [...done.webhooks, ...done.webhooks.map((hook) => ({ ...hook, id: 91, noteEvents: false }))],
      schedules: [
        ...done.schedules,
        ...done.schedules.slice(0, 1).map((each) => ({ ...each, id: 92, active: false })),
      ],
    };
    const { actions, advice } = planSetup(twice);

    expect(actions).toEqual([]);
    expect(advice.filter((line) => line.includes('delete'))).toHaveLength(3);
  });

  it('mentions nobody, so that it can be shown anywhere', () => {
    expect(planSetup(done).advice.join('\n')).not.toContain('@');
  });
});
