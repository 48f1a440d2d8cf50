import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStackOverflow } from '../../src/clients/stack-overflow/create-stack-overflow.ts';
import type { StackOverflow } from '../../src/clients/stack-overflow/types.ts';
import { observeQuestions } from '../../src/run/observe/observe-questions.ts';
import { deskStackOverflowToken, stackOverflowAddress } from '../../src/sandbox/example/stack-overflow.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { exampleConfig } from '../builders/config.ts';
import { quickClock } from '../clients/support/quick-clock.ts';

const config = exampleConfig();
const october = Date.parse('2026-10-01T00:00:00Z');
const december = Date.parse('2026-12-01T00:00:00Z');

let sandbox: Sandbox;
let team: StackOverflow;

beforeEach(async () => {
  sandbox = await startSandbox();
  team = createStackOverflow({
    url: stackOverflowAddress(sandbox.origin),
    token: deskStackOverflowToken,
    transport: { clock: quickClock() },
  });
});

afterEach(async () => {
  const { offences } = sandbox;
  await sandbox.close();
  expect(offences).toEqual([]);
});

function observe(to = december) {
  return observeQuestions(team, config, october, to);
}

describe('the questions of a run', () => {
  it('are those with a tag of any area, each once, with their answers', async () => {
    const { questions, problem } = await observe();

    expect(problem).toBeNull();
    expect(questions.kind === 'read' && questions.value.map(({ id }) => id)).toEqual([
      501, 502, 503, 504, 505, 507,
    ]);
    expect(questions.kind === 'read' && questions.value[0]).toEqual({
      id: 501,
      at: Date.parse('2026-10-06T09:00:00Z'),
      tags: ['ai', 'gitlab-duo'],
      answers: [
        { id: 601, at: Date.parse('2026-10-06T15:00:00Z'), user: 31, score: 7 },
        { id: 602, at: Date.parse('2026-10-07T08:00:00Z'), user: 22, score: 2 },
      ],
    });
  });

  it('end where the period ends', async () => {
    const { questions } = await observe(Date.parse('2026-10-12T10:30:00Z'));

    expect(questions).toMatchObject({ kind: 'read', value: [{ id: 501 }] });
  });

  it('cost no call for the answers of a question that has none', async () => {
    await observe();

    const paths = sandbox.world.journal.map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/505/answers'))).toEqual([]);
    expect(paths.filter((path) => path.includes('/501/answers'))).toHaveLength(1);
  });

  it('hold no title, no text and no name', async () => {
    expect(JSON.stringify(await observe())).not.toMatch(/acme|okoye|ferrer|<p>/i);
  });

  it('leave out one that is deleted while they are read', async () => {
    sandbox.beforeCall = (call) => {
      const { stackOverflow } = sandbox.world;
      if (call.path.includes('/502/answers'))
        stackOverflow.questions = stackOverflow.questions.filter(({ id }) => id !== 502);
      return Promise.resolve();
    };

    const { questions, problem } = await observe();

    expect(problem).toBeNull();
    expect(questions.kind === 'read' && questions.value.map(({ id }) => id)).toEqual([
      501, 503, 504, 505, 507,
    ]);
  });
});

describe('without questions a run says why', () => {
  it('while Stack Overflow is off', async () => {
    expect(await observeQuestions(null, config, october, december)).toEqual({
      questions: {
        kind: 'not available',
        reason: 'Stack Overflow is off: set STACK_OVERFLOW_API_URL and STACK_OVERFLOW_TOKEN',
      },
      problem: null,
    });
  });

  it('while no area has tags, and asks for nothing', async () => {
    const areas = config.areas.map((area) => ({ ...area, stackOverflowTags: [] }));

    expect(await observeQuestions(team, { areas }, october, december)).toEqual({
      questions: { kind: 'not available', reason: 'no area has stack_overflow_tags' },
      problem: null,
    });
    expect(sandbox.world.journal).toEqual([]);
  });

  it('while Stack Overflow is down', async () => {
    sandbox.world.stackOverflow.switches.down = true;

    expect(await observe()).toMatchObject({
      questions: { kind: 'not available', reason: 'Stack Overflow is down' },
      problem: { code: 'stack-overflow-failed' },
    });
  });

  it('where the answers of one question cannot be read: half of them would be believed', async () => {
    sandbox.beforeCall = (call) =>
      Promise.resolve(call.path.includes('/503/answers') ? { kind: 'refuse' } : undefined);

    expect(await observe()).toMatchObject({
      questions: { kind: 'not available', reason: 'Stack Overflow is down' },
      problem: { code: 'stack-overflow-answer-lost' },
    });
  });
});

it('a tag that nobody knows there has no questions, and is told', async () => {
  const { stackOverflow } = sandbox.world;
  stackOverflow.tags = stackOverflow.tags.filter(({ name }) => name !== 'agile');

  const { questions, problem } = await observe();

  expect(questions.kind === 'read' && questions.value.map(({ id }) => id)).toEqual([501, 502, 503, 504, 507]);
  expect(problem).toMatchObject({ code: 'stack-overflow-tag-unknown' });
  expect(problem?.message).toContain('(agile)');
});
