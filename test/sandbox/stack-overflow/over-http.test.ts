import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deskStackOverflowToken, stackOverflowAddress } from '../../../src/sandbox/example/stack-overflow.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';

let served: Sandbox;

beforeEach(async () => {
  served = await startSandbox();
});

afterEach(() => served.close());

const list = z.looseObject({
  totalCount: z.number(),
  page: z.number(),
  totalPages: z.number(),
  items: z.array(z.looseObject({ id: z.number() })),
});

function get(path: string, token = deskStackOverflowToken): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return fetch(`${stackOverflowAddress(served.origin)}${path}`, { headers });
}

async function idsOf(path: string): Promise<number[]> {
  return list.parse(await (await get(path)).json()).items.map(({ id }) => id);
}

describe('the questions of the team', () => {
  it('come newest first unless they are asked for in order', async () => {
    expect((await idsOf('/questions'))[0]).toBe(508);
    expect((await idsOf('/questions?sort=creation&order=asc'))[0]).toBe(501);
  });

  it('are found by tag and period, each tag by its number only', async () => {
    const october = 'from=2026-10-01T00:00:00Z&to=2026-10-31T23:59:59Z';

    expect(await idsOf(`/questions?tagId=401&${october}&order=asc`)).toEqual([501, 503]);
    expect(await idsOf('/questions?tagId=401&tagId=402')).toEqual([501]);
    expect((await get('/questions?tagId=ai')).status).toBe(400);
  });

  it('are cut into pages that count them all', async () => {
    const [first] = served.world.stackOverflow.questions;
    if (first === undefined) throw new Error('the example team has no question');
    const many = Array.from({ length: 25 }, (_, index) => ({ ...first, id: 700 + index }));
    served.world.stackOverflow.questions.push(...many);

    const second = list.parse(await (await get('/questions?tagId=401&pageSize=15&page=2')).json());

    expect(second).toMatchObject({ totalCount: 28, page: 2, totalPages: 2 });
    expect(second.items).toHaveLength(13);
    expect(await idsOf('/questions?page=9')).toEqual([]);
  });
});

describe('the tags of the team', () => {
  it('are found by a part of their name', async () => {
    const found = z
      .looseObject({ items: z.array(z.looseObject({ name: z.string() })) })
      .parse(await (await get('/tags?partialName=AI&sort=name&order=asc')).json());

    expect(found.items.map(({ name }) => name)).toEqual(['ai', 'ai-ethics']);
  });
});

describe('the team', () => {
  it('shows nothing without its token, and nothing of another team', async () => {
    expect((await get('/questions', 'guess')).status).toBe(401);
    expect((await fetch(`${served.origin}/v3/teams/other/questions`)).status).toBe(401);
    expect((await get('/../other/questions')).status).toBe(404);
  });

  it('does not know a question that is gone', async () => {
    expect((await get('/questions/999/answers')).status).toBe(404);
  });

  it('can be down', async () => {
    served.world.stackOverflow.switches.down = true;

    expect((await get('/questions')).status).toBe(503);
  });

  it('keeps a journal of calls, all of them reads of the desk', async () => {
    await get('/questions/501/answers');

    expect(served.world.journal).toMatchObject([
      {
        system: 'stack-overflow',
        actor: 'project_7_bot_desk',
        route: '/v3/teams/:team/questions/:questionId/answers',
        write: false,
        status: 200,
      },
    ]);
  });

  it('has no route that writes: a call of one is an offence', async () => {
    const answered = await fetch(`${stackOverflowAddress(served.origin)}/questions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${deskStackOverflowToken}` },
      body: '{}',
    });

    expect(answered.status).toBe(501);
    expect(served.offences).toEqual(['no such route POST /v3/teams/acme/questions']);
  });
});
