import { deskUsername } from '../../src/sandbox/actor.ts';
import { type FeedbackWords, feedbackText } from '../builders/feedback-text.ts';
import { askingIds, customerNames } from './setting.ts';
import { as, type Stage } from './stage.ts';

/** What customers ask for, and the same in other words: whoever takes both asks for the same. */
const asks: readonly (readonly [string, string])[] = [
  ['Answers of the chat name no source.', 'Link the files that an answer rests on.'],
  [
    'Nobody can see which files an answer of the chat rests on.',
    'Link the source files in each answer of the chat.',
  ],
  ['Models cannot be chosen by group.', 'A setting of the model for each group.'],
  ['Suggestions stop in long files.', 'Read more of the file around the cursor.'],
  ['There is no way to bring an own model.', 'Support for self-hosted models behind a proxy.'],
  ['Nobody sees what AI costs.', 'A report of tokens by team and month.'],
  ['Costs of AI are known to nobody.', 'Report tokens by team and by month.'],
  ['Prompts are stored abroad.', 'Choose the region in which prompts are kept.'],
  ['Tests are not proposed.', 'Write unit tests for a changed function.'],
  ['The audit log cannot be searched by project.', 'A filter by project in the audit log.'],
  ['Auditors cannot filter the audit log by project.', 'Filter the audit log by project.'],
  ['Secrets are found after the push.', 'Refuse a push with a secret in it.'],
  ['Dependency scans ignore lock files of monorepos.', 'Scan each lock file below the root.'],
  ['False positives come back with each scan.', 'Keep a dismissal across branches.'],
  ['Licences cannot be approved in bulk.', 'Approve licences by a list.'],
  ['Runners start slowly on cold mornings.', 'Keep a pool of warm runners.'],
  ['Caches are lost between pipelines.', 'A cache that survives the runner.'],
  ['Large pipelines cannot be read.', 'Fold finished stages of a pipeline.'],
  ['Deploys cannot be frozen by region.', 'A freeze window for each region.'],
  ['Policies cannot be tried out.', 'A dry run of scan policies.'],
];

const areaNames = ['AI', 'AI', 'AI', 'Security', 'Security', 'CI/CD'] as const;
const openers = ['sam', 'tom', 'sofia', 'sam'] as const;
const userIds: Readonly<Record<string, number>> = { sam: 21, sofia: 22, tom: 23 };

function words({ dice }: Stage): FeedbackWords {
  const [challenge, solution] = dice.one(asks);
  const name = dice.one(customerNames);
  return {
    asking: dice.chance(0.06) ? '' : dice.one(askingIds),
    challenge: dice.chance(0.4) ? `${challenge} ${name} has said so twice.` : challenge,
    solution: dice.chance(0.08) ? '' : solution,
    kind: dice.one(['Feature request', 'Bug', 'Enhancement']),
    area: dice.one(areaNames),
    impact: dice.one(['Blocker', 'Major', 'Minor']),
    productIssue: dice.chance(0.12) ? `acme/elsewhere#${dice.whole(1, 4)}` : '',
  };
}

/** Another card arrives, the way people file them. */
export async function arrive(stage: Stage): Promise<void> {
  const { dice } = stage;
  const said = words(stage);
  const description = feedbackText(said);
  const title = dice.chance(0.3) ? `${dice.one(customerNames)}: ${said.challenge}` : (said.challenge ?? '');
  const labels = ['type::customer-feedback', dice.chance(0.06) ? 'feedback::accepted' : 'feedback::new'];
  const isPublic = dice.chance(0.1);
  if (dice.chance(0.15)) {
    // What follows from an engagement is opened by the desk and assigned to whoever asked for it.
    const iid = await as(stage, deskUsername).openIssue({
      title: `Product feedback from request #${dice.whole(900, 999)}`,
      description: feedbackText({ ...said, challenge: '', solution: '' }),
      confidential: true,
      labels: ['type::customer-feedback', 'feedback::new'],
    });
    await as(stage, 'olivia').assign(iid, userIds[dice.one(openers)] ?? 21);
    return;
  }
  const who = dice.chance(0.06) ? 'petra' : dice.one(openers);
  const isBare = dice.chance(0.08);
  const card = { title, description, confidential: !isPublic };
  const iid = await as(stage, who).openIssue(isBare ? card : { ...card, labels });
  if (dice.chance(0.1)) await as(stage, who).assign(iid, userIds.tom ?? 23);
}
