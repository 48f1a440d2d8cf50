import assert from 'node:assert/strict';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { extractCommands } from '../../../src/sandbox/gitlab/quick-actions/extract-commands.ts';
import { user } from '../../builders/snapshot.ts';
import { standsAt } from '../granted.ts';
import type { Story } from '../story.ts';
import { emptyDesk, waitingRequest } from '../waiting-request.ts';

const lineEnds = ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'];
const fences = ['', '```\n', '~~~\n', '> ', '>>>\n', '<!--\n', '<details>\n', '- '];

/** A command behind every line end and every fence, in one text. */
const poison = lineEnds
  .flatMap((end) => fences.map((fence) => `x${end}${fence}/label ~"request::approved"`))
  .join(' ');

const fields = [
  'Description',
  'Questions for the SME',
  'Slack channel of the opportunity',
  'Expected duration',
  'Proposed dates',
  'Opportunity ID or link',
  'Area of expertise',
  'Type of engagement',
];

/** What the desk writes about a request whose field is poisoned, read as GitLab reads it. */
function everyField(): void {
  for (const field of fields) {
    for (const answer of [poison, `- [x] Other: ${poison}`]) {
      const desk = emptyDesk();
      desk.open({}, { [field]: answer });
      for (const action of desk.run().actions) {
        if (action.kind !== 'note.create' && action.kind !== 'record.write') continue;
        const body = action.kind === 'note.create' ? action.body : action.text;
        assert.deepEqual(extractCommands(body).commands, [], field);
        assert.equal(refusalOfBody(body, action.mentions), null, field);
      }
    }
  }
}

/** The description is not parsed at all, and the requester hears why. */
function isTooLong(padding: string): void {
  const desk = emptyDesk();
  desk.open({}, { Description: padding });
  desk.run();
  standsAt(desk, 1, 'needs-info');
  assert.match([...desk.comments(1).values()].join('\n'), /form-too-long/);
}

function openedInPublic(): void {
  const desk = emptyDesk();
  desk.open({ confidential: false });
  const [first] = desk.plan().actions;
  assert.equal(first?.kind === 'issue.set' ? first.confidential : null, true);
}

function labelOfTheDesk(): void {
  const desk = waitingRequest({ tier: 'free' });
  desk.click(1, 'mallory', 'request::assigned');
  desk.run();
  standsAt(desk, 1, 'awaiting-approval');
  assert.ok(desk.comments(1).has(`refused:${user('mallory').id}:desk-label`));
}

function insists(): void {
  const desk = waitingRequest();
  for (let click = 0; click < 4; click += 1) {
    desk.click(1, 'mallory', 'request::approved');
    desk.run();
    standsAt(desk, 1, 'awaiting-approval');
  }
  const told = desk.view(1).keyed.filter(({ key }) => key.startsWith('refused:'));
  assert.equal(told.length, 1);
}

/** Nobody but the people whose turn it is hears of a request whose text names everybody. */
function mentionSpam(): void {
  const desk = emptyDesk();
  const spam = '@all @mallory @acme/solutions-architects &#64;all &commat;all';
  desk.open(
    { title: spam },
    { 'Type of engagement': `- [x] Other: ${spam}`, 'Slack channel of the opportunity': spam },
  );
  for (const action of desk.run().actions) {
    if (action.kind !== 'note.create' && action.kind !== 'record.write') continue;
    assert.deepEqual(
      action.mentions.filter((name) => !['sam', 'priya', 'omar'].includes(name)),
      [],
    );
    const body = action.kind === 'note.create' ? action.body : action.text;
    assert.equal(refusalOfBody(body, action.mentions), null);
  }
}

export const stories: readonly Story[] = [
  { name: 'quick actions in every field, behind every line end and fence', tell: everyField },
  { name: 'a form that names everybody', tell: mentionSpam },
  { name: 'a description of 70,000 characters', tell: () => isTooLong('x'.repeat(70_000)) },
  { name: 'a description of few characters and many bytes', tell: () => isTooLong('漢'.repeat(30_000)) },
  { name: 'a request is opened in public', tell: openedInPublic },
  { name: 'a Planner sets a label of the desk’s own', tell: labelOfTheDesk },
  { name: 'a Planner sets the label again and again', tell: insists },
];
