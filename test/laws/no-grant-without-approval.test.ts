import { afterAll, describe, expect, it } from 'vitest';
import { person } from '../../src/sandbox/people.ts';
import { examine } from '../oracle/examine.ts';
import { findingsText } from '../oracle/finding.ts';
import { readRules } from '../oracle/rules.ts';
import { momentsOf, storySandbox } from '../story/play-story.ts';
import { onWrite, runAgain, runBeat, settle } from './desk-run.ts';
import { grantsIn, isGrant } from './grants.ts';

const mode = 'everything on';
const rules = await readRules();
const sandbox = await storySandbox(mode);
const moments = await momentsOf(sandbox, mode);
const approved = moments.find(({ because }) => because.startsWith('omar approves'));
if (approved === undefined) throw new Error('nobody approves in the story');
const { beat, world, writes } = approved;
const demo = 1;

afterAll(() => sandbox.close());

/** What takes the authority away, by name. */
const losses: Readonly<Record<string, () => Promise<unknown>>> = {
  'the approver declines': () =>
    person(sandbox.origin, 'omar').setLabels(demo, { add: ['request::declined'] }),
  'the approver is deactivated': async () => {
    const omar = Object.values(sandbox.world.gitlab.users).find(({ username }) => username === 'omar');
    if (omar !== undefined) omar.state = 'deactivated';
  },
  'the requester closes the request': () => person(sandbox.origin, 'sam').close(demo),
  'the requester names another opportunity': async () => {
    const { description } = await person(sandbox.origin, 'sam').readIssue(demo);
    const other = (description ?? '').replaceAll('006AB000001AcmeYAC', '006AB000001InitYAC');
    await person(sandbox.origin, 'sam').editIssue(demo, { description: other });
  },
  'the record is deleted': async () => {
    const issue = sandbox.world.gitlab.projects[7]?.issues[demo];
    if (issue !== undefined)
      issue.notes = issue.notes.filter(({ body }) => !body.includes('sme-desk:record'));
  },
};

/** The beat of the approval, on a clock on which every grant comes more than a minute after the one before. */
function slowRun() {
  let minutes = 0;
  return runBeat(sandbox, mode, beat, {
    monotonic: () => {
      minutes += 61_000;
      return minutes;
    },
  });
}

/** Plays the beat with something happening at a write; gives the grants from then on, without that write itself. */
async function grantsAfter(at: number, happens: () => Promise<unknown>): Promise<string[]> {
  sandbox.restore(world);
  let from = 0;
  sandbox.beforeCall = onWrite(at, async (call) => {
    await happens();
    from = call.seq;
    return undefined;
  });
  await slowRun();
  sandbox.beforeCall = null;
  await runAgain(sandbox, mode, beat);
  return grantsIn(sandbox.world.journal.filter((call) => call.seq > from));
}

describe('law 5: no grant without a live human approval', () => {
  it('while the approval stands, the SME is granted a row, an invitation and a message', async () => {
    sandbox.restore(world);
    const before = sandbox.world.journal.length;
    await slowRun();
    expect(grantsIn(sandbox.world.journal.slice(before))).toHaveLength(3);
  });

  for (const [name, happens] of Object.entries(losses)) {
    for (const [index, write] of writes.entries()) {
      it(`${name} right before write ${index + 1}, ${write}: nothing is granted after it`, async () => {
        expect(await grantsAfter(index + 1, happens)).toEqual([]);
        expect(sandbox.offences).toEqual([]);
        expect(findingsText(await examine(sandbox, rules))).toBe('');
      });
    }
  }

  for (const [index, write] of writes.entries()) {
    it(`the issue is made public right before write ${index + 1}, ${write}: nothing is granted until it is confidential`, async () => {
      sandbox.restore(world);
      let from = 0;
      sandbox.beforeCall = onWrite(index + 1, async (call) => {
        await person(sandbox.origin, 'priya').editIssue(demo, { confidential: false });
        from = call.seq;
        return undefined;
      });
      await slowRun();
      sandbox.beforeCall = null;
      expect(grantsIn(sandbox.world.journal.filter((call) => call.seq > from))).toEqual([]);
      await settle(sandbox, mode, beat);
      expect(sandbox.world.gitlab.projects[7]?.issues[demo]?.confidential).toBe(true);
      expect(findingsText(await examine(sandbox, rules))).toBe('');
    });
  }

  // From the third write on the label has been replaced by the desk, so there is nothing to take off.
  for (const at of [1, 2]) {
    it(`the approver takes the label off right before write ${at}: nothing is granted`, async () => {
      const withdraw = () =>
        person(sandbox.origin, 'omar').setLabels(demo, { remove: ['request::approved'] });
      expect(await grantsAfter(at, withdraw)).toEqual([]);
      expect(findingsText(await examine(sandbox, rules))).toBe('');
    });
  }

  it.each([
    ['a Planner without a role in the program', 'mallory'],
    ['the requester', 'sam'],
    ['an approver of another area', 'lena'],
    ['an SME of the area', 'ines'],
    ['the operator', 'olivia'],
  ])('the label set by %s grants nothing', async (_name, username) => {
    sandbox.restore(world);
    const before = sandbox.world.journal.length;
    await person(sandbox.origin, 'omar').setLabels(demo, { remove: ['request::approved'] });
    const issue = sandbox.world.gitlab.projects[7]?.issues[demo];
    const member = Object.values(sandbox.world.gitlab.users).find((user) => user.username === username);
    const label = Object.values(sandbox.world.gitlab.labels).find(({ name }) => name === 'request::approved');
    if (issue === undefined || member === undefined || label === undefined) throw new Error('no such person');
    // Straight into the history: whatever rights a person has in GitLab, the event decides.
    issue.labelIds.push(label.id);
    sandbox.world.gitlab.counters.labelEvent += 1;
    issue.labelEvents.push({
      id: sandbox.world.gitlab.counters.labelEvent,
      userId: member.id,
      createdAt: sandbox.world.clock.now,
      labelId: label.id,
      action: 'add',
    });
    await runAgain(sandbox, mode, beat);
    await settle(sandbox, mode, beat);
    expect(grantsIn(sandbox.world.journal.slice(before))).toEqual([]);
  });

  it('what was granted in the last moment before a decline with a reason is taken back', async () => {
    const at = writes.findIndex((write) => write.includes('OpportunityTeamMember')) + 1;
    await grantsAfter(at, () => losses['the approver declines']?.() ?? Promise.resolve());
    expect(sandbox.world.salesforce.teamMembers.some((row) => row.UserId === '005AB000001JonaYAC')).toBe(
      true,
    );
    await person(sandbox.origin, 'omar').comment(demo, 'The customer has called the meeting off.');
    await settle(sandbox, mode, beat);
    expect(sandbox.world.salesforce.teamMembers.some((row) => row.UserId === '005AB000001JonaYAC')).toBe(
      false,
    );
    const { state, labels } = await person(sandbox.origin, 'omar').readIssue(demo);
    expect({ state, labels }).toEqual({
      state: 'closed',
      labels: expect.arrayContaining(['request::declined']),
    });
  });

  it('a row whose answer was lost is the desk’s own: after a decline it goes', async () => {
    sandbox.restore(world);
    sandbox.beforeCall = async (call) => (isGrant(call) ? { kind: 'lose-answer' } : undefined);
    await runBeat(sandbox, mode, beat);
    sandbox.beforeCall = null;
    expect(sandbox.world.salesforce.teamMembers.some((row) => row.UserId === '005AB000001JonaYAC')).toBe(
      true,
    );
    await person(sandbox.origin, 'omar').comment(demo, 'The customer has called the meeting off.');
    await person(sandbox.origin, 'omar').setLabels(demo, { add: ['request::declined'] });
    await settle(sandbox, mode, beat);
    expect(sandbox.world.salesforce.teamMembers.some((row) => row.UserId === '005AB000001JonaYAC')).toBe(
      false,
    );
  });
});
