import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitLab } from '../../src/clients/gitlab/create-gitlab.ts';
import type { Outcome } from '../../src/clients/outcome.ts';
import { createSalesforce } from '../../src/clients/salesforce/create-salesforce.ts';
import { createSlack } from '../../src/clients/slack/create-slack.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { quickClock } from './support/quick-clock.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  const { offences } = sandbox.world;
  await sandbox.close();
  expect(offences).toEqual([]);
});

function gitlabAs(username: string) {
  const transport = { clock: quickClock() };
  return createGitLab({ url: sandbox.origin, project: '7', token: `sandbox-${username}`, transport });
}

/** The value of a write that was applied; anything else fails the test with its reason. */
async function applied<T>(write: Promise<Outcome<T>>): Promise<T> {
  const outcome = await write;
  if (outcome.kind !== 'applied') throw outcome.error;
  return outcome.value;
}

describe('GitLab in the sandbox', () => {
  it('shows the desk its project, people and labels', async () => {
    const gitlab = gitlabAs('desk');

    expect(await gitlab.me()).toMatchObject({ username: 'project_7_bot_desk', bot: true });
    expect(await gitlab.project()).toMatchObject({ id: 7, path: 'acme/sme-desk', defaultBranch: 'main' });
    expect((await gitlab.members()).map((member) => member.username)).toContain('priya');
    expect((await gitlab.groupMembers('acme/solutions-architects')).map((one) => one.username)).toContain(
      'sam',
    );
    expect((await gitlab.userByName('project_7_bot_desk'))?.bot).toBe(true);
    expect(await gitlab.userByName('nobody-at-all')).toBeNull();
    expect(gitlab.serverTime()).toBe(Date.UTC(2026, 10, 23, 8));
    await gitlab.labels();
    await gitlab.wikiPages();
    await gitlab.boards();
  });

  it('keeps labels, comments and their events', async () => {
    const filed = await fetch(`${sandbox.origin}/api/v4/projects/7/issues`, {
      method: 'POST',
      headers: { 'private-token': 'sandbox-sam', 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Need help', description: 'x', confidential: true }),
    });
    expect(filed.status).toBe(201);
    const gitlab = gitlabAs('desk');
    const [issue] = await gitlab.issues({ state: 'opened', notLabels: ['request::submitted'] });
    const iid = issue?.iid ?? 0;

    const changed = await applied(
      gitlab.updateIssue(iid, { addLabels: ['request::submitted'], confidential: true }),
    );
    const note = await applied(gitlab.createNote(iid, { body: 'Checked.', internal: false }));
    await applied(gitlab.editNote(iid, note.id, 'Checked twice.'));

    expect(changed.labels).toContain('request::submitted');
    expect((await gitlab.note(iid, note.id))?.body).toBe('Checked twice.');
    expect((await gitlab.labelEvents(iid)).map((event) => event.action)).toContain('add');
    expect(await gitlab.stateEvents(iid)).toEqual([]);
    await applied(gitlab.deleteNote(iid, note.id));
    expect(await gitlab.note(iid, note.id)).toBeNull();
    expect(await gitlab.issues({ labels: ['request::submitted'] })).toHaveLength(1);
  });

  it('lets the operator set the project up', async () => {
    const gitlab = gitlabAs('olivia');

    const label = await applied(gitlab.createLabel({ name: 'x::y', color: '#123456', description: 'd' }));
    const board = await applied(gitlab.createBoard('Requests'));
    await applied(gitlab.createBoardList(board.id, label.id));
    const schedule = await applied(
      gitlab.createSchedule({ description: 'reconcile', ref: 'main', cron: '*/15 * * * *', timezone: 'UTC' }),
    );
    await applied(gitlab.setScheduleVariable(schedule.id, 'TASK', 'reconcile', false));
    await applied(gitlab.editSchedule(schedule.id, { cron: '*/30 * * * *', timezone: 'UTC', active: true }));
    const trigger = await applied(gitlab.createTrigger('webhook'));
    const url = `${sandbox.origin}/api/v4/projects/7/ref/main/trigger/pipeline?token=${trigger.token}`;
    const hook = await applied(gitlab.createWebhook({ url }));
    await applied(gitlab.editWebhook(hook.id, { url }));
    const page = await applied(gitlab.createWikiPage({ title: 'Reports/2026 11', content: 'one' }));
    await applied(gitlab.editWikiPage(page.slug, { title: page.title, content: 'two' }));

    expect((await gitlab.boards()).flatMap((one) => one.lists.map((list) => list.label))).toContain('x::y');
    expect(await gitlab.schedules()).toContainEqual(
      expect.objectContaining({ id: schedule.id, ref: 'main', variables: { TASK: 'reconcile' } }),
    );
    expect(await gitlab.webhooks()).toContainEqual(expect.objectContaining({ confidentialNoteEvents: true }));
    expect(await gitlab.wikiPages()).toContainEqual(
      expect.objectContaining({ slug: page.slug, content: 'two' }),
    );
  });

  it('counts each write once when its answer is lost', async () => {
    const gitlab = gitlabAs('desk');
    sandbox.beforeCall = (call) => Promise.resolve(call.write ? { kind: 'lose-answer' } : undefined);

    const outcome = await gitlab.createLabel({ name: 'once', color: '#123456', description: '' });

    sandbox.beforeCall = null;
    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'gitlab-answer-lost' } });
    expect((await gitlab.labels()).filter((label) => label.name === 'once')).toHaveLength(1);
  });
});

describe('Salesforce in the sandbox', () => {
  it('gives opportunities and keeps team rows', async () => {
    const salesforce = createSalesforce({
      loginUrl: sandbox.origin,
      clientId: 'sandbox-client',
      secret: 'sandbox-secret',
      slackChannelField: null,
      now: () => sandbox.world.clock.now,
      transport: { clock: quickClock() },
    });
    const ids = sandbox.world.salesforce.opportunities.map((one) => one.Id);

    const found = await salesforce.opportunities(ids);
    const open = found.find((one) => !one.closed);
    const row = { opportunityId: open?.id ?? '', userId: '005AB000001InesYAC', role: 'SME' };
    const { id } = await applied(salesforce.addToTeam(row));

    expect(await salesforce.integrationUser()).toBe('005AB000001DeskYAC');
    expect(found.map((one) => one.name)).toContain('Acme renewal');
    expect(await salesforce.teamRows([row.opportunityId])).toContainEqual(
      expect.objectContaining({ id, userId: row.userId, role: 'SME', createdById: '005AB000001DeskYAC' }),
    );
    await applied(salesforce.removeFromTeam(id));
    expect((await salesforce.activeUsers()).length).toBeGreaterThan(5);
  });
});

describe('the login by key in the sandbox', () => {
  it('is accepted', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const salesforce = createSalesforce({
      loginUrl: sandbox.origin,
      clientId: 'sandbox-client',
      username: 'desk@example.com',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('\n', '\\n'),
      slackChannelField: null,
      now: () => sandbox.world.clock.now,
      transport: { clock: quickClock() },
    });

    expect(await salesforce.integrationUser()).toBe('005AB000001DeskYAC');
  });
});

describe('Slack in the sandbox', () => {
  it('keeps messages with their key, and members', async () => {
    const slack = createSlack({
      token: 'xoxb-sandbox-desk',
      apiUrl: `${sandbox.origin}/api/`,
      transport: { clock: quickClock() },
    });
    const message = { channel: 'C0OPPACME1', key: '7:1:announce', text: 'Hello <@U0INES0001>' };

    const { ts } = await applied(slack.post(message));
    await applied(slack.edit({ ...message, ts, text: 'Hello again' }));

    expect(await slack.me()).toBe('U0DESK0001');
    expect(await slack.deskMessages('C0OPPACME1', 0)).toEqual([{ ...message, ts, text: 'Hello again' }]);
    expect(await slack.channel('C0OPPACME1')).toMatchObject({ name: 'opp-acme', deskIsMember: true });
    expect(await slack.channel('C0NOWHERE1')).toBeNull();
    expect((await slack.channels()).map((one) => one.name)).toContain('sme-program');
    expect(await slack.userByEmail('ines@example.com')).toBe('U0INES0001');
    expect(await applied(slack.invite('C0OPPACME1', 'U0INES0001'))).toEqual({ invited: true });
    expect(await applied(slack.invite('C0OPPACME1', 'U0INES0001'))).toEqual({ invited: false });
    expect(await slack.members('C0OPPACME1')).toContain('U0INES0001');
    await applied(slack.removeMember('C0OPPACME1', 'U0INES0001'));
    await applied(slack.remove({ channel: 'C0OPPACME1', ts }));
    expect(await slack.deskMessages('C0OPPACME1', 0)).toEqual([]);
  });
});
