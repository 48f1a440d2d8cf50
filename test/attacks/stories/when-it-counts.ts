import assert from 'node:assert/strict';
import type { PaperDesk } from '../../builders/paper-desk.ts';
import { globex, people, user } from '../../builders/snapshot.ts';
import { nobodyIsGranted, standsAt } from '../granted.ts';
import type { Story } from '../story.ts';
import { approvedRequest, emptyDesk, waitingRequest } from '../waiting-request.ts';

const approved = 'request::approved';
const declined = 'request::declined';

/** Two runs later the request still waits for an approval, and nobody has got anything. */
function staysWaiting(desk: PaperDesk): void {
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  assert.equal(desk.record(1).approval, null);
  nobodyIsGranted(desk);
}

/** The recorded approval of request 1 grants nothing any more. */
function hasLostAuthority(desk: PaperDesk): void {
  assert.equal(desk.view(1).authority, false);
  desk.run();
  desk.run();
  nobodyIsGranted(desk);
}

function beforeShown(): void {
  const desk = emptyDesk();
  desk.open();
  desk.click(1, 'omar', approved);
  staysWaiting(desk);
  assert.ok(desk.comments(1).has(`early:${user('omar').id}`));
}

function betweenTwoCalls(): void {
  const desk = emptyDesk();
  desk.open();
  desk.later(60_000);
  const { actions } = desk.plan();
  const seal = actions.findIndex((each) => each.kind === 'record.seal');
  desk.apply(actions.slice(0, seal));
  desk.click(1, 'omar', approved);
  desk.apply(actions.slice(seal));
  staysWaiting(desk);
}

function addedAndRemoved(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  desk.unclick(1, 'omar', approved);
  staysWaiting(desk);
}

function removedByAnother(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  desk.unclick(1, 'priya', approved);
  desk.click(1, 'mallory', approved);
  staysWaiting(desk);
}

function declinedSameSecond(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  desk.click(1, 'priya', declined);
  desk.run();
  desk.run();
  assert.equal(desk.record(1).approval, null);
  assert.ok([...desk.comments(1).keys()].some((key) => key.startsWith('reason:')));
  nobodyIsGranted(desk);
}

function declinedAndWithdrawn(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  desk.click(1, 'priya', declined);
  desk.unclick(1, 'priya', declined);
  staysWaiting(desk);
}

function reopened(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  desk.later(1000);
  desk.setState(1, 'sam', 'closed');
  desk.setState(1, 'mallory', 'reopened');
  staysWaiting(desk);
}

function whileClosed(): void {
  const desk = waitingRequest();
  desk.setState(1, 'sam', 'closed');
  desk.later(1000);
  desk.click(1, 'omar', approved);
  assert.equal(desk.view(1).approval.kind, 'refused');
  desk.run();
  nobodyIsGranted(desk);
}

function whilePublic(): void {
  const desk = waitingRequest();
  desk.change(1, { confidential: false });
  desk.click(1, 'omar', approved);
  assert.equal(desk.view(1).approval.kind, 'refused');
}

function editedBefore(): void {
  const desk = waitingRequest();
  desk.edit(1, { 'Opportunity ID or link': globex });
  desk.click(1, 'omar', approved);
  staysWaiting(desk);
}

function longerBefore(): void {
  const desk = waitingRequest();
  desk.edit(1, { 'Expected duration': '3 h' });
  desk.click(1, 'omar', approved);
  staysWaiting(desk);
}

function editedAfter(): void {
  const desk = approvedRequest();
  desk.edit(1, { 'Opportunity ID or link': globex });
  hasLostAuthority(desk);
}

function longerAfter(): void {
  const desk = approvedRequest();
  desk.edit(1, { 'Expected duration': '3 h' });
  hasLostAuthority(desk);
}

function editedThereAndBack(): void {
  const desk = waitingRequest();
  desk.edit(1, { 'Opportunity ID or link': globex });
  desk.run();
  desk.click(1, 'omar', approved);
  desk.edit(1, {});
  staysWaiting(desk);
}

function closedAfter(): void {
  const desk = approvedRequest();
  desk.setState(1, 'sam', 'closed');
  hasLostAuthority(desk);
}

function publicAfter(): void {
  const desk = approvedRequest();
  desk.change(1, { confidential: false });
  assert.equal(desk.view(1).authority, false);
}

function removedAfter(): void {
  const desk = approvedRequest();
  desk.unclick(1, 'omar', approved);
  hasLostAuthority(desk);
}

function declinedAfter(): void {
  const desk = approvedRequest({ tier: 'free' });
  desk.click(1, 'priya', declined);
  hasLostAuthority(desk);
}

function blockedAfter(): void {
  const desk = approvedRequest();
  desk.world = { ...desk.world, people: people({ omar: { active: false } }) };
  hasLostAuthority(desk);
}

/** Between the edit and the check of it only the scripts that grant are run. */
function editedBeforeGrants(): void {
  const desk = approvedRequest();
  desk.run({ steps: ['assign'] });
  standsAt(desk, 1, 'assigned');
  desk.edit(1, { 'Opportunity ID or link': globex });
  desk.run({ steps: ['salesforce', 'slack'] });
  nobodyIsGranted(desk);
}

function recordedFirst(): void {
  const desk = waitingRequest({ tier: 'free' });
  desk.click(1, 'omar', approved);
  desk.later(60_000);
  const [first] = desk.plan().actions;
  assert.equal(first?.kind, 'record.write');
  desk.apply(first === undefined ? [] : [first]);
  assert.equal(desk.record(1).approval?.user, user('omar').id);
}

export const stories: readonly Story[] = [
  { name: 'an approver is quicker than the check', tell: beforeShown },
  { name: 'an approver clicks between two calls of the desk, before the seal', tell: betweenTwoCalls },
  { name: 'an approver sets the label and takes it off again', tell: addedAndRemoved },
  { name: 'another approver takes the label off, and a Planner sets it again', tell: removedByAnother },
  { name: 'one approves and another declines in the same second', tell: declinedSameSecond },
  { name: 'a decline after the approval was taken off again', tell: declinedAndWithdrawn },
  { name: 'the issue was closed and reopened after the click', tell: reopened },
  { name: 'an approver clicks on a closed issue', tell: whileClosed },
  { name: 'an approver clicks while the issue is public', tell: whilePublic },
  { name: 'the opportunity is exchanged right before the click', tell: editedBefore },
  { name: 'the duration is made longer right before the click', tell: longerBefore },
  { name: 'the opportunity is exchanged after the approval', tell: editedAfter },
  { name: 'the opportunity is exchanged and only the grants are run', tell: editedBeforeGrants },
  { name: 'the duration is made longer after the approval', tell: longerAfter },
  { name: 'the form is exchanged, approved, and put back', tell: editedThereAndBack },
  { name: 'the issue is closed after the approval', tell: closedAfter },
  { name: 'the issue is made public after the approval', tell: publicAfter },
  { name: 'the approver takes the label off after it counted', tell: removedAfter },
  { name: 'another approver declines after the approval', tell: declinedAfter },
  { name: 'the approver is blocked after the approval', tell: blockedAfter },
  { name: 'the process dies right after the first write about an approval', tell: recordedFirst },
];
