import { changeOpportunity } from '../../src/sandbox/salesforce/opportunity-changes.ts';
import type { Act } from './act.ts';
import { dealIds, laterAmounts } from './setting.ts';
import { as, oneOf, projectOf } from './stage.ts';

const changeDeal: Act = async ({ sandbox, dice }) => {
  const { salesforce, clock } = sandbox.world;
  const row = salesforce.opportunities.find(({ Id }) => Id.startsWith(dice.one(dealIds)));
  if (row === undefined) return;
  const change = dice.one([
    { amount: dice.one(laterAmounts) },
    { amount: null },
    { stage: dice.one(['3-Technical Evaluation', '4-Proposal', 'Closed Won', 'Closed Lost', '2-Scoping']) },
    { closeDate: new Date(clock.now + dice.whole(-20, 200) * 86_400_000).toISOString().slice(0, 10) },
  ]);
  changeOpportunity(salesforce, row.Id, change, { by: row.OwnerId, now: clock.now });
};

const productIssue: Act = async (stage) => {
  const issues = Object.values(stage.sandbox.world.gitlab.projects[8]?.issues ?? {});
  const open = issues.filter(({ state }) => state === 'opened');
  if (issues.length < 4)
    return as(stage, 'priya').call('POST', '/projects/8/issues', { title: 'Work of the product' });
  const issue = oneOf(stage, open);
  return issue === null
    ? undefined
    : as(stage, 'priya').call('PUT', `/projects/8/issues/${issue.iid}`, { state_event: 'close' });
};

/** A list, a board or a label of the board goes, or has another name. */
const disturbBoard: Act = async (stage) => {
  const project = projectOf(stage);
  const board = oneOf(
    stage,
    project.boards.filter(({ name }) => name.startsWith('Feedback')),
  );
  if (board === null) return;
  switch (stage.dice.whole(0, 4)) {
    case 0:
      project.boards = project.boards.filter((each) => each !== board);
      return;
    case 1:
      board.name = 'Somebody else’s';
      return;
    case 2: {
      const label = Object.values(stage.sandbox.world.gitlab.labels).find(
        ({ name }) => name === 'feedback::backlog',
      );
      return label === undefined
        ? undefined
        : as(stage, 'olivia').call('PUT', `/projects/7/labels/${label.id}`, {
            new_name: `feedback::later${stage.day}`,
          });
    }
    case 3: {
      const label = Object.values(stage.sandbox.world.gitlab.labels).find(
        ({ name }) => name === 'feedback::reviewed',
      );
      return label === undefined
        ? undefined
        : as(stage, 'olivia').call('DELETE', `/projects/7/labels/${label.id}`);
    }
    default:
      board.lists.splice(stage.dice.whole(0, board.lists.length - 1), 1);
      return;
  }
};

/** What happens around the cards, each with how often it happens in relation to the others. */
export const otherActs: readonly (readonly [number, Act])[] = [
  [6, changeDeal],
  [3, productIssue],
  [1.5, disturbBoard],
];
