import type { SlackConversation } from '../../../src/sandbox/slack/state.ts';
import { projectIn } from '../oracle/see.ts';
import type { Fault } from './fault.ts';
import type { Scene } from './scene.ts';

/** A direct message of the desk, now. */
function tell({ run }: Scene, user: string, text: string): void {
  const conversation = run.after.slack.conversations.find(
    ({ kind, members }) => kind === 'im' && members.includes(run.program.slackOf[user] ?? ''),
  );
  const [like] = conversation?.messages ?? [];
  if (conversation === undefined || like === undefined) throw new Error(`${user} was never told anything`);
  const message: SlackConversation['messages'][number] = { ...like, text, ts: `${run.at / 1000}.000001` };
  conversation.messages.push(message);
}

function meetingIn({ run }: Scene) {
  const found = Object.values(projectIn(run.after).issues).findLast(({ title }) =>
    title.startsWith('Pod: AI'),
  );
  if (found === undefined) throw new Error('no pod was opened');
  return found;
}

/** What must be found of what the desk says, to whom, and how often. */
export const wordFaults: readonly Fault[] = [
  {
    name: 'an asker has two messages of one day',
    law: 'slack',
    says: '2 messages',
    plant(scene) {
      tell(scene, 'sam', '<https://gitlab.example.com/1|Feedback #1> is now at New.');
      tell(scene, 'sam', '<https://gitlab.example.com/1|Feedback #1> is now at New.');
    },
  },
  {
    name: 'an asker was told in Slack of what no comment says',
    law: 'slack',
    says: 'in Slack alone',
    plant: (scene) => tell(scene, 'tom', '<https://gitlab.example.com/999|Feedback #999> is now at New.'),
  },
  {
    name: 'an amount stands in the wiki',
    law: 'leak',
    says: 'wiki feedback/ai',
    plant({ run }) {
      const page = projectIn(run.after).wiki.find(({ slug }) => slug === 'feedback/ai');
      if (page !== undefined) page.content += '\n| 1 | 731,942 |';
    },
  },
  {
    name: 'a customer is named in Slack',
    law: 'leak',
    says: 'Slack says “Quuxtel Mobile”',
    plant: (scene) => tell(scene, 'sam', 'News of Quuxtel Mobile.'),
  },
  {
    name: 'an opportunity stands in a title of the desk',
    law: 'leak',
    says: 'the title of #',
    plant(scene) {
      meetingIn(scene).title += ': 006AB000001Init';
    },
  },
  {
    name: 'a customer is named in a comment',
    law: 'leak',
    says: 'a comment on #',
    plant: ({ say, card }) => void say(card(), 'duplicate:1', 'This is what Oskavia Cloud asks for as well.'),
  },
  {
    name: 'a comment calls upon somebody whom it is not for',
    law: 'mentions',
    says: 'calls upon olivia',
    plant: ({ say, card }) => void say(card(), 'stale:new:0', '@olivia: please look at it.'),
  },
  {
    name: 'somebody was reminded twice of one stay',
    law: 'reminders',
    says: 'twice',
    plant: (scene) =>
      scene.again(
        scene.card((each) => scene.has(each, 'stale:')),
        'stale:',
      ),
  },
  {
    name: 'somebody was reminded of a card that is not stale',
    law: 'reminders',
    says: 'too early',
    plant: (scene) =>
      void scene.say(
        scene.card((each) => scene.stands(each) === 'roadmap' || scene.stands(each) === 'reviewed'),
        'stale:accepted:5',
        '@petra: please look.',
      ),
  },
  {
    name: 'a pair was proposed twice',
    law: 'duplicates',
    says: 'twice',
    plant: (scene) =>
      scene.again(
        scene.card((each) => scene.has(each, 'duplicate:')),
        'duplicate:',
      ),
  },
  {
    name: 'a card bears an answer that nobody has given',
    law: 'duplicates',
    says: 'without a proposal',
    plant: (scene) =>
      scene.put(
        scene.card((each) => !scene.has(each, 'duplicate:')),
        'duplicate::confirmed',
      ),
  },
  {
    name: 'one list of problems was told twice',
    law: 'problems',
    says: 'twice',
    plant: (scene) =>
      scene.again(
        scene.card((each) => scene.has(each, 'problems:')),
        'problems:',
      ),
  },
  {
    name: 'a product issue that nobody has closed was told of',
    law: 'product',
    says: 'that is open',
    plant: ({ say, card, has }) =>
      void say(
        card((each) => !has(each, 'product-closed:')),
        'product-closed:77',
        '@petra: it is closed.',
      ),
  },
];
