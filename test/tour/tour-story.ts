import { opportunities } from '../../src/sandbox/example/salesforce.ts';
import { type Person, person } from '../../src/sandbox/people.ts';
import { type Answers, fillForm } from '../../src/sandbox/story/fill-form.ts';
import type { Beat } from '../../src/sandbox/story/standard-story.ts';
import type { Chapter } from './chapter.ts';
import { feedbackChapters } from './feedback-chapters.ts';

/** The request of the tour. */
export const iid = 1;

const hurried: Answers = {
  'Opportunity ID or link': opportunities.acme,
  'Area of expertise': { tick: ['AI'] },
  'Type of engagement': { tick: ['Customer Demo'] },
  'Proposed dates': '- 03/12/2026',
  'Expected duration': '90 min',
  'Slack channel of the opportunity': '#opp-acme',
  Description:
    'The customer compares our code suggestions with what they have today and wants to see both on their own repository.',
  'Your role': { tick: ['Account SA'] },
  'Your region': { tick: ['EMEA'] },
  'I confirm': { tick: ['I am the account SA'] },
};

const mended: Answers = {
  ...hurried,
  'Proposed dates': '- 2026-11-30 15:00 Europe/Madrid\n- 2026-12-02 10:00 Europe/Madrid',
  'Questions for the SME': '- How do we show suggestions on a private language server?',
};

function does(who: string, what: string, act: (as: Person, template: string) => Promise<unknown>): Beat {
  return {
    kind: 'person',
    who,
    does: what,
    act: async ({ origin, template }) => void (await act(person(origin, who), template)),
  };
}

const run: Beat = { kind: 'desk', script: 'reconcile', args: ['--apply'], by: 'schedule', exit: 0 };

function hours(count: number): Beat {
  return { kind: 'time', minutes: count * 60, passes: `${count} hours later` };
}

/** Number of the desk's newest comment with a key of this kind, as somebody who may see it finds it. */
async function newestComment(as: Person, kind: string): Promise<number> {
  const notes = await as.notes(iid);
  const found = notes.filter((note) => note.body.includes(`"key":"${kind}:`)).at(-1);
  if (found === undefined) throw new Error(`${as.username} sees no comment ${kind}`);
  return found.id;
}

/** Everything that can happen to one request on a good day and a bad one, in the order of its life. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Sam asks, in a hurry',
    text: 'The form is a template in GitLab. One link opens it, already confidential. Sam writes a date that can be read in two ways and forgets the questions.',
    beats: [
      does('sam', 'opens a request', (as, template) =>
        as.openIssue({
          title: 'SME for AI, customer demo',
          description: fillForm(template, hurried),
          confidential: true,
        }),
      ),
      run,
    ],
  },
  {
    title: 'Sam mends the form',
    text: 'An edit is enough. The desk looks again in its next run, shows the request to the approvers, and opens the one Slack message of this request.',
    beats: [
      hours(1),
      does('sam', 'edits the description', (as, template) =>
        as.editIssue(iid, { description: fillForm(template, mended) }),
      ),
      run,
    ],
  },
  {
    title: 'Somebody without the right approves it',
    text: 'GitLab has no protected labels: everybody with the role Planner can set one. A label is a claim until it is known who set it.',
    beats: [
      hours(1),
      does('mallory', 'sets `request::approved`', (as) => as.setLabels(iid, { add: ['request::approved'] })),
      run,
    ],
  },
  {
    title: 'Omar asks back',
    text: 'An approver who wants to know more begins a comment with `question:`.',
    beats: [
      hours(1),
      does('omar', 'writes a comment', (as) =>
        as.comment(iid, 'question: do they run their own language server, or ours?'),
      ),
      run,
    ],
  },
  {
    title: 'Sam answers',
    text: 'Any comment or edit by the requester returns the request to the approvers.',
    beats: [
      hours(1),
      does('sam', 'writes a comment', (as) => as.comment(iid, 'Their own, version 3. It has no way out.')),
      run,
    ],
  },
  {
    title: 'Omar approves',
    text: 'From the click on, everything happens in one run: the choice of the SME, the team row in Salesforce, the invitation in Slack.',
    beats: [
      hours(1),
      does('omar', 'sets `request::approved`', (as) => as.setLabels(iid, { add: ['request::approved'] })),
      run,
    ],
  },
  {
    title: 'The SME hands it back',
    text: 'A reaction or the first line of a comment is enough. The approval still stands, so the desk finds somebody else in the same run.',
    beats: [
      hours(1),
      {
        kind: 'person',
        who: 'the SME',
        does: 'writes `hand back:` with a reason',
        act: async ({ origin }) => {
          const { assignees } = await person(origin, 'priya').readIssue(iid);
          const sme = person(origin, assignees[0]?.username ?? '');
          await sme.comment(iid, 'hand back: I am with another customer that afternoon.');
        },
      },
      run,
    ],
  },
  {
    title: 'The other SME accepts',
    text: 'With 👍 on the comment that asks.',
    beats: [
      hours(1),
      {
        kind: 'person',
        who: 'the SME',
        does: 'reacts with 👍',
        act: async ({ origin }) => {
          const { assignees } = await person(origin, 'priya').readIssue(iid);
          const sme = person(origin, assignees[0]?.username ?? '');
          await sme.react(iid, await newestComment(sme, 'assigned'), 'thumbsup');
        },
      },
      run,
    ],
  },
  {
    title: 'They agree on another hour',
    text: 'The customer moves the call. Within 30 days and three times this needs no new approval; the SME is asked once to accept again.',
    beats: [
      hours(2),
      does('sam', 'writes `agreed:` with a date', (as) =>
        as.comment(iid, 'agreed: 2026-12-02 12:00 Europe/Madrid'),
      ),
      run,
      hours(1),
      {
        kind: 'person',
        who: 'the SME',
        does: 'writes `accept`',
        act: async ({ origin }) => {
          const { assignees } = await person(origin, 'priya').readIssue(iid);
          await person(origin, assignees[0]?.username ?? '').comment(iid, 'accept');
        },
      },
      run,
    ],
  },
  {
    title: 'The meeting is over',
    text: 'One business day after the agreed date the requester is asked for feedback. One reaction is enough; more is welcome.',
    beats: [{ kind: 'time', minutes: 60 * (24 * 10 - 4), passes: 'ten days pass' }, run],
  },
  {
    title: 'Sam answers, and the request is done',
    text: 'What should follow becomes an issue of its own, linked both ways.',
    beats: [
      hours(1),
      does('sam', 'answers the prompt', async (as) => {
        await as.comment(iid, 'outcome: technical win\nnps: 9\nfollow-up: best practice, product feedback');
        await as.react(iid, await newestComment(as, 'feedback'), 'five');
      }),
      run,
    ],
  },
  {
    title: 'The month is over, and a lead reads the report',
    text: 'From the second of the next month on the desk publishes the month: a report in the wiki, the dashboard, one post in Slack, and for each SME a record of their own. These are the first paragraph of the report and the section of one metric of eight. What cannot be told is *not available*, with the reason, and never 0.',
    beats: [
      hours(1),
      { kind: 'desk', script: 'publish-metrics', args: ['--apply'], by: 'schedule', exit: 0 },
    ],
    looksAt: 'wiki',
  },
  ...feedbackChapters,
];
