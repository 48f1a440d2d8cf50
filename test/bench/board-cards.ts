import type { GitLabWorld, IssueState, LabelEventState } from '../../src/sandbox/gitlab/state.ts';
import { nextId } from '../../src/sandbox/gitlab/state.ts';
import { createOpportunity } from '../../src/sandbox/salesforce/opportunity-changes.ts';
import { toEighteen } from '../../src/sandbox/salesforce/record-id.ts';
import type { World } from '../../src/sandbox/world.ts';
import { feedbackText } from '../builders/feedback-text.ts';
import { type Dice, dice } from '../builders/program/dice.ts';

/** How much a board has after a year. */
const sizes = { open: 1700, closed: 300, closedOfLate: 20, deals: 500, productIssues: 100 };

const day = 86_400_000;
const statuses = ['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined', 'backlog'] as const;
const areas = ['AI', 'Security', 'Agile', 'Dedicated', 'CI/CD'] as const;

/** Puts cards into the desk's project, with deals that they name and product issues that stay open. */
export function addCards(world: World): void {
  const throws = dice(47);
  const deals = addDeals(world, throws);
  addProductIssues(world);
  for (let number = 0; number < sizes.open + sizes.closed; number += 1) {
    const isClosed = number >= sizes.open;
    const isLate = number >= sizes.open + sizes.closed - sizes.closedOfLate;
    const issue = card(world, throws, { number, deal: deals[number % deals.length] ?? '' });
    if (!isClosed) continue;
    issue.state = 'closed';
    issue.updatedAt = world.clock.now - (isLate ? 5 : 60) * day;
    issue.closedAt = issue.updatedAt;
    issue.closedById = 14;
  }
}

function addDeals({ salesforce, clock }: World, throws: Dice): string[] {
  const like = salesforce.opportunities[0];
  if (like === undefined) throw new Error('the example has no opportunity');
  return Array.from({ length: sizes.deals }, (_, index) => {
    const id = toEighteen(`006AB00000${String(index).padStart(5, '0')}`) ?? '';
    const account = toEighteen(`001AB00000${String(index % 300).padStart(5, '0')}`);
    const made = {
      ...like,
      Id: id,
      AccountId: account,
      Amount: throws.whole(1, 900) * 1000,
      CreatedDate: clock.now,
    };
    createOpportunity(salesforce, made);
    return id;
  });
}

function addProductIssues({ gitlab, clock }: World): void {
  const project = gitlab.projects[8];
  const like = project?.issues[1];
  if (project === undefined || like === undefined) throw new Error('the product has no first issue');
  for (let iid = 2; iid <= sizes.productIssues; iid += 1) {
    project.issues[iid] = {
      ...structuredClone(like),
      id: nextId(gitlab, 'issue'),
      iid,
      createdAt: clock.now,
    };
  }
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
const ofVocabulary = dice(74);

/** As many words as a year of feedback is written with; few of them differ by one letter only. */
const vocabulary = Array.from({ length: 4000 }, () =>
  Array.from({ length: 5 }, () => ofVocabulary.one(syllables)).join(''),
);

function words(throws: Dice, count: number): string {
  return Array.from({ length: count }, () => throws.one(vocabulary)).join(' ');
}

function card(
  { gitlab, clock }: World,
  throws: Dice,
  { number, deal }: { readonly number: number; readonly deal: string },
): IssueState {
  const project = gitlab.projects[7];
  if (project === undefined) throw new Error('the sandbox has no project of the desk');
  const createdAt = clock.now - throws.whole(70, 400) * day;
  const status = throws.one(statuses);
  const movedAt = createdAt + throws.whole(1, 20) * day;
  const labelEvents: LabelEventState[] =
    status === 'new'
      ? []
      : [
          {
            id: nextId(gitlab, 'labelEvent'),
            userId: 14,
            createdAt: movedAt,
            labelId: labelId(gitlab, `feedback::${status}`),
            action: 'add',
          },
        ];
  const issue: IssueState = {
    id: nextId(gitlab, 'issue'),
    iid: project.nextIid,
    projectId: project.id,
    title: `Feedback ${number}`,
    description: feedbackText({
      asking: deal,
      challenge: words(throws, 30),
      solution: words(throws, 20),
      benefit: words(throws, 10),
      area: throws.one(areas),
      impact: throws.one(['Blocker', 'Major', 'Minor']),
      productIssue: number % 20 === 0 ? `acme/elsewhere#${number / 20 + 1}` : '',
    }),
    state: 'opened',
    confidential: true,
    createdAt,
    updatedAt: movedAt,
    closedAt: null,
    closedById: null,
    authorId: throws.one([21, 22, 23]),
    labelIds: [labelId(gitlab, 'type::customer-feedback'), labelId(gitlab, `feedback::${status}`)],
    assigneeIds: [],
    dueDate: null,
    discussionLocked: null,
    movedToId: null,
    issueType: 'issue',
    subscribers: {},
    notes: [],
    awards: [],
    labelEvents,
    stateEvents: [],
    links: [],
  };
  project.nextIid += 1;
  project.issues[issue.iid] = issue;
  gitlab.issueIndex[issue.id] = { projectId: project.id, iid: issue.iid };
  return issue;
}

/** Id of a label of the desk's project by its name. */
export function labelId({ labels }: GitLabWorld, name: string): number {
  const found = Object.values(labels).find((label) => label.name === name && label.projectId === 7);
  if (found === undefined) throw new Error(`the project has no label ${name}`);
  return found.id;
}
