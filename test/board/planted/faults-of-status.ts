import type { Fault } from './fault.ts';
import type { Scene } from './scene.ts';

const isOver = (value: string): boolean => value === 'resolved' || value === 'declined';

/** Somebody who may moves a card right before the run, as if the run had seen it. */
function movedNow(scene: Scene, to: string) {
  const issue = scene.card((each) => scene.stands(each) === 'reviewed' || scene.stands(each) === 'new');
  scene.strip(issue, 'feedback::');
  scene.put(issue, `feedback::${to}`);
  scene.strip(issue, 'score::');
  const click = { event: 990_000, events: [990_000], by: 14, at: scene.run.at - 60_000, set: [to], off: [] };
  const card = scene.memory.get(issue.iid);
  if (card !== undefined) card.move = { click, value: to };
  return issue;
}

/** What must be found of where cards stand, and of what is told of it. */
export const statusFaults: readonly Fault[] = [
  {
    name: 'an authorised move was put back',
    law: 'status',
    says: 'but bears new',
    plant(scene) {
      const issue = scene.card((each) => scene.stands(each) !== 'new');
      scene.strip(issue, 'feedback::');
      scene.put(issue, 'feedback::new');
    },
  },
  {
    name: 'an unauthorised move still stands beside the other one',
    law: 'status',
    says: 'and roadmap',
    plant: (scene) =>
      scene.put(
        scene.card((each) => scene.stands(each) === 'reviewed'),
        'feedback::roadmap',
      ),
  },
  {
    name: 'the desk has moved a card by itself',
    law: 'desk-moves',
    says: 'the desk did add',
    plant({ run, card, stands }) {
      const label = Object.values(run.after.gitlab.labels).find(({ name }) => name === 'feedback::roadmap');
      card((each) => stands(each) !== 'roadmap').labelEvents.push({
        id: 990_001,
        userId: run.program.desk,
        createdAt: run.at,
        labelId: label?.id ?? 0,
        action: 'add',
      });
    },
  },
  {
    name: 'somebody was told of a move that they did not make',
    law: 'put-back',
    says: 'olivia was told',
    plant: ({ say, card }) => void say(card(), 'not-a-mover:901', '@olivia: this card was put back.'),
  },
  {
    name: 'somebody was told twice that a card was put back',
    law: 'put-back',
    says: 'told twice',
    plant: (scene) =>
      scene.again(
        scene.card((each) => scene.has(each, 'not-a-mover:')),
        'not-a-mover:',
      ),
  },
  {
    name: 'a status was told twice',
    law: 'told',
    says: 'twice',
    plant: (scene) =>
      scene.again(
        scene.card((each) => scene.has(each, 'status:')),
        'status:',
      ),
  },
  {
    name: 'something was told that does not stand',
    law: 'told',
    says: 'but it stands at',
    plant: (scene) =>
      void scene.say(
        scene.card((each) => !isOver(scene.stands(each))),
        'status:5',
        '@sam: this feedback is now at **Resolved**. It is delivered.',
      ),
  },
  {
    name: 'a decline was told within the hour',
    law: 'told',
    says: 'before its time',
    plant(scene) {
      const issue = movedNow(scene, 'declined');
      scene.say(
        issue,
        'status:990000',
        '@sam @tom @sofia: this feedback is now at **Declined**. It will not be done.',
      );
    },
  },
  {
    name: 'a new status was told to nobody',
    law: 'told',
    says: 'was not told of roadmap',
    plant: (scene) => void movedNow(scene, 'roadmap'),
  },
  {
    name: 'nobody was asked why a card was declined',
    law: 'reason',
    says: 'nobody was asked why',
    plant(scene) {
      const issue = movedNow(scene, 'declined');
      const was = scene.before(issue);
      was.notes = was.notes.filter(({ authorId, system }) => system || authorId === scene.run.program.desk);
    },
  },
  {
    name: 'somebody was asked for the reason of no decline',
    law: 'reason',
    says: 'of no decline',
    plant: ({ say, card, stands }) =>
      void say(
        card((each) => stands(each) === 'reviewed'),
        'reason:5',
        '@petra: please write why this is declined.',
      ),
  },
  {
    name: 'somebody was asked twice for one reason',
    law: 'reason',
    says: 'asked twice',
    plant({ say, card }) {
      const issue = card();
      say(issue, 'reason:5', '@petra: please write why this is declined.');
      say(issue, 'reason:5', '@petra: please write why this is declined.');
    },
  },
  {
    name: 'a card has two records',
    law: 'record',
    says: '2 records',
    plant: (scene) => scene.again(scene.card(), 'record'),
  },
  {
    name: 'the record says something else',
    law: 'record',
    says: 'the record says',
    plant({ card, stands }) {
      const issue = card((each) => stands(each) !== 'backlog');
      for (const note of issue.notes)
        note.body = note.body.replace(/^\*\*\w+\*\* since/, '**Backlog** since');
    },
  },
  {
    name: 'a card has no record',
    law: 'record',
    says: 'no record',
    plant({ card }) {
      const issue = card();
      issue.notes = issue.notes.filter(({ body }) => !body.includes('sme-desk:card '));
    },
  },
];
