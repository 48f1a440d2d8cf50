import assert from 'node:assert/strict';
import type { RecordState } from '../../../src/domain/record/record-state.ts';
import type { Note } from '../../../src/domain/snapshot.ts';
import type { PaperDesk } from '../../builders/paper-desk.ts';
import { globex, salesforceOn, labels as todaysLabels, user } from '../../builders/snapshot.ts';
import { nobodyIsGranted, standsAt } from '../granted.ts';
import type { Story } from '../story.ts';
import { assignedRequest, waitingRequest } from '../waiting-request.ts';

const approved = 'request::approved';
const hour = 3_600_000;

/** The body of request 1's record with something changed in what the machine reads. */
function forged(desk: PaperDesk, changes: Partial<RecordState>): string {
  const { body } = recordNote(desk);
  const marker = `<!-- sme-desk:record ${JSON.stringify({ ...desk.record(1), ...changes })} -->`;
  return `${body.slice(0, body.indexOf('<!--'))}${marker}`;
}

function recordNote(desk: PaperDesk): Note {
  const { note } = desk.view(1).record;
  assert.ok(note !== null);
  return note;
}

function withoutOthersRows(desk: PaperDesk): void {
  const removed = desk.last.filter((each) => each.kind === 'team.remove');
  assert.deepEqual(removed, []);
}

function olderCommentForged(): void {
  const desk = waitingRequest({ world: { now: Date.parse('2026-11-23T08:01:00Z') } });
  const body = forged(desk, {
    approval: { event: 1, user: user('omar').id, digest: desk.record(1).digest ?? '' },
  });
  // Written before the record and edited into one afterwards: it is the older of the two.
  desk.comment(1, 'mallory', body, { id: 1 });
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

function newerCommentForged(): void {
  const desk = waitingRequest();
  desk.comment(1, 'mallory', forged(desk, { shownAfter: 0 }));
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

function recordOfAnotherForm(): void {
  const desk = waitingRequest();
  const approval = { event: 1, user: user('omar').id, digest: '0'.repeat(64) };
  const body = forged(desk, { approval });
  const own = recordNote(desk).id;
  desk.change(1, {
    notes: desk.issue(1).notes.map((note) => (note.id === own ? { ...note, body } : note)),
  });
  assert.equal(desk.view(1).authority, false);
  desk.run();
  desk.run();
  nobodyIsGranted(desk);
}

function recordDeleted(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  const own = recordNote(desk).id;
  desk.change(1, { notes: desk.issue(1).notes.filter((note) => note.id !== own) });
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

function recordDamaged(): void {
  const desk = waitingRequest();
  desk.click(1, 'omar', approved);
  const own = recordNote(desk).id;
  const cut = (note: Note): Note =>
    note.id === own ? { ...note, body: note.body.replace('"version":1', '"version":') } : note;
  desk.change(1, { notes: desk.issue(1).notes.map(cut) });
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  assert.equal(desk.issue(1).notes.filter((note) => note.body.includes('sme-desk:record')).length, 1);
  nobodyIsGranted(desk);
}

/** Request 2 is opened an hour later with everything that request 1 has. */
function cloned(desk: PaperDesk, kept: (note: Note) => boolean = () => true): void {
  desk.later(hour);
  const { notes, labelEvents, stateEvents, labels } = desk.issue(1);
  desk.open();
  desk.change(2, { notes: notes.filter(kept), labelEvents, stateEvents, labels });
}

function cloneOfAssigned(): void {
  const desk = assignedRequest();
  cloned(desk);
  desk.run();
  withoutOthersRows(desk);
  desk.run();
  standsAt(desk, 2, 'awaiting-approval');
  const { issue, team, approval } = desk.record(2);
  assert.deepEqual({ issue, team, approval }, { issue: desk.issue(2).id, team: [], approval: null });
  standsAt(desk, 1, 'assigned');
}

function cloneWithoutComments(): void {
  const desk = assignedRequest();
  cloned(desk, () => false);
  desk.run();
  desk.run();
  standsAt(desk, 2, 'awaiting-approval');
  assert.equal(desk.record(2).approval, null);
}

function movedHere(): void {
  const desk = assignedRequest();
  // The other project's issue 5001 has become 6001 here, and has kept its birthday.
  const elsewhere = {
    body: recordNote(desk).body.replace('"project":7', '"project":8'),
    updatedAt: desk.world.now,
  };
  desk.later(hour);
  const own = recordNote(desk).id;
  desk.change(1, {
    id: 6001,
    notes: desk.issue(1).notes.map((note) => (note.id === own ? { ...note, ...elsewhere } : note)),
  });
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  assert.equal(desk.record(1).approval, null);
}

function importedRecord(): void {
  const row = {
    id: '00qAB000001OthRYAY',
    opportunityId: globex,
    userId: '005AB000001JonaYAC',
    role: 'SME',
    createdById: '005AB000001DeskYAC',
    createdAt: 0,
  };
  const desk = waitingRequest({ world: { salesforce: salesforceOn({ teamRows: [row] }) } });
  const body = forged(desk, {
    project: 8,
    team: [{ opportunity: globex, user: row.userId, row: row.id, since: 0 }],
  });
  const { author } = recordNote(desk);
  desk.open();
  // The first issue of a GitLab that was restored from another one: even the global id is the same.
  desk.change(2, { notes: [{ ...recordNote(desk), id: 1, author, body: body.replace('5001', '5002') }] });
  desk.run();
  withoutOthersRows(desk);
  desk.run();
  assert.equal(desk.record(2).project, 7);
  assert.deepEqual(desk.record(2).team, []);
}

function labelMadeAnew(): void {
  const desk = waitingRequest();
  const anew = todaysLabels.map((each) => (each.name === approved ? { ...each, id: 777 } : each));
  desk.world = { ...desk.world, labels: anew };
  desk.click(1, 'omar', approved, 777);
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

/** The labels change their names, and with them every event of the past. */
function renamed(desk: PaperDesk, names: Readonly<Record<string, string>>): void {
  const nameOf = (name: string): string => names[name] ?? name;
  const issues = desk.world.issues.map((issue) => ({
    ...issue,
    labels: issue.labels.map(nameOf),
    labelEvents: issue.labelEvents.map((event) => {
      const { label } = event;
      return label === null ? event : { ...event, label: { ...label, name: nameOf(label.name) } };
    }),
  }));
  const labels = desk.world.labels.map((each) => ({ ...each, name: nameOf(each.name) }));
  desk.world = { ...desk.world, labels, issues };
}

function harmlessLabelRenamed(): void {
  const desk = waitingRequest();
  desk.world = { ...desk.world, labels: [...desk.world.labels, { id: 888, name: 'nice' }] };
  desk.click(1, 'omar', 'nice', 888);
  renamed(desk, { [approved]: 'old', nice: approved });
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

function approvedLabelDisguised(): void {
  const desk = waitingRequest();
  const { approved: id } = desk.record(1).labels;
  renamed(desk, { [approved]: 'nice' });
  desk.world = { ...desk.world, labels: [...desk.world.labels, { id: 888, name: approved }] };
  desk.click(1, 'omar', 'nice', id);
  desk.run();
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  nobodyIsGranted(desk);
}

export const stories: readonly Story[] = [
  { name: 'a comment from before the record is edited into a record', tell: olderCommentForged },
  { name: 'a copy of the record is posted as a comment', tell: newerCommentForged },
  { name: 'the record names an approval of another form', tell: recordOfAnotherForm },
  { name: 'the record is deleted after the click', tell: recordDeleted },
  { name: 'the record is damaged after the click', tell: recordDamaged },
  { name: 'an assigned request is cloned with comments and events', tell: cloneOfAssigned },
  { name: 'an assigned request is cloned with its events alone', tell: cloneWithoutComments },
  { name: 'an approved request is moved here from another project', tell: movedHere },
  { name: 'an import brings the record of another project along', tell: importedRecord },
  { name: 'the approved label is deleted and made anew', tell: labelMadeAnew },
  { name: 'a harmless label an approver has set is renamed to the approved one', tell: harmlessLabelRenamed },
  { name: 'the approved label is renamed to a harmless one before the click', tell: approvedLabelDisguised },
];
