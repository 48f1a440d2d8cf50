import assert from 'node:assert/strict';
import { exampleConfig } from '../../builders/config.ts';
import type { PaperDesk } from '../../builders/paper-desk.ts';
import { people, user } from '../../builders/snapshot.ts';
import { nobodyIsGranted, standsAt } from '../granted.ts';
import type { Story } from '../story.ts';
import { emptyDesk, waitingRequest } from '../waiting-request.ts';

const approved = 'request::approved';

/** A program lead who may also request. */
const leadRequests = exampleConfig({
  program: [
    [
      '    - { gitlab: sofia, role: sa-leader, region: emea, email: sofia@example.com }',
      '    - { gitlab: priya, role: sa-leader, region: emea, email: priya@example.com }',
    ],
  ],
});

/** The desk's own user among the leads, as where its token is a person's. */
const deskLeads = exampleConfig({
  program: [['  leads: [priya]\n  #', '  leads: [priya, project_7_bot_desk]\n  #']],
});

function isTakenBack(desk: PaperDesk, username: string, code: string): void {
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  assert.match(
    desk.comments(1).get(`refused:${user(username).id}:${code}`) ?? '',
    new RegExp(`label-${code}`),
  );
  desk.run();
  nobodyIsGranted(desk);
}

function byPlanner(): void {
  const desk = waitingRequest();
  desk.click(1, 'mallory', approved);
  isTakenBack(desk, 'mallory', 'not-approver');
}

function byOtherArea(): void {
  const desk = waitingRequest();
  desk.click(1, 'lena', approved);
  isTakenBack(desk, 'lena', 'not-approver');
}

function atCreation(): void {
  const desk = emptyDesk({ config: leadRequests });
  desk.open({ author: user('priya'), labels: [approved, 'type::sme-request'] });
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

function byAuthor(): void {
  const desk = emptyDesk({ config: leadRequests });
  desk.open({ author: user('priya') });
  desk.run();
  desk.click(1, 'priya', approved);
  isTakenBack(desk, 'priya', 'author');
}

function byBlocked(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  desk.world = { ...desk.world, people: people({ omar: { active: false } }) };
  isTakenBack(desk, 'omar', 'inactive');
}

function byBot(): void {
  const desk = waitingRequest({ world: { people: people({ omar: { bot: true } }) } });
  desk.click(1, 'omar', approved);
  isTakenBack(desk, 'omar', 'bot');
}

function byDesk(): void {
  const world = { people: people({ project_7_bot_desk: { bot: false } }) };
  const desk = waitingRequest({ config: deskLeads, world });
  desk.click(1, 'desk', approved);
  desk.run();
  assert.equal(desk.record(1).approval, null);
  assert.ok([...desk.comments(1).keys()].some((key) => key.startsWith('alarm:')));
  desk.run();
  assert.deepEqual(desk.record(1).pastApprovals, []);
  nobodyIsGranted(desk);
}

function byNobody(): void {
  const desk = waitingRequest();
  const { omar: _gone, ...others } = desk.world.people;
  desk.click(1, 'omar', approved);
  desk.world = { ...desk.world, people: others };
  desk.run();
  assert.equal(desk.record(1).approval, null);
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

function strangerUndoes(): void {
  const desk = waitingRequest({ tier: 'free' });
  desk.click(1, 'omar', approved);
  desk.unclick(1, 'mallory', approved);
  desk.click(1, 'mallory', 'request::declined');
  desk.run();
  standsAt(desk, 1, 'assigned');
}

export const stories: readonly Story[] = [
  { name: 'a Planner without a role in the program sets the label', tell: byPlanner },
  { name: 'an approver of another area sets the label', tell: byOtherArea },
  { name: 'a lead opens a request with the label on it', tell: atCreation },
  { name: 'a lead approves a request of their own', tell: byAuthor },
  { name: 'the account of the approver was blocked after the click', tell: byBlocked },
  { name: 'a bot with the name of an approver sets the label', tell: byBot },
  { name: 'somebody sets the label with the token of the desk', tell: byDesk },
  { name: 'the account of the approver is gone from the project', tell: byNobody },
  { name: 'a Planner takes a true approval off and declines', tell: strangerUndoes },
];
