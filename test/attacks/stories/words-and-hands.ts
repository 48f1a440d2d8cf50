import assert from 'node:assert/strict';
import type { PaperDesk } from '../../builders/paper-desk.ts';
import { day, hour, people, user } from '../../builders/snapshot.ts';
import { nobodyIsGranted, standsAt } from '../granted.ts';
import type { Story } from '../story.ts';
import { approvedRequest, assignedRequest, emptyDesk, waitingRequest } from '../waiting-request.ts';

const told = 'assigned:1';

/** Two runs later request 1 is assigned as it was, to the same SME at the same time, and not accepted. */
function staysAssigned(act: (desk: PaperDesk) => void): void {
  const desk = assignedRequest();
  const before = desk.record(1).decision;
  const rows = desk.world.salesforce;
  act(desk);
  desk.run();
  desk.run();
  standsAt(desk, 1, 'assigned');
  const { decision } = desk.record(1);
  const of = ({ sme, start, accepted }: NonNullable<typeof decision>) => ({ sme, start, accepted });
  assert.ok(before !== null && decision !== null);
  assert.deepEqual(of(decision), of(before));
  assert.deepEqual(desk.world.salesforce, rows);
}

function says(who: string, words: string): () => void {
  return () => staysAssigned((desk) => desk.comment(1, who, words));
}

function reacts(who: string, name: string): () => void {
  return () => staysAssigned((desk) => desk.react(1, who, told, name));
}

/** An answer of the SME that stood there before the SME was asked. */
function saidBefore(): void {
  const desk = approvedRequest();
  desk.comment(1, 'jonas', 'accept');
  desk.run();
  desk.run();
  standsAt(desk, 1, 'assigned');
}

function asks(who: string): void {
  const desk = waitingRequest();
  desk.later(1000);
  desk.comment(1, who, 'question: which plan do they have?');
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
}

/** The requester was asked for feedback: three weeks later the meeting is over. */
function afterTheMeeting(): PaperDesk {
  const desk = assignedRequest();
  desk.comment(1, 'jonas', 'accept');
  desk.run();
  desk.later(14 * day);
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-feedback');
  return desk;
}

function ratesForAnother(): void {
  const desk = afterTheMeeting();
  desk.react(1, 'jonas', 'feedback:1', 'five');
  desk.comment(1, 'mallory', 'rating: 5');
  // As long as a rating by itself would wait for more.
  desk.later(2 * hour);
  desk.run();
  standsAt(desk, 1, 'awaiting-feedback');
}

function assignsOneself(): void {
  staysAssigned((desk) => desk.assign(1, 'mallory', 'mallory'));
}

function assignsAnother(): void {
  staysAssigned((desk) => desk.assign(1, 'mallory', 'ines'));
}

function choosesUnapproved(): void {
  const desk = waitingRequest();
  desk.assign(1, 'priya', 'ines');
  desk.run();
  desk.run();
  nobodyIsGranted(desk);
}

function choosesStranger(): void {
  staysAssigned((desk) => desk.assign(1, 'priya', 'mallory'));
}

function choosesBlocked(): void {
  staysAssigned((desk) => {
    desk.world = { ...desk.world, people: people({ ines: { active: false } }) };
    desk.assign(1, 'priya', 'ines');
  });
}

/** Request 2 is opened with everything of request 1: whoever was chosen there by hand was not chosen here. */
function choiceCloned(): void {
  const desk = approvedRequest();
  desk.assign(1, 'priya', 'ines');
  desk.run();
  assert.equal(desk.record(1).decision?.override, user('priya').id);
  desk.later(3_600_000);
  const { notes, labelEvents, stateEvents, labels, assignees } = desk.issue(1);
  desk.open();
  desk.change(2, { notes, labelEvents, stateEvents, labels, assignees });
  desk.run();
  desk.click(2, 'omar', 'request::approved');
  desk.run();
  desk.run();
  standsAt(desk, 2, 'assigned');
  assert.equal(desk.record(2).decision?.override ?? null, null);
}

function closes(): void {
  const desk = assignedRequest();
  desk.setState(1, 'mallory', 'closed');
  desk.run();
  assert.equal(desk.issue(1).state, 'opened');
  standsAt(desk, 1, 'assigned');
}

function teamByAnother(): void {
  const desk = emptyDesk({ world: { salesforce: { mode: 'off' } } });
  desk.open(
    {},
    { 'Opportunity name': 'Renewal', 'Account name': 'Acme', 'Expected close date': '2027-01-29' },
  );
  desk.run();
  desk.click(1, 'omar', 'request::approved');
  desk.run();
  desk.comment(1, 'mallory', 'team: done');
  desk.run();
  assert.equal(desk.record(1).decision?.onTeam, false);
}

export const stories: readonly Story[] = [
  { name: 'somebody else accepts in a comment', tell: says('mallory', 'accept') },
  { name: 'the requester accepts for the SME', tell: says('sam', 'accept') },
  { name: 'somebody else accepts with a reaction', tell: reacts('mallory', 'thumbsup') },
  { name: 'somebody else hands back in a comment', tell: says('mallory', 'hand back: no time') },
  { name: 'somebody else hands back with a reaction', tell: reacts('sam', 'thumbsdown') },
  { name: 'somebody else agrees on a date', tell: says('mallory', 'agreed: 2026-12-09 10:00 Europe/Madrid') },
  { name: 'the SME accepted before anything was decided', tell: saidBefore },
  { name: 'a Planner asks a question as an approver does', tell: () => asks('mallory') },
  { name: 'an approver of another area asks a question', tell: () => asks('lena') },
  { name: 'somebody else gives the feedback', tell: ratesForAnother },
  { name: 'somebody else says that the team is done', tell: teamByAnother },
  { name: 'a Planner assigns the request to themselves', tell: assignsOneself },
  { name: 'a Planner assigns another SME', tell: assignsAnother },
  { name: 'a lead assigns somebody who is no SME', tell: choosesStranger },
  { name: 'a lead assigns an SME whose account is blocked', tell: choosesBlocked },
  { name: 'an SME is chosen by hand before anybody has approved', tell: choosesUnapproved },
  { name: 'a choice by hand is cloned along with its request', tell: choiceCloned },
  { name: 'a Planner closes a request that is under way', tell: closes },
];
