import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { type Beat, standardStory } from '../../src/sandbox/story/standard-story.ts';
import type { World } from '../../src/sandbox/world.ts';
import { deskVariables, type Mode, readTemplate, runDesk } from '../story/run-desk.ts';
import { othersUnchanged, sameEnd, sameInAnyOrder, wroteNothing } from './compare-ends.ts';
import { examine, judge } from './examine.ts';
import { findingsText } from './finding.ts';
import { wellBehaved } from './planted/acts.ts';
import { faults } from './planted/faults.ts';
import { issuePath, openRequest, sceneAt } from './planted/scene.ts';
import { readRules } from './rules.ts';
import { see } from './see.ts';

const rules = await readRules();
const hour = 3_600_000;

/** Plays one beat; the desk's exit code has to be the one the story tells. */
async function play(sandbox: Sandbox, beat: Beat, mode: Mode): Promise<void> {
  switch (beat.kind) {
    case 'time':
      sandbox.advance(beat.minutes * 60_000);
      return;
    case 'person':
      await beat.act({ origin: sandbox.origin, template: await readTemplate() });
      return;
    case 'desk': {
      const { code, err } = await runDesk(beat.script, beat.args, deskVariables(sandbox.origin, mode));
      expect(code, err).toBe(beat.exit);
      return;
    }
    default:
      beat satisfies never;
  }
}

describe('a planted fault is found', () => {
  let sandbox: Sandbox;
  const worlds = new Map<'approved' | 'end', World>();

  beforeAll(async () => {
    sandbox = await startSandbox();
    for (const beat of standardStory) {
      await play(sandbox, beat, 'everything on');
      if (beat.kind === 'person' && beat.who === 'omar') worlds.set('approved', sandbox.save());
    }
    sandbox.advance(hour);
    worlds.set('end', sandbox.save());
  }, 60_000);

  afterAll(() => sandbox.close());

  function at(when: 'approved' | 'end'): ReturnType<typeof sceneAt> {
    const world = worlds.get(when);
    if (world === undefined) throw new Error(`the story did not come to: ${when}`);
    sandbox.restore(world);
    return sceneAt(sandbox, rules);
  }

  it.each(['approved', 'end'] as const)('and before it, at “%s”, there was none', async (when) => {
    at(when);

    expect(findingsText(await examine(sandbox, rules))).toBe('');
  });

  it.each(faults)('$invariant: $name', async ({ plant, when, invariant, says = '' }) => {
    const scene = at(when);

    await plant(scene);

    const findings = await examine(sandbox, rules);
    const found = findings.filter((finding) => finding.what.includes(says));
    expect(
      found.map((finding) => finding.invariant),
      findingsText(findings),
    ).toContain(invariant);
  });

  it('6: an end that lacks what the same story has without faults', async () => {
    at('end');
    const expected = await see(sandbox, rules);
    const { desk } = at('end');
    await desk.slack('conversations.kick', { channel: 'C0OPPACME1', user: 'U0JONAS001' });
    await desk.gitlab('PUT', issuePath(2), { remove_labels: 'request::engaged' });

    const findings = sameEnd(expected, await see(sandbox, rules));

    expect(findings.map(({ invariant, what }) => [invariant, what.split(':')[0]])).toEqual([
      [6, '#2 labels'],
      [6, 'C0OPPACME1 members'],
    ]);
    expect(sameEnd(expected, expected)).toEqual([]);
    expect(judge(expected)).toEqual([]);
  });

  it('6: ids, times and a lost answer about an invitation make no other end', async () => {
    at('approved');
    await runDesk('reconcile', ['--apply'], deskVariables(sandbox.origin, 'everything on'));
    const expected = await see(sandbox, rules);
    const scene = at('approved');
    await scene.as('petra').gitlab('POST', `${issuePath(2)}/notes`, { body: 'moves every id on' });
    sandbox.advance(hour / 60);
    sandbox.world.faults.push({
      match: { route: '/api/conversations.invite' },
      effect: { kind: 'lose-answer' },
      times: 1,
    });
    for (let run = 0; run < 3; run += 1) {
      await runDesk('reconcile', ['--apply'], deskVariables(sandbox.origin, 'everything on'));
      sandbox.advance(90_000);
    }

    const findings = sameEnd(expected, await see(sandbox, rules));

    expect(findings.map(({ what }) => what)).toEqual(['#2 petra comment : nothing ≠ moves every id on']);
  });

  it('7: a write of a desk that has nothing to do', async () => {
    const { desk } = at('end');
    const before = await see(sandbox, rules);
    await desk.gitlab('GET', issuePath(1));
    expect(wroteNothing(before, await see(sandbox, rules))).toEqual([]);

    await desk.gitlab('PUT', issuePath(1), { add_labels: 'request::assigned' });

    expect(wroteNothing(before, await see(sandbox, rules))).toMatchObject([{ invariant: 7 }]);
  });

  it('11: a poisoned issue that changes what becomes of another', async () => {
    at('end');
    const clean = await see(sandbox, rules);
    const scene = at('end');
    const poisoned = await openRequest(scene, 'sofia', true);
    expect(othersUnchanged(clean, await see(sandbox, rules), [poisoned.iid])).toEqual([]);

    await scene.desk.gitlab('PUT', issuePath(2), { assignee_ids: [] });

    expect(othersUnchanged(clean, await see(sandbox, rules), [poisoned.iid])).toMatchObject([
      { invariant: 11, issue: 2 },
    ]);
  });

  it('18: another choice because a list came in another order', async () => {
    at('end');
    const usual = await see(sandbox, rules);
    await at('end').desk.gitlab('PUT', issuePath(1), { assignee_ids: [31] });

    expect(sameInAnyOrder(usual, await see(sandbox, rules))).toMatchObject([{ invariant: 18, issue: 1 }]);
  });

  it('a hand that does what the desk does, with an approval that counts, is not accused', async () => {
    await wellBehaved(at('end'));

    expect(findingsText(await examine(sandbox, rules))).toBe('');
  });
});

describe('the standard story has nothing to find, whatever the desk is given', () => {
  it.each([
    ['premium', 'everything on'],
    ['free', 'everything on'],
    ['premium', 'Salesforce and Slack off'],
  ] as const)('GitLab %s, %s', async (tier, mode) => {
    const sandbox = await startSandbox();
    sandbox.world.switches.tier = tier;

    for (const beat of standardStory) {
      await play(sandbox, beat, mode);
      if (beat.kind === 'desk') expect(findingsText(await examine(sandbox, rules))).toBe('');
    }

    await sandbox.close();
  });
});
