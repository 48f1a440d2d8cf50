import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGitLab } from '../../src/clients/gitlab/create-gitlab.ts';
import type { GitLab } from '../../src/clients/gitlab/types.ts';
import type { Outcome } from '../../src/clients/outcome.ts';
import { createSalesforce } from '../../src/clients/salesforce/create-salesforce.ts';
import { createSlack } from '../../src/clients/slack/create-slack.ts';
import { createStackOverflow } from '../../src/clients/stack-overflow/create-stack-overflow.ts';
import { opportunities } from '../../src/sandbox/example/salesforce.ts';
import { deskStackOverflowToken, stackOverflowAddress } from '../../src/sandbox/example/stack-overflow.ts';
import { quickClock } from '../clients/support/quick-clock.ts';
import { describeBreach } from './breach.ts';
import { type SandboxCaller, sandboxCaller } from './sandbox-caller.ts';
import { type ContractWatch, watchContracts } from './watch.ts';

let caller: SandboxCaller;
let watch: ContractWatch;

beforeEach(async () => {
  caller = await sandboxCaller();
  watch = watchContracts(caller.sandbox);
});

afterEach(async () => {
  const { offences } = caller.sandbox;
  await caller.sandbox.close();

  expect(offences).toEqual([]);
  expect(watch.breaches().map(describeBreach)).toEqual([]);
});

function gitlabAs(username: string): GitLab {
  const { origin } = caller.sandbox;
  const transport = { clock: quickClock() };
  return createGitLab({
    url: origin,
    project: 'acme/sme-desk',
    token: `sandbox-${username}`,
    transport,
    productProjects: ['acme/elsewhere'],
  });
}

/** The value of a write that was applied; anything else fails the test with its reason. */
async function applied<T>(write: Promise<Outcome<T>>): Promise<T> {
  const outcome = await write;
  if (outcome.kind !== 'applied') throw outcome.error;
  return outcome.value;
}

it('the desk asks GitLab for nothing that GitLab does not describe', { timeout: 60_000 }, async () => {
  const issue = { title: 'Acme', description: 'A demo.', confidential: true };
  await caller.gitlab('sam', 'POST', '/projects/7/issues', issue);
  const gitlab = gitlabAs('desk');

  const me = await gitlab.me();
  await gitlab.project();
  await gitlab.members();
  await gitlab.groupMembers('acme/solutions-architects');
  await gitlab.userByName('ines');
  await gitlab.labels();
  await applied(
    gitlab.updateIssue(1, {
      addLabels: ['a::b'],
      removeLabels: ['a::c'],
      assigneeIds: [31],
      confidential: true,
    }),
  );
  await applied(
    gitlab.updateIssue(1, { assigneeIds: [], stateEvent: 'close', description: 'A demo, later.' }),
  );
  await gitlab.issues({ state: 'all', labels: ['a::b'], notLabels: ['a::c'] });
  await gitlab.issue(1);
  await gitlab.issue(77);
  const note = await applied(gitlab.createNote(1, { body: 'Checked.', internal: true }));
  await applied(gitlab.editNote(1, note.id, 'Checked twice.'));
  await gitlab.note(1, note.id);
  await gitlab.notes(1);
  await gitlab.awards(1, note.id);
  await applied(gitlab.deleteNote(1, note.id));
  const { url } = await applied(
    gitlab.uploadFile({ name: 'meeting.ics', content: 'BEGIN:VCALENDAR\r\nENDE: ü' }),
  );
  const fresh = { title: 'A question', description: `See ${url}`, labels: ['a::b'], assigneeIds: [31] };
  const opened = await applied(gitlab.createIssue(fresh));
  await gitlab.issues({ state: 'all', author: me.id, createdAfter: opened.createdAt });
  const links = [await gitlab.linkIssues(1, opened.iid), await gitlab.linkIssues(1, opened.iid)];
  const [event] = await gitlab.labelEvents(1);
  await gitlab.stateEvents(1);
  const page = await applied(gitlab.createWikiPage({ title: 'metrics/2026 10', content: 'One.' }));
  await applied(gitlab.editWikiPage(page.slug, { title: page.title, content: 'Two.' }));

  expect(await gitlab.wikiPages()).toMatchObject([{ slug: 'metrics/2026-10', content: 'Two.' }]);
  expect(event?.user?.id).toBe(me.id);
  expect(opened).toMatchObject({ confidential: true, labels: ['a::b'], assignees: [{ id: 31 }] });
  expect(links).toMatchObject([{ value: { linked: true } }, { value: { linked: false } }]);
});

it('the set-up asks GitLab for nothing that GitLab does not describe', { timeout: 60_000 }, async () => {
  const gitlab = gitlabAs('olivia');

  const label = await applied(gitlab.createLabel({ name: 'a::b', color: '#123456', description: 'A label' }));
  const board = await applied(gitlab.createBoard('Requests'));
  await gitlabAs('priya').productIssues('acme/elsewhere', [1, 2]);
  await applied(gitlab.createBoardList(board.id, label.id));
  const [made] = await gitlab.boards();
  await applied(gitlab.moveBoardList(board.id, made?.lists[0]?.id ?? 0, 0));
  const wish = { description: 'reconcile', ref: 'main', cron: '*/15 * * * *', timezone: 'UTC' };
  const { id } = await applied(gitlab.createSchedule(wish));
  await applied(gitlab.editSchedule(id, { cron: '0 * * * *', timezone: 'Europe/Madrid', active: true }));
  await applied(gitlab.setScheduleVariable(id, 'JOB', 'reconcile', false));
  await applied(gitlab.setScheduleVariable(id, 'JOB', 'maintain', true));
  const { token } = await applied(gitlab.createTrigger('webhook'));
  const url = `https://gitlab.example.com/api/v4/projects/7/ref/main/trigger/pipeline?token=${token}`;
  const hook = await applied(gitlab.createWebhook({ url }));
  await applied(gitlab.editWebhook(hook.id, { url }));

  expect(await gitlab.schedules()).toMatchObject([{ owner: 'olivia', variables: { JOB: 'maintain' } }]);
  expect(await gitlab.webhooks()).toMatchObject([{ confidentialIssuesEvents: true, pushEvents: false }]);
});

it('the desk asks Slack for nothing that Slack does not describe', { timeout: 60_000 }, async () => {
  const apiUrl = `${caller.sandbox.origin}/api/`;
  const slack = createSlack({ token: 'xoxb-sandbox-desk', apiUrl, transport: { clock: quickClock() } });
  const channel = 'C0OPPACME1';

  await slack.me();
  await slack.channels();
  await slack.channel(channel);
  await slack.channel('C0ABSENT01');
  await slack.userByEmail('ines@example.com');
  await slack.userByEmail('absent@example.com');
  const { ts } = await applied(slack.post({ channel, key: 'announce', text: 'Hello' }));
  await applied(slack.edit({ channel, ts, key: 'announce', text: 'Hello again' }));
  const messages = await slack.deskMessages(channel, 0);
  await applied(slack.reply({ channel, thread: ts, key: 'ask', text: 'Hello there' }));
  expect(await slack.ask(channel, ts)).toBeNull();
  await slack.history(channel, 0);
  await applied(slack.remove({ channel, ts }));
  const { invited } = await applied(slack.invite(channel, 'U0INES0001'));
  const again = await applied(slack.invite(channel, 'U0INES0001'));
  await slack.members(channel);
  await applied(slack.removeMember(channel, 'U0INES0001'));
  const own = await applied(slack.createChannel('sme-request-7-1'));
  await applied(slack.setTopic(own, 'SME request #1'));
  await applied(slack.setPurpose(own, 'SME request #1'));
  const brief = await applied(slack.post({ channel: own, key: 'brief', text: 'Hello' }));
  const pinned = [await applied(slack.pin({ channel: own, ts: brief.ts }))];
  pinned.push(await applied(slack.pin({ channel: own, ts: brief.ts })));
  const pins = await slack.deskMessages(own, 0);
  const archived = [await applied(slack.archive(own)), await applied(slack.archive(own))];
  const direct = await applied(slack.openDirect('U0INES0001'));
  const conversations = await slack.directConversations();
  await applied(slack.post({ channel: direct, key: 'late', text: 'Hello' }));
  await slack.deskMessages(direct, 0);

  expect(conversations).toEqual({ U0INES0001: direct });
  expect(messages).toMatchObject([{ ts, key: 'announce', text: 'Hello again' }]);
  expect([invited, again.invited]).toEqual([true, false]);
  expect([pinned, archived]).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(pins).toMatchObject([{ key: 'brief', pinned: true }]);
});

it('the desk asks Salesforce for nothing that is not in our own list', { timeout: 60_000 }, async () => {
  const salesforce = createSalesforce({
    loginUrl: caller.sandbox.origin,
    clientId: 'sandbox-client',
    secret: 'sandbox-secret',
    slackChannelField: 'Slack_Channel__c',
    now: () => caller.sandbox.world.clock.now,
    transport: { clock: quickClock() },
  });

  await salesforce.integrationUser();
  const found = await salesforce.opportunities(Object.values(opportunities));
  caller.sandbox.world.salesforce.switches.batchSize = 3;
  await salesforce.activeUsers();
  const asked = { opportunityIds: Object.values(opportunities), accountIds: ['001AB000001AcmeYAC'] };
  const deals = await salesforce.askingDeals(asked);
  const row = { opportunityId: opportunities.acme, userId: '005AB000001InesYAC', role: 'SME' };
  const { id } = await applied(salesforce.addToTeam(row));
  const rows = await salesforce.teamRows([opportunities.acme]);
  await salesforce.pipelineRows([opportunities.acme], { amounts: true });
  await salesforce.pipelineSince('2026-11-01');
  await salesforce.opportunityHistory([opportunities.acme], { amounts: true });
  await salesforce.stages();
  await salesforce.surveyAnswers([opportunities.hooli], { object: 'Account', field: 'NPS__c' });
  await applied(salesforce.removeFromTeam(id));
  await applied(salesforce.removeFromTeam(id));

  expect(found).toHaveLength(4);
  expect(deals.map(({ id }) => id).sort()).toEqual(found.map(({ id }) => id).sort());
  expect(rows).toMatchObject([{ ...row, id }]);
});

it('the desk asks Stack Overflow for nothing that is not in our own list', { timeout: 60_000 }, async () => {
  const stackOverflow = createStackOverflow({
    url: stackOverflowAddress(caller.sandbox.origin),
    token: deskStackOverflowToken,
    transport: { clock: quickClock() },
  });

  const tag = await stackOverflow.tagId('ai');
  const found = await stackOverflow.questions(tag ?? 0, 0, caller.sandbox.world.clock.now);
  const answers = await stackOverflow.answers(found[0]?.id ?? 0);

  expect(found.map(({ id }) => id)).toEqual([501, 503, 507]);
  expect(answers).toMatchObject([{ user: 31 }, { user: 22 }]);
});
