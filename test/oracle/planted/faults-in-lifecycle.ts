import { comment, waveThrough } from './acts.ts';
import type { Fault } from './fault.ts';
import { fieldOf } from './hand.ts';
import { form, issuePath, label, recordBody, type Scene } from './scene.ts';

type Written = Parameters<typeof recordBody>[0];

/** Faults in how a request that has its SME goes on and ends, each as small as it can be. */
export const faultsInLifecycle: readonly Fault[] = [
  {
    name: 'a request is engaged though nobody has accepted',
    invariant: 8,
    when: 'end',
    says: 'jonas has not accepted',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      await keyed(scene, iid, 'assigned:1');
      await moveOn(scene, iid, 'engaged');
    },
  },
  {
    name: 'somebody else than the SME accepts a request',
    invariant: 8,
    when: 'end',
    says: 'jonas has not accepted',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      await keyed(scene, iid, 'assigned:1');
      await scene.as('omar').gitlab('POST', `${issuePath(iid)}/notes`, { body: 'accept' });
      await moveOn(scene, iid, 'engaged');
    },
  },
  {
    name: 'what the SME said to the decision before is taken for an answer to the next',
    invariant: 8,
    when: 'end',
    says: 'jonas has not accepted',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      await keyed(scene, iid, 'assigned:1');
      await scene.as('jonas').gitlab('POST', `${issuePath(iid)}/notes`, { body: 'accept' });
      await rewrite(scene, iid, ({ decision }) => ({ decision: decision && { ...decision, number: 2 } }));
      await keyed(scene, iid, 'assigned:2');
      await moveOn(scene, iid, 'engaged');
    },
  },
  {
    name: 'a meeting that is still to come is taken to be over',
    invariant: 8,
    when: 'end',
    says: 'asked how the meeting was before it was over',
    plant: async (scene) => moveOn(scene, await waveThrough(scene, 'sofia', 'omar'), 'awaiting-feedback'),
  },
  {
    name: 'the requester is asked for feedback before the meeting',
    invariant: 8,
    when: 'end',
    says: 'asked how the meeting was before it was over',
    plant: async (scene) => keyed(scene, await waveThrough(scene, 'sofia', 'omar'), 'feedback:1'),
  },
  {
    name: 'a request is completed a second time',
    invariant: 8,
    when: 'end',
    says: 'completed 2 times',
    plant: async (scene) => {
      await moveOn(scene, 1, 'awaiting-feedback');
      await moveOn(scene, 1, 'completed');
    },
  },
  {
    name: 'a live request is closed by the desk',
    invariant: 8,
    when: 'end',
    says: 'the desk closed it while engaged',
    plant: (scene) => scene.desk.gitlab('PUT', issuePath(2), { state_event: 'close' }),
  },
  {
    name: 'what the requester has closed is opened again',
    invariant: 8,
    when: 'end',
    says: 'the desk opened again what tom had closed',
    plant: async (scene) => {
      await scene.as('tom').gitlab('PUT', issuePath(2), { state_event: 'close' });
      await scene.desk.gitlab('PUT', issuePath(2), { state_event: 'reopen' });
    },
  },
  {
    name: 'the desk quarrels with somebody who closes a request',
    invariant: 8,
    when: 'end',
    says: 'the desk opened it 2 times against somebody',
    plant: async (scene) => {
      for (let time = 0; time < 2; time += 1) {
        await scene.as('mallory').gitlab('PUT', issuePath(2), { state_event: 'close' });
        await scene.desk.gitlab('PUT', issuePath(2), { state_event: 'reopen' });
      }
    },
  },
  {
    name: 'a meeting is moved further than was approved, without a new approval',
    invariant: 8,
    when: 'end',
    says: 'the meeting was moved beyond what was approved',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      const description = form.replace('2026-12-09', '2027-01-20');
      await scene.as('sofia').gitlab('PUT', issuePath(iid), { description });
      const start = Date.parse('2027-01-20T09:00:00Z');
      await rewrite(scene, iid, ({ decision }) => ({
        decision: decision && { ...decision, number: 2, start, end: start + 3_600_000 },
      }));
    },
  },
  {
    name: 'dates move once more than they may',
    invariant: 8,
    when: 'end',
    says: 'the dates have moved 4 times',
    plant: async (scene) =>
      rewrite(scene, await waveThrough(scene, 'sofia', 'omar'), () => ({ dateChanges: 4 })),
  },
  {
    name: 'the record forgets how often the dates have moved',
    invariant: 8,
    when: 'end',
    says: 'the record has forgotten',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      await rewrite(scene, iid, () => ({ dateChanges: 3 }));
      await rewrite(scene, iid, () => ({ dateChanges: 0 }));
    },
  },
  {
    name: 'two issues follow from one wish',
    invariant: 5,
    when: 'end',
    says: 'a second issue follow-up:demo of #1',
    plant: async (scene) => {
      await openFollowUp(scene, true);
      await openFollowUp(scene, true);
    },
  },
  {
    name: 'an issue that follows from a request is open to all members',
    invariant: 15,
    when: 'end',
    says: 'follow-up:demo is open to all members',
    plant: (scene) => openFollowUp(scene, false),
  },
  {
    name: 'a request is completed before what follows from it is opened',
    invariant: 8,
    when: 'end',
    says: 'completed before demo was opened',
    plant: async (scene) => completeWith(scene, await waveThrough(scene, 'sofia', 'omar')),
  },
  {
    name: 'what follows from a request is not linked with it',
    invariant: 8,
    when: 'end',
    says: 'demo is not linked',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      await openFollowUp(scene, true, iid);
      await completeWith(scene, iid);
    },
  },
];

/** A comment of the desk's that somebody is told something by. */
async function keyed(scene: Scene, iid: number, key: string): Promise<unknown> {
  const { id } = await scene.look(iid);
  return comment(scene, iid, `Hello.\n\n<!-- sme-desk:note ${JSON.stringify({ issue: id, key })} -->`);
}

/** Writes another record over the one there is. */
async function rewrite(
  scene: Scene,
  iid: number,
  change: (says: Written) => Partial<Written>,
): Promise<void> {
  const issue = await scene.look(iid);
  const says: Written = { ...issue.records.at(-1)?.value, issue: issue.id };
  const note = issue.deskNotes.find(({ body }) => body.includes('sme-desk:record'))?.id;
  const body = recordBody({ ...says, ...change(says) });
  await scene.desk.gitlab('PUT', `${issuePath(iid)}/notes/${note}`, { body });
}

/** Notes a state in the record, and sets its label. */
async function moveOn(scene: Scene, iid: number, to: string): Promise<void> {
  const { labels } = await scene.look(iid);
  const from = labels.find((each) => each.startsWith('request::')) ?? '';
  await rewrite(scene, iid, ({ decided = [] }) => ({ decided: [...decided, { to, on: 0 }] }));
  await label(scene.desk, iid, `request::${to}`, from);
}

/** Completes a request of which the record says that a demo is to be shown again. */
async function completeWith(scene: Scene, iid: number): Promise<void> {
  await rewrite(scene, iid, () => ({ followUps: [{ kind: 'demo', issue: 99 }] }));
  await moveOn(scene, iid, 'completed');
}

async function openFollowUp(scene: Scene, confidential: boolean, iid = 1): Promise<number> {
  const { id } = await scene.look(iid);
  const marker = JSON.stringify({ project: 7, issue: id, key: 'follow-up:demo' });
  const description = `Please write below.\n\n<!-- sme-desk:follow-up ${marker} -->`;
  const answer = await scene.desk.gitlab('POST', '/projects/7/issues', {
    title: 'Demo wanted after an engagement',
    description,
    confidential,
  });
  return Number(fieldOf(answer, 'iid'));
}
