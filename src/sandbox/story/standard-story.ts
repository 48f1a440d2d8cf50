import { opportunities } from '../example/salesforce.ts';
import { person } from '../people.ts';
import { type Answers, fillForm } from './fill-form.ts';

/** What a person of the story can use: where GitLab is, and the template as the project offers it. */
export interface Scene {
  readonly origin: string;
  readonly template: string;
}

/**
 * One beat of the story. A person does something; the desk runs a script, as the webhook (with the issue) or a
 * schedule would start it; or time passes.
 */
export type Beat =
  | {
      readonly kind: 'person';
      readonly who: string;
      readonly does: string;
      readonly act: (scene: Scene) => Promise<void>;
    }
  | {
      readonly kind: 'desk';
      readonly script: string;
      readonly args: readonly string[];
      readonly by: 'operator' | 'webhook' | 'schedule';
      /** The exit code that the story expects. */
      readonly exit: 0 | 2;
    }
  | { readonly kind: 'time'; readonly minutes: number; readonly passes: string };

/** The number of each request of the story. */
export const requests = { demo: 1, hurried: 2, review: 3 } as const;

const demo: Answers = {
  'Opportunity ID or link': opportunities.acme,
  'Opportunity name': 'Acme renewal',
  'Account name': 'Acme',
  'Expected close date': '2027-01-29',
  'Area of expertise': { tick: ['AI'] },
  'Type of engagement': { tick: ['Customer Demo'] },
  'Proposed dates': '- 2026-11-30 15:00 Europe/Madrid\n- 2026-12-02 10:00 Europe/Madrid',
  'Expected duration': '90 min',
  'Slack channel of the opportunity': '#opp-acme',
  Description:
    'The customer compares our code suggestions with what they have today and wants to see both on their own repository.',
  'Questions for the SME':
    '- How do we show suggestions on a private language server?\n- What leaves their network?',
  'Your role': { tick: ['Account SA'] },
  'Your region': { tick: ['EMEA'] },
  'I confirm': { tick: ['I am the account SA'] },
};

const hurried: Answers = {
  'Opportunity ID or link': opportunities.globex,
  'Opportunity name': 'Globex platform',
  'Account name': 'Globex',
  'Expected close date': '2027-02-26',
  'Area of expertise': { tick: ['Dedicated'] },
  'Type of engagement': { tick: ['Architecture Review'] },
  'Proposed dates': '- 03/12/2026',
  'Expected duration': '2 h',
  Description: 'Sizing of a dedicated instance for 4,000 developers.',
  'I confirm': { tick: ['I am the account SA'] },
};

const mended: Answers = {
  ...hurried,
  'Proposed dates': '- 2026-12-03 10:00 America/New_York',
  'Questions for the SME': '- Which region keeps their data where it has to stay?',
};

const review: Answers = {
  'Opportunity ID or link': opportunities.initech,
  'Opportunity name': 'Initech security',
  'Account name': 'Initech',
  'Expected close date': '2027-01-15',
  'Area of expertise': { tick: ['Security'] },
  'Type of engagement': { tick: ['Technical Presentation'] },
  'Proposed dates': '- 2026-12-01',
  'Expected duration': '1 h',
  Description: 'The security board wants to see how findings are triaged.',
  'Questions for the SME': '- How do we show the policy for merge approvals?',
  'I confirm': { tick: ['I am the account SA'] },
};

function does(who: string, what: string, act: (scene: Scene) => Promise<unknown>): Beat {
  return { kind: 'person', who, does: what, act: async (scene) => void (await act(scene)) };
}

function webhook(issue: number): Beat {
  return {
    kind: 'desk',
    script: 'reconcile',
    args: ['--apply', '--issue', String(issue)],
    by: 'webhook',
    exit: 0,
  };
}

function minutes(count: number, passes: string): Beat {
  return { kind: 'time', minutes: count, passes };
}

function opens(scene: Scene, who: string, title: string, answers: Answers): Promise<unknown> {
  const description = fillForm(scene.template, answers);
  return person(scene.origin, who).openIssue({ title, description, confidential: true });
}

/** Somebody reacts to the comment of the desk's that asks for it. */
async function reacts(
  { origin }: Scene,
  who: string,
  reaction: { readonly issue: number; readonly to: string; readonly with: string },
): Promise<void> {
  const as = person(origin, who);
  const notes = await as.notes(reaction.issue);
  const asked = notes.find((note) => note.body.includes(`"key":"${reaction.to}"`));
  if (asked === undefined) throw new Error(`${who} finds no comment ${reaction.to} on #${reaction.issue}`);
  await as.react(reaction.issue, asked.id, reaction.with);
}

/** The life of three requests and the people around them, from an empty project to the report of the month. */
export const standardStory: readonly Beat[] = [
  { kind: 'desk', script: 'setup', args: ['--apply'], by: 'operator', exit: 0 },
  minutes(30, 'Monday morning'),
  does('sam', 'opens a request for a demo, from the template', (scene) =>
    opens(scene, 'sam', 'SME for AI, customer demo', demo),
  ),
  webhook(requests.demo),
  minutes(12, 'a quarter of an hour later'),
  does('mallory', 'has the role Planner and approves the request, without being an approver', ({ origin }) =>
    person(origin, 'mallory').setLabels(requests.demo, { add: ['request::approved'] }),
  ),
  webhook(requests.demo),
  minutes(20, 'still the same morning'),
  does('tom', 'opens a request in a hurry: a date one can read in two ways, and no question', (scene) =>
    opens(scene, 'tom', 'SME for Dedicated, architecture review', hurried),
  ),
  webhook(requests.hurried),
  minutes(9, 'nine minutes later'),
  does('omar', 'approves the demo with one click', ({ origin }) =>
    person(origin, 'omar').setLabels(requests.demo, { add: ['request::approved'] }),
  ),
  webhook(requests.demo),
  minutes(25, 'after a coffee'),
  does('tom', 'mends the form in place', ({ origin, template }) =>
    person(origin, 'tom').editIssue(requests.hurried, { description: fillForm(template, mended) }),
  ),
  webhook(requests.hurried),
  minutes(40, 'before lunch'),
  does('sofia', 'opens a request for a presentation', (scene) =>
    opens(scene, 'sofia', 'SME for Security, presentation', review),
  ),
  { kind: 'desk', script: 'reconcile', args: ['--apply'], by: 'schedule', exit: 0 },
  minutes(90, 'after lunch'),
  does('lena', 'approves the review of Dedicated', ({ origin }) =>
    person(origin, 'lena').setLabels(requests.hurried, { add: ['request::approved'] }),
  ),
  does('lena', 'declines the presentation, with her reason', async ({ origin }) => {
    await person(origin, 'lena').comment(
      requests.review,
      'The recording of last month answers this; take that one first.',
    );
    await person(origin, 'lena').setLabels(requests.review, { add: ['request::declined'] });
  }),
  { kind: 'desk', script: 'reconcile', args: ['--apply'], by: 'schedule', exit: 0 },
  minutes(45, 'in the afternoon'),
  does('jonas', 'accepts the demo with one reaction', (scene) =>
    reacts(scene, 'jonas', { issue: requests.demo, to: 'assigned:1', with: 'thumbsup' }),
  ),
  does('carlos', 'accepts the review of Dedicated in a comment', ({ origin }) =>
    person(origin, 'carlos').comment(requests.hurried, 'accept'),
  ),
  { kind: 'desk', script: 'reconcile', args: ['--apply'], by: 'schedule', exit: 0 },
  minutes(60 * 24 * 9, 'nine days pass; the demo is over'),
  { kind: 'desk', script: 'reconcile', args: ['--apply'], by: 'schedule', exit: 0 },
  minutes(20, 'after a look at the calendar'),
  does('sam', 'rates the demo with one reaction', (scene) =>
    reacts(scene, 'sam', { issue: requests.demo, to: 'feedback:1', with: 'five' }),
  ),
  minutes(65, 'an hour later, with nothing added'),
  { kind: 'desk', script: 'reconcile', args: ['--apply'], by: 'schedule', exit: 0 },
  minutes(30, 'a new month has begun'),
  { kind: 'desk', script: 'publish-metrics', args: ['--apply'], by: 'schedule', exit: 0 },
];
