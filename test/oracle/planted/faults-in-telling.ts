import { announcementOf, comment, jonas } from './acts.ts';
import type { Fault } from './fault.ts';
import { issuePath, label, message, openRequest, writeRecord } from './scene.ts';

/** Faults in what the desk writes, and where, each as small as it can be. */
export const faultsInTelling: readonly Fault[] = [
  {
    name: 'a message is posted without looking whether it is there',
    invariant: 4,
    when: 'end',
    plant: (scene) => scene.desk.slack('chat.postMessage', message(1, 'C0AIREQ001', 'SME request #1')),
  },
  {
    name: 'a record is created without looking whether there is one',
    invariant: 5,
    when: 'end',
    plant: async (scene) => writeRecord(scene, 1, { issue: (await scene.look(1)).id }),
  },
  {
    name: 'a comment is written again in each run',
    invariant: 5,
    when: 'end',
    plant: async (scene) => {
      const { id } = await scene.look(1);
      for (let run = 0; run < 40; run += 1) {
        await comment(scene, 1, `Still here.\n\n<!-- sme-desk:note {"issue":${id},"key":"run:${run}"} -->`);
      }
    },
  },
  {
    name: 'a comment about one request lands on another',
    invariant: 11,
    when: 'end',
    plant: async (scene) => {
      const { id } = await scene.look(1);
      await comment(scene, 2, `Assigned.\n\n<!-- sme-desk:note {"issue":${id},"key":"assigned:9"} -->`);
    },
  },
  {
    name: 'a line of a form is executed as a quick action of the desk',
    invariant: 12,
    when: 'end',
    plant: (scene) => comment(scene, 1, 'You wrote:\n/due 2026-12-24\nThank you.'),
  },
  {
    name: 'a mention that nobody meant',
    invariant: 13,
    when: 'end',
    plant: (scene) => comment(scene, 1, 'You wrote: ask @hannah about it.'),
  },
  {
    name: 'everybody in a channel is called',
    invariant: 13,
    when: 'end',
    plant: (scene) => scene.desk.slack('chat.postMessage', message(2, 'C0DEDREQ01', '<!here> a request')),
  },
  {
    name: "a customer's name in a request channel",
    invariant: 14,
    when: 'end',
    plant: (scene) => scene.desk.slack('chat.postMessage', message(2, 'C0DEDREQ01', 'A request for Globex')),
  },
  {
    name: 'an e-mail address in a comment',
    invariant: 14,
    when: 'end',
    plant: (scene) => comment(scene, 1, 'Write to sam@example.com.'),
  },
  {
    name: 'a telephone number in a comment',
    invariant: 14,
    when: 'end',
    plant: (scene) => comment(scene, 1, 'Call +34 600 123 456.'),
  },
  {
    name: 'a secret in a wiki page',
    invariant: 14,
    when: 'end',
    plant: (scene) =>
      scene.desk.gitlab('POST', '/projects/7/wikis', { title: 'debug', content: 'token xoxb-sandbox-desk' }),
  },
  {
    name: 'a write before the issue is confidential',
    invariant: 15,
    when: 'end',
    plant: async (scene) => {
      const { iid } = await openRequest(scene, 'sofia', false);
      await scene.desk.gitlab('GET', issuePath(iid));
      await label(scene.desk, iid, 'request::submitted');
    },
  },
  {
    name: 'a call that no vendor knows',
    invariant: 16,
    when: 'end',
    plant: (scene) => scene.desk.gitlab('PATCH', issuePath(1), { title: 'x' }).catch(() => null),
  },
  {
    name: 'an assignment is announced before the assignee is there',
    invariant: 17,
    when: 'approved',
    plant: async (scene) => {
      const { id, records } = await scene.look(1);
      const { decided = [] } = records.at(-1)?.value ?? {};
      const start = Date.parse('2026-11-30T14:00:00Z');
      const decision = { number: 1, username: 'jonas', start, end: start + 5_400_000, parts: [], hours: 2.5 };
      await writeRecord(scene, 1, { issue: id, decided, decision });
      const ts = await announcementOf(scene, 'C0AIREQ001');
      await scene.desk.slack('chat.update', {
        ts,
        ...message(1, 'C0AIREQ001', `assigned: <@${jonas.slack}>`),
      });
    },
  },
];
