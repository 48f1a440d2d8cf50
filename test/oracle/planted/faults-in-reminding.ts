import { comment } from './acts.ts';
import type { Fault } from './fault.ts';
import { fieldOf } from './hand.ts';
import type { Scene } from './scene.ts';

/** Faults in what the desk tells when time has passed, each as small as it can be. The story ends in the afternoon of Europe. */
export const faultsInReminding: readonly Fault[] = [
  {
    name: 'somebody is told by direct message in the middle of the night',
    invariant: 22,
    when: 'end',
    says: 'mei was told clock:pickup:5 out of hours',
    plant: (scene) => tell(scene, 'U0MEI00001', '7/2/clock/pickup/5/late'),
  },
  {
    name: 'somebody is told on the issue outside their hours',
    invariant: 22,
    when: 'end',
    says: 'ravi was told clock:pickup:5 out of hours',
    plant: (scene) => write(scene, 'clock:pickup:5:late', 'ravi'),
  },
  {
    name: 'a lead is told in two steps of one clock',
    invariant: 22,
    when: 'end',
    says: 'priya was told clock:approval:5 twice',
    plant: async (scene) => {
      await tell(scene, 'U0PRIYA001', '7/2/clock/approval/5/late');
      await tell(scene, 'U0PRIYA001', '7/2/clock/approval/5/program');
    },
  },
  {
    name: 'with Slack off a lead is told in two steps of one clock',
    invariant: 22,
    when: 'end',
    says: 'lena was told clock:approval:5 twice',
    plant: async (scene) => {
      await write(scene, 'clock:approval:5:late', 'lena');
      await write(scene, 'clock:approval:5:lead', 'lena');
    },
  },
  {
    name: 'a lead reads the digest of a week as a message and on an issue',
    invariant: 22,
    when: 'end',
    says: 'priya was told digest:2026-W49 twice',
    plant: async (scene) => {
      const marker = '<!-- sme-desk:digest {"project":7,"key":"digest:2026-W49"} -->';
      const description = `@priya: nobody waits.\n\n${marker}`;
      await scene.desk.gitlab('POST', '/projects/7/issues', {
        title: 'Weekly digest',
        description,
        confidential: true,
      });
    },
  },
];

/** Tells somebody in their own conversation with the desk. */
async function tell(scene: Scene, user: string, key: string): Promise<void> {
  const opened = await scene.desk.slack('conversations.open', { users: user });
  const channel = String(fieldOf(fieldOf(opened, 'channel'), 'id'));
  const metadata = JSON.stringify({ event_type: 'sme_desk', event_payload: { key } });
  await scene.desk.slack('chat.postMessage', { channel, text: 'Somebody waits.', metadata });
}

/** Tells somebody in a comment on #2. */
async function write(scene: Scene, key: string, username: string): Promise<void> {
  const { id } = await scene.look(2);
  const marker = JSON.stringify({ issue: id, key });
  await comment(scene, 2, `@${username}: somebody waits.\n\n<!-- sme-desk:note ${marker} -->`);
}
