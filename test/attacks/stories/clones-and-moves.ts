import assert from 'node:assert/strict';
import { z } from 'zod';
import { person } from '../../../src/sandbox/people.ts';
import { inSandbox, type ShownSandbox } from '../shown-sandbox.ts';
import type { Story } from '../story.ts';

const copy = z.object({ id: z.number(), iid: z.number(), project_id: z.number() });

/** Request 1 is approved and has its SME. */
async function assigned({ sandbox, run, states }: ShownSandbox): Promise<void> {
  await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved'] });
  await run();
  assert.deepEqual(await states(), ['assigned']);
}

/** A copy is a request of its own, which nobody has approved. */
async function isNobodysApproval({ run, states, grants }: ShownSandbox, iid: number): Promise<void> {
  const before = grants();
  await run();
  await run();
  assert.deepEqual(await states(iid), ['awaiting-approval']);
  assert.deepEqual(grants(), before);
}

async function clonedWithNotes(scene: ShownSandbox): Promise<void> {
  await assigned(scene);
  scene.sandbox.advance(60_000);
  const mallory = person(scene.sandbox.origin, 'mallory');
  const answer = await mallory.call('POST', '/projects/7/issues/1/clone', {
    to_project_id: 7,
    with_notes: true,
  });
  await isNobodysApproval(scene, copy.parse(answer).iid);
  assert.deepEqual(await scene.states(1), ['assigned']);
}

async function movedAwayAndBack(scene: ShownSandbox): Promise<void> {
  await assigned(scene);
  scene.sandbox.advance(60_000);
  const mallory = person(scene.sandbox.origin, 'mallory');
  const there = copy.parse(await mallory.call('POST', '/projects/7/issues/1/move', { to_project_id: 8 }));
  const back = await mallory.call('POST', `/projects/8/issues/${there.iid}/move`, { to_project_id: 7 });
  await isNobodysApproval(scene, copy.parse(back).iid);
}

export const stories: readonly Story[] = [
  { name: 'a Planner clones an assigned request in GitLab', tell: () => inSandbox(clonedWithNotes) },
  {
    name: 'an assigned request is moved to another project and back',
    tell: () => inSandbox(movedAwayAndBack),
  },
];
