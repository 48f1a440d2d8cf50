import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/sandbox/world.ts';
import { momentsOf, storyModes, storySandbox } from '../story/play-story.ts';
import { runBeat, writesDuring } from './desk-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sme-desk-plan-'));
const planFile = join(folder, 'plan.json');

/** Every script, as a person calls it to look at its plan. */
const looks: readonly (readonly [script: string, ...args: string[]])[] = [
  ['setup'],
  ['reconcile'],
  ['reconcile', '--issue', '1', '--json'],
  ['reconcile', '--plan', planFile],
  ['validate-requests'],
  ['assign-smes'],
  ['sync-salesforce'],
  ['sync-slack'],
  ['publish-metrics'],
  ['maintain-feedback-board'],
];

afterAll(() => rmSync(folder, { recursive: true }));

/** All that anybody could notice: everything but the tokens that reading takes and the counts of calls. */
function noticeable({ gitlab, salesforce, slack }: World) {
  return structuredClone({
    ...gitlab,
    recent: null,
    teams: salesforce.teamMembers,
    opportunities: salesforce.opportunities,
    conversations: slack.conversations,
    notifications: slack.notifications,
  });
}

for (const mode of storyModes) {
  // What differs between the modes is the run itself, not the way its parts are started one by one.
  const shown = mode === 'everything on' ? looks : looks.slice(0, 2);
  const sandbox = await storySandbox(mode);
  const moments = await momentsOf(sandbox, mode);

  afterAll(() => sandbox.close());

  describe(`law 4: a plan writes nothing, ${mode}`, () => {
    for (const { because, beat, world } of moments.slice(1)) {
      it(`${because}: every script instead of ${beat.script} ${beat.args.join(' ')}`, async () => {
        sandbox.restore(world);
        const before = noticeable(sandbox.world);
        for (const [script, ...args] of shown) {
          const run = () => runBeat(sandbox, mode, { script, args });
          const { result, written } = await writesDuring(sandbox, run);
          expect(result, `${script} ${args.join(' ')}`).toMatchObject({ code: 0, err: '' });
          expect(written, `${script} ${args.join(' ')}`).toEqual([]);
        }
        expect(noticeable(sandbox.world)).toEqual(before);
        expect(sandbox.offences).toEqual([]);
      });
    }

    it('an empty project: setup tells what it would do and does none of it', async () => {
      const [setup] = moments;
      if (setup === undefined) throw new Error('the story has no setup');
      sandbox.restore(setup.world);
      const run = () => runBeat(sandbox, mode, { script: 'setup', args: [] });
      const { result, written } = await writesDuring(sandbox, run);
      expect(result.out).toContain('request::submitted');
      expect(written).toEqual([]);
    });
  });
}
