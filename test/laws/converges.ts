import { afterAll, describe, expect, it } from 'vitest';
import { examine } from '../oracle/examine.ts';
import { findingsText } from '../oracle/finding.ts';
import { readRules } from '../oracle/rules.ts';
import { type Moment, momentsOf, type StoryMode, storySandbox } from '../story/play-story.ts';
import { onWrite, runAgain, runBeat, runStopped, type Stop, settle, writesDuring } from './desk-run.ts';
import { endState } from './end-state.ts';
import { futureOf } from './future-of.ts';

const rules = await readRules();

/** One write of a beat. `title` is for the test's name. */
interface Write {
  readonly title: string;
  readonly moment: Moment;
  /** From 1, within its run. */
  readonly at: number;
}

/**
 * The laws of convergence over every write of the story in one mode (`docs/security.md#promises`): to apply and then
 * to plan is empty; a stop at any write, and a second run in between any two writes, lead to the end that an
 * undisturbed run has.
 */
export async function convergenceLaws(
  mode: StoryMode,
  covers: (moment: Moment) => boolean = ({ beat }) => beat.script !== 'setup',
): Promise<void> {
  const sandbox = await storySandbox(mode);
  const moments = (await momentsOf(sandbox, mode)).filter(covers);
  // On Free only labels are others: they do not exclude each other. The rest is covered with everything on.
  // Stops and second runs of publishing are told of a world of its own, in `converges-publishing.test.ts`.
  const writes = moments
    .filter(({ beat }) => beat.script !== 'publish-metrics')
    .flatMap(writesOfMoment)
    .filter((write) => mode !== 'GitLab Free' || isToIssueItself(write));
  const undisturbed = new Map<Moment, ReturnType<typeof sandbox.save>>();

  async function undisturbedEnd(moment: Moment) {
    const known = undisturbed.get(moment);
    if (known !== undefined) return known;
    sandbox.restore(moment.after);
    await settle(sandbox, mode, moment.beat);
    const end = sandbox.save();
    undisturbed.set(moment, end);
    return end;
  }

  async function expectSameEnd(moment: Moment, options: { inviterForgotten: boolean }): Promise<void> {
    expect(endState(sandbox.world, options)).toEqual(endState(await undisturbedEnd(moment), options));
    expect(sandbox.offences).toEqual([]);
    // The other modes end in the same states; there the oracle looks after each beat, in law 1.
    if (mode === 'everything on') expect(findingsText(await examine(sandbox, rules))).toBe('');
  }

  afterAll(() => sandbox.close());

  describe(`law 1: to apply and then to plan is empty, ${mode}`, () => {
    for (const { because, beat, after } of moments) {
      it(`${because}: ${beat.script}`, async () => {
        sandbox.restore(after);
        // The same run: one that a webhook started leaves the digest of the week to the next schedule.
        const { result, written } = await writesDuring(sandbox, () => runBeat(sandbox, mode, beat));
        expect(result).toMatchObject({ code: beat.exit, err: '' });
        expect(result.out).toMatch(/Nothing to (?:do|write)/);
        expect(written).toEqual([]);
        expect(findingsText(await examine(sandbox, rules))).toBe('');
      });
    }
  });

  describe(`law 2: a run that is stopped is made good by the next ones, ${mode}`, () => {
    const cases = writes.flatMap((write) => stopsAt(write).map((how) => ({ write, how })));
    // A stop that leaves the world of another one, such as death instead of a lost answer, has the same future.
    const madeGood = new Set<string>();
    for (const { write, how } of cases) {
      it(`${how}: ${write.title}`, async () => {
        const { moment, at } = write;
        await undisturbedEnd(moment);
        sandbox.restore(moment.world);
        await runStopped(sandbox, mode, moment.beat, { at, how });
        expect(sandbox.offences).toEqual([]);
        const inviterForgotten = isInvitedBy(write);
        const future = `${moment.because} ${inviterForgotten} ${futureOf(sandbox.world)}`;
        if (madeGood.has(future)) return;
        await settle(sandbox, mode, moment.beat);
        await expectSameEnd(moment, { inviterForgotten });
        madeGood.add(future);
      });
    }
  });

  describe(`law 3: a second run in between changes nothing, ${mode}`, () => {
    for (const write of writes) {
      it(write.title, async () => {
        const { moment, at } = write;
        await undisturbedEnd(moment);
        sandbox.restore(moment.world);
        sandbox.beforeCall = onWrite(at, async () => {
          await runBeat(sandbox, mode, moment.beat);
          return undefined;
        });
        await runBeat(sandbox, mode, moment.beat);
        sandbox.beforeCall = null;
        await runAgain(sandbox, mode, moment.beat);
        // GitLab has no conditional write: the slower run can write its older record over what Slack said.
        await expectSameEnd(moment, { inviterForgotten: true });
      });
    }
  });
}

/** Whether the run has come as far as the invitation at this write: then its answer can be forgotten. */
function isInvitedBy({ moment, at }: Write): boolean {
  const invitation = moment.writes.findIndex((write) => write.includes('conversations.invite')) + 1;
  return invitation > 0 && at >= invitation;
}

function isToGitLab({ moment, at }: Write): boolean {
  return (moment.writes[at - 1] ?? '').includes(' /projects/');
}

/** Whether it opens or changes an issue, labels and confidentiality included; what is said in it is no such write. */
function isToIssueItself({ moment, at }: Write): boolean {
  return / \/projects\/\d+\/issues(?:\/\d+)?$/.test(moment.writes[at - 1] ?? '');
}

function writesOfMoment(moment: Moment): Write[] {
  return moment.writes.map((write, index) => ({
    title: `${moment.because}, ${moment.beat.script} at write ${index + 1}, ${write}`,
    moment,
    at: index + 1,
  }));
}

/**
 * The ways to stop that make a difference. Death after a write is death before the next one, so it is a case of its
 * own after the last write only, and death before the first write is none. A write to GitLab that fails halts its
 * issue as death does; Salesforce and Slack delay only themselves, so there the run that goes on is a case of its own.
 */
function stopsAt(write: Write): readonly Stop[] {
  const { moment, at } = write;
  const goesOn = !isToGitLab(write);
  return [
    ...(at > 1 ? (['killed before'] as const) : []),
    'answer lost',
    ...(goesOn ? (['not applied'] as const) : []),
    ...(at === moment.writes.length ? (['killed after'] as const) : []),
  ];
}
