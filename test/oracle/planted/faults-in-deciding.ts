import { addRow, grantRow, jonas, opportunities, waveThrough } from './acts.ts';
import type { Fault } from './fault.ts';
import { fieldOf } from './hand.ts';
import { form, issuePath, label, openRequest, type Scene, writeRecord } from './scene.ts';

/** Faults in what the desk grants, decides and moves, each as small as it can be. */
export const faultsInDeciding: readonly Fault[] = [
  {
    name: 'an approval by the author is let through',
    invariant: 1,
    when: 'end',
    plant: async (scene) => grantRow(scene, await waveThrough(scene, 'omar', 'omar')),
  },
  {
    name: 'an approval by somebody without the right is let through',
    invariant: 1,
    when: 'end',
    plant: async (scene) => grantRow(scene, await waveThrough(scene, 'sofia', 'mallory')),
  },
  {
    name: 'a grant after the approval was withdrawn',
    invariant: 1,
    when: 'end',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      await label(scene.as('omar'), iid, 'request::approved');
      await label(scene.as('omar'), iid, '', 'request::approved');
      await grantRow(scene, iid);
    },
  },
  {
    name: 'a grant of another opportunity than the approved one',
    invariant: 2,
    when: 'end',
    plant: async (scene) => addRow(scene, opportunities.globex, jonas.salesforce),
  },
  {
    name: 'a grant after the form was changed to another opportunity',
    invariant: 2,
    when: 'end',
    plant: async (scene) => {
      const iid = await waveThrough(scene, 'sofia', 'omar');
      const description = form.replace(opportunities.initech, opportunities.globex);
      await scene.as('sofia').gitlab('PUT', issuePath(iid), { description });
      await scene.desk.gitlab('GET', issuePath(iid));
      await scene.desk.gitlab('GET', `${issuePath(iid)}/resource_label_events`);
      await addRow(scene, opportunities.globex, jonas.salesforce);
    },
  },
  {
    name: 'a team row of somebody else is overwritten by an insert that did not look',
    invariant: 3,
    when: 'approved',
    plant: async (scene) => {
      await addRow(scene, opportunities.acme, jonas.salesforce, 'priya');
      await addRow(scene, opportunities.acme, jonas.salesforce);
    },
  },
  {
    name: 'an invitation before anybody has approved',
    invariant: 1,
    when: 'approved',
    plant: (scene) => scene.desk.slack('conversations.invite', { channel: 'C0OPPACME1', users: jonas.slack }),
  },
  {
    name: 'a team row of somebody else is removed',
    invariant: 3,
    when: 'end',
    plant: async (scene) => {
      const row = await addRow(scene, opportunities.initech, jonas.salesforce, 'priya');
      await scene.desk.salesforce('DELETE', `/sobjects/OpportunityTeamMember/${String(fieldOf(row, 'id'))}`);
    },
  },
  {
    name: 'a transition that the table does not have',
    invariant: 8,
    when: 'end',
    says: 'engaged → completed',
    plant: (scene) => label(scene.desk, 2, 'request::completed', 'request::engaged'),
  },
  {
    name: 'the label moves before the record has noted it',
    invariant: 8,
    when: 'end',
    says: 'was set before the record said so',
    plant: async (scene) => {
      const { iid } = await openRequest(scene, 'sofia', true);
      await label(scene.desk, iid, 'request::submitted');
      await label(scene.desk, iid, 'request::awaiting-approval', 'request::submitted');
    },
  },
  {
    name: 'the desk itself sets the label that approves',
    invariant: 8,
    when: 'end',
    says: 'the desk itself set request::approved',
    plant: (scene) => label(scene.desk, 2, 'request::approved', 'request::engaged'),
  },
  {
    name: "a person's decline is swept away",
    invariant: 9,
    when: 'end',
    plant: async (scene) => {
      await label(scene.as('lena'), 2, 'request::declined');
      await label(scene.desk, 2, 'request::engaged', 'request::declined');
      await scene.desk.gitlab('GET', `${issuePath(2)}/resource_label_events`);
    },
  },
  {
    name: 'one SME in two meetings at once',
    invariant: 19,
    when: 'end',
    plant: async (scene) => {
      await assigned(scene, [noon]);
      await assigned(scene, [noon + hour / 2]);
    },
  },
  {
    name: 'one SME in a meeting and in the second one of a series at once',
    invariant: 19,
    when: 'end',
    plant: async (scene) => {
      await assigned(scene, [noon]);
      await assigned(scene, [noon - 24 * hour, noon]);
    },
  },
  {
    name: 'one SME above capacity',
    invariant: 19,
    when: 'end',
    plant: (scene) => assigned(scene, [noon], 24 * hour),
  },
  {
    name: 'the approval that a clone brought along is believed',
    invariant: 21,
    when: 'end',
    plant: async (scene) => {
      const clone = await scene
        .as('priya')
        .gitlab('POST', `${issuePath(1)}/clone`, { to_project_id: 7, with_notes: true });
      const [iid, id] = [Number(fieldOf(clone, 'iid')), Number(fieldOf(clone, 'id'))];
      const approved = (await scene.look(iid)).labelEvents.find(
        (each) => each.label === 'request::approved' && each.user?.username === 'omar',
      );
      const approval = { event: approved?.id ?? 0, user: 12, digest: 'd1' };
      await writeRecord(scene, iid, { issue: id, digest: 'd1', shownAfter: 1, approval });
      await grantRow(scene, iid);
    },
  },
  {
    name: "a forged comment is taken for the desk's own",
    invariant: 21,
    when: 'approved',
    plant: async (scene) => {
      const { id, records } = await scene.look(1);
      const body = `Assigned.\n\n<!-- sme-desk:note {"issue":${id},"key":"assigned:1"} -->`;
      await scene.as('mallory').gitlab('POST', `${issuePath(1)}/notes`, { body });
      const { decided = [] } = records.at(-1)?.value ?? {};
      const decision = { number: 1, username: 'jonas', start: 0, end: 1, parts: [], hours: 1 };
      await writeRecord(scene, 1, { issue: id, decision, decided: [...decided, { to: 'assigned', on: 0 }] });
      await label(scene.desk, 1, 'request::assigned', 'request::approved');
    },
  },
];

const hour = 3_600_000;
const noon = Date.parse('2026-12-09T11:00:00Z');

/** A new request that is assigned to one SME for some meetings, with an hour of preparation each. */
async function assigned(scene: Scene, starts: readonly number[], length = hour): Promise<void> {
  const meetings = starts.map((start) => ({ start, end: start + length }));
  const decision = {
    number: 1,
    username: 'mei',
    start: Math.min(...starts),
    end: Math.max(...starts) + length,
    parts: meetings.length === 1 ? [] : meetings,
    hours: meetings.length * (length / hour + 1),
  };
  const { iid, id } = await openRequest(scene, 'sofia', true);
  await writeRecord(scene, iid, { issue: id, decision, decided: [{ to: 'assigned', on: 0 }] });
  await label(scene.desk, iid, 'request::assigned');
}
