import assert from 'node:assert/strict';
import { person } from '../../../src/sandbox/people.ts';
import type { Call } from '../../../src/sandbox/world.ts';
import { requestText } from '../../builders/request-text.ts';
import { globex } from '../../builders/snapshot.ts';
import { deskVariables, runDesk } from '../../story/run-desk.ts';
import { inSandbox, onceBefore, type ShownSandbox } from '../shown-sandbox.ts';
import type { Story } from '../story.ts';

const approved = 'request::approved';

const isComment = (call: Call): boolean => call.method === 'POST' && /\/notes$/.test(call.path);
const isTeamRow = (call: Call): boolean =>
  call.method === 'POST' && call.path.includes('/sobjects/OpportunityTeamMember');
const isUpload = (call: Call): boolean => call.method === 'POST' && call.path.endsWith('/uploads');
const isTransition = (call: Call): boolean => call.method === 'PUT' && /\/issues\/\d+$/.test(call.path);

function omarApproves({ sandbox }: ShownSandbox): Promise<unknown> {
  return person(sandbox.origin, 'omar').setLabels(1, { add: [approved] });
}

function priyaDeclines({ sandbox }: ShownSandbox): Promise<unknown> {
  return person(sandbox.origin, 'priya').setLabels(1, { add: ['request::declined'] });
}

/** The decision, the label and the comments are out; the grants of the same run are still to come. */
async function declinedBeforeGrant(scene: ShownSandbox): Promise<void> {
  await omarApproves(scene);
  onceBefore(scene.sandbox, isComment, () => priyaDeclines(scene));
  await scene.run();
  assert.deepEqual(scene.grants(), []);
}

/** Between the row and the invitation more than a minute passes. */
async function declinedBetweenGrants(scene: ShownSandbox): Promise<void> {
  await omarApproves(scene);
  onceBefore(scene.sandbox, isTeamRow, () => priyaDeclines(scene));
  let now = 0;
  await scene.run('reconcile', {
    monotonic: () => {
      now += 61_000;
      return now;
    },
  });
  assert.equal(scene.grants().length, 1);
}

/** Another run has shown a changed form, and that was approved; this run still wants what stood there before. */
async function grantOfOlderForm(scene: ShownSandbox): Promise<void> {
  await omarApproves(scene);
  onceBefore(scene.sandbox, isComment, async () => {
    const description = requestText({ 'Opportunity ID or link': globex });
    await person(scene.sandbox.origin, 'sam').editIssue(1, { description });
    await scene.run('validate-requests');
    await omarApproves(scene);
    await scene.run('validate-requests');
  });
  await scene.run();
  assert.deepEqual(scene.grants(), []);
}

/** The request has its label and not yet its seal: what is clicked now was clicked on something unchecked. */
async function clickBeforeSeal(scene: ShownSandbox): Promise<void> {
  const { sandbox } = scene;
  const request = {
    title: 'SME',
    description: requestText({ 'Opportunity ID or link': globex }),
    confidential: true,
  };
  const iid = await person(sandbox.origin, 'sam').openIssue(request);
  onceBefore(sandbox, isTransition, async () => {
    onceBefore(sandbox, isTransition, async () => {
      onceBefore(
        sandbox,
        () => true,
        () => person(sandbox.origin, 'omar').setLabels(iid, { add: [approved] }),
      );
    });
  });
  await scene.run();
  await scene.run();
  assert.deepEqual(await scene.states(iid), ['awaiting-approval']);
  assert.deepEqual(scene.grants(), []);
}

/** The comments that follow name the customer's meeting: they wait until the issue is confidential again. */
async function publicBefore(scene: ShownSandbox, write: (call: Call) => boolean): Promise<void> {
  const { sandbox } = scene;
  await omarApproves(scene);
  onceBefore(sandbox, write, () => person(sandbox.origin, 'priya').editIssue(1, { confidential: false }));
  await scene.run();
  const notes = await person(sandbox.origin, 'priya').notes(1);
  assert.deepEqual(
    notes.filter(({ body }) => body.includes('takes this request')),
    [],
  );
  assert.deepEqual(scene.grants(), []);
}

/** The answer to the label says so: nothing more is begun, not even the file. */
async function publicBeforeLabel(scene: ShownSandbox): Promise<void> {
  await publicBefore(scene, isTransition);
  assert.deepEqual(scene.sandbox.world.journal.filter(isUpload), []);
}

/** GitLab says 200 and leaves the issue public. */
async function staysPublic(scene: ShownSandbox): Promise<void> {
  const { sandbox } = scene;
  await person(sandbox.origin, 'priya').editIssue(1, { confidential: false });
  const unchanged = await person(sandbox.origin, 'olivia').call('GET', '/projects/7/issues/1');
  sandbox.beforeCall = async (call) => {
    if (call.actor !== 'project_7_bot_desk' || !isTransition(call)) return;
    return { kind: 'answer', status: 200, body: unchanged };
  };
  const said = await scene.run();
  assert.match(said.out, /gitlab-write-ignored/);
  assert.equal(said.code, 2);
}

/** A job log has other readers than the issue. */
async function jobLog({ sandbox }: ShownSandbox): Promise<void> {
  const description = requestText({ 'Area of expertise': '- [x] Other: Hooli runners' });
  await person(sandbox.origin, 'sam').openIssue({ title: 'SME', description, confidential: true });
  const variables = { ...deskVariables(sandbox.origin, 'everything on'), CI: 'true' };
  for (const flags of [[], ['--json']]) {
    const { out } = await runDesk('reconcile', flags, variables);
    assert.match(out, /request::submitted/);
    assert.doesNotMatch(out, /Hooli/);
  }
}

function inScene(name: string, tell: (scene: ShownSandbox) => Promise<void>): Story {
  return { name, tell: () => inSandbox(tell) };
}

export const stories: readonly Story[] = [
  inScene('an approver declines between the decision and the grant', declinedBeforeGrant),
  inScene('an approver declines between two grants a minute apart', declinedBetweenGrants),
  inScene('the form is exchanged and approved between the plan and its grant', grantOfOlderForm),
  inScene('an approver clicks between the label and the seal', clickBeforeSeal),
  inScene('the issue is made public between two writes', publicBeforeLabel),
  inScene('the issue is made public right before its comment', (scene) => publicBefore(scene, isUpload)),
  inScene('GitLab leaves the issue public and says that all is well', staysPublic),
  inScene('a customer reads the log of the job', jobLog),
];
