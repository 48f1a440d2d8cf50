import { projectIn } from '../oracle/see.ts';
import type { Fault } from './fault.ts';
import type { Scene } from './scene.ts';

const isOver = (value: string): boolean => value === 'resolved' || value === 'declined';

function boardIn({ run }: Scene) {
  const board = projectIn(run.after).boards.find(({ name }) => name === 'Feedback: AI');
  if (board === undefined) throw new Error('there is no board of AI');
  return board;
}

function meetingIn({ run }: Scene) {
  const found = Object.values(projectIn(run.after).issues).findLast(({ title }) =>
    title.startsWith('Pod: AI'),
  );
  if (found === undefined) throw new Error('no pod was opened');
  return found;
}

/** What must be found of boards, bands, meetings and of what the desk may write. */
export const boardFaults: readonly Fault[] = [
  {
    name: 'a list of a board is missing',
    law: 'boards',
    says: '“Feedback: AI” has',
    plant: (scene) => void boardIn(scene).lists.splice(2, 1),
  },
  {
    name: 'the lists of a board are in disorder',
    law: 'boards',
    says: '“Feedback: AI” has',
    plant(scene) {
      const [first, second] = boardIn(scene).lists.toSorted((a, b) => a.position - b.position);
      if (first === undefined || second === undefined) throw new Error('the board has no lists');
      [first.position, second.position] = [second.position, first.position];
    },
  },
  {
    name: 'a board has another name',
    law: 'boards',
    says: 'no board “Feedback: AI”',
    plant(scene) {
      boardIn(scene).name = 'Feedback of AI';
    },
  },
  {
    name: 'a column has no label',
    law: 'boards',
    says: 'feedback::backlog is missing',
    plant({ run }) {
      for (const label of Object.values(run.after.gitlab.labels))
        if (label.name === 'feedback::backlog') label.name = 'backlog';
    },
  },
  {
    name: 'a card that is over has a band',
    law: 'bands',
    says: 'should have none',
    plant: (scene) =>
      scene.put(
        scene.card((each) => isOver(scene.stands(each))),
        'score::high',
      ),
  },
  {
    name: 'a live card has lost its band',
    law: 'bands',
    says: 'has the band none',
    plant(scene) {
      const { run } = scene;
      const isScored = (name: string): boolean => name.startsWith('score::');
      scene.strip(
        scene.card(({ labelIds }) =>
          labelIds.some((id) => isScored(run.after.gitlab.labels[id]?.name ?? '')),
        ),
        'score::',
      );
    },
  },
  {
    name: 'the amount of a customer has changed and the bands have not',
    law: 'bands',
    says: 'should have',
    plant({ run }) {
      for (const row of run.before.salesforce.opportunities) row.Amount = 1_000_000 / (row.Amount ?? 1);
    },
  },
  {
    name: 'GitLab has carried out a quick action for the desk',
    law: 'quick-action',
    says: '/close',
    plant({ run }) {
      run.after.gitlab.executed.push({
        userId: run.program.desk,
        projectId: 7,
        issueIid: 1,
        source: 'note',
        command: '/close',
        effective: true,
        at: run.at,
      });
    },
  },
  {
    name: 'a card is public',
    law: 'confidential',
    says: 'is public',
    plant({ card }) {
      card().confidential = false;
    },
  },
  {
    name: 'the desk has changed what somebody wrote',
    law: 'writes',
    says: 'changed description',
    plant({ run, card }) {
      const path = `/api/v4/projects/7/issues/${card().iid}`;
      const call = {
        seq: 1,
        at: run.at,
        system: 'gitlab',
        method: 'PUT',
        route: path,
        path,
        actor: 'project_7_bot_desk',
      } as const;
      run.journal.push({
        ...call,
        write: true,
        writeIndex: 1,
        status: 200,
        applied: true,
        body: { description: 'Mended.' },
      });
    },
  },
  {
    name: 'the desk has written on a closed card',
    law: 'writes',
    says: 'on a closed card',
    plant(scene) {
      const issue = scene.card();
      scene.before(issue).state = 'closed';
      scene.say(issue, 'stale:new:0', 'Please look at it.');
    },
  },
  {
    name: 'the agenda of a meeting is public',
    law: 'meetings',
    says: 'is public',
    plant(scene) {
      meetingIn(scene).confidential = false;
    },
  },
];
