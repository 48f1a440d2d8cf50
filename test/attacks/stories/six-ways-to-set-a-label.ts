import assert from 'node:assert/strict';
import { person } from '../../../src/sandbox/people.ts';
import { inSandbox, type ShownSandbox } from '../shown-sandbox.ts';
import type { Story } from '../story.ts';

const approved = 'request::approved';
const waiting = 'request::awaiting-approval';
const issue = '/projects/7/issues/1';

type Way = (mallory: ReturnType<typeof person>, scene: ShownSandbox) => Promise<unknown>;

/** Each way leaves an event of the one who did it, and only that event decides. */
const ways: Readonly<Record<string, Way>> = {
  'by dragging the card on the board': (mallory) =>
    mallory.setLabels(1, { add: [approved], remove: [waiting] }),
  'by editing many issues at once': async (mallory) => {
    const all = await mallory.listIssues({ state: 'opened' });
    for (const { iid } of all) await mallory.setLabels(iid, { add: [approved] });
  },
  'by a quick action': (mallory) => mallory.comment(1, `Fine with me.\n/label ~"${approved}"`),
  'by replacing all labels in a quick action': (mallory) =>
    mallory.comment(1, `/relabel ~"${approved}" ~"type::sme-request" ~"area::ai"`),
  'by copying the labels of another issue': async (mallory) => {
    const labels = ['type::sme-request', 'area::ai', approved];
    const other = { title: 'x', description: 'x', confidential: true, labels };
    const source = await mallory.readIssue(await mallory.openIssue(other));
    await mallory.call('PUT', issue, { labels: source.labels.join(',') });
  },
  'by the API': (mallory) => mallory.call('PUT', issue, { labels: `type::sme-request,area::ai,${approved}` }),
};

async function tryWay(way: Way): Promise<void> {
  await inSandbox(async (scene) => {
    const { origin } = scene.sandbox;
    await way(person(origin, 'mallory'), scene);
    assert.ok((await scene.states()).includes('approved'));
    await scene.run();
    await scene.run();
    assert.deepEqual(await scene.states(), ['awaiting-approval']);
    assert.deepEqual(scene.grants(), []);
    const told = (await person(origin, 'priya').notes(1)).filter(({ body }) =>
      body.includes('label-not-approver'),
    );
    assert.equal(told.length, 1);
  });
}

export const stories: readonly Story[] = Object.entries(ways).map(([name, way]) => ({
  name: `a Planner sets the approved label ${name}`,
  tell: () => tryWay(way),
}));
