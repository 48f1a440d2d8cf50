import { describe, expect, it } from 'vitest';
import { createStackOverflow } from '../../../src/clients/stack-overflow/create-stack-overflow.ts';
import { failureOf } from '../support/failure.ts';
import { localService, type Reply, type Seen } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const october = Date.parse('2026-10-01T00:00:00Z');
const november = Date.parse('2026-11-01T00:00:00Z');

const question = {
  id: 501,
  title: 'How does Acme log in?',
  body: '<p>Acme wants SSO.</p>',
  tags: [{ id: 401, name: 'ai', description: 'Acme' }],
  owner: { id: 21, name: 'Sam Okoye' },
  creationDate: '2026-10-06T09:00:00Z',
  score: 2,
  answerCount: 1,
};
const answer = {
  id: 601,
  questionId: 501,
  body: '<p>Ask Acme.</p>',
  score: -1,
  creationDate: '2026-10-06T15:00:00.25+02:00',
  owner: { id: 31, name: 'Ines Ferrer' },
};

async function teamAgainst(reply: (request: Seen, count: number) => Reply) {
  const server = await localService(reply);
  const clock = quickClock();
  const team = createStackOverflow({
    url: `${server.origin}/v3/teams/acme`,
    token: 'so-t0ken-value',
    transport: { clock, timeoutMs: 500 },
  });
  return {
    team,
    clock,
    seen: server.seen,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** A page of a list; what is not given: the only one. */
function page(items: readonly unknown[], more: Record<string, unknown> = {}): Reply {
  const counts = { totalCount: items.length, pageSize: 100, page: 1, totalPages: 1 };
  return { status: 200, body: { ...counts, sort: 'creation', order: 'asc', items, ...more } };
}

function pageOf(request: Seen): number {
  return Number(new URL(request.url, 'http://local').searchParams.get('page'));
}

/** Questions with ids from `first` to `last`. */
function numbered(first: number, last: number) {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ ...question, id: first + index }));
}

describe('a question', () => {
  it('is kept without its title, its text and the name of who asked', async () => {
    await using world = await teamAgainst(() => page([question]));

    expect(await world.team.questions(401, october, november)).toEqual([
      { id: 501, at: Date.parse('2026-10-06T09:00:00Z'), tags: ['ai'], answerCount: 1 },
    ]);
  });

  it('is asked for by one tag and period, with the token and a name of our own', async () => {
    await using world = await teamAgainst(() => page([]));

    await world.team.questions(401, october, november);

    const [request] = world.seen;
    const url = new URL(request?.url ?? '', 'http://local');
    expect(url.pathname).toBe('/v3/teams/acme/questions');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tagId: '401',
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
      page: '1',
      pageSize: '100',
      sort: 'creation',
      order: 'asc',
    });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer so-t0ken-value',
      'user-agent': 'sme-desk',
    });
  });

  it('asked at the end of the period is not of it, one asked at its beginning is', async () => {
    const at = (id: number, creationDate: string) => ({ ...question, id, creationDate });
    await using world = await teamAgainst(() =>
      page([at(1, '2026-09-30T23:59:59Z'), at(2, '2026-10-01T00:00:00Z'), at(3, '2026-11-01T00:00:00Z')]),
    );

    const found = await world.team.questions(401, october, november);

    expect(found.map(({ id }) => id)).toEqual([2]);
  });

  it('that was deleted is none, though an administrator’s token still sees it', async () => {
    await using world = await teamAgainst(() => page([{ ...question, isDeleted: true }]));

    expect(await world.team.questions(401, october, november)).toEqual([]);
  });
});

describe('an answer', () => {
  it('is kept with its score, its time and the number of who gave it', async () => {
    await using world = await teamAgainst(() => page([answer]));

    expect(await world.team.answers(501)).toEqual([
      { id: 601, at: Date.parse('2026-10-06T13:00:00.25Z'), user: 31, score: -1 },
    ]);
  });

  it.each([[{ ...answer, owner: null }], [{ ...answer, owner: undefined }]])(
    'of an account that is gone has nobody',
    async (gone) => {
      await using world = await teamAgainst(() => page([gone]));

      expect(await world.team.answers(501)).toMatchObject([{ user: null }]);
    },
  );

  it('of a question that is gone is nobody’s: null, and no empty list', async () => {
    await using world = await teamAgainst(() => ({ status: 404, body: { title: 'Question not found' } }));

    expect(await world.team.answers(501)).toBeNull();
  });

  it('with a time that names no offset is of UTC', async () => {
    await using world = await teamAgainst(() => page([{ ...answer, creationDate: '2026-10-06T15:00:00' }]));

    expect(await world.team.answers(501)).toMatchObject([{ at: Date.parse('2026-10-06T15:00:00Z') }]);
  });
});

describe('a tag', () => {
  const tags = page([
    { id: 406, name: 'ai-ethics' },
    { id: 401, name: 'ai' },
  ]);

  it('is found by its whole name, whatever its case', async () => {
    await using world = await teamAgainst(() => tags);

    expect(await world.team.tagId(' AI ')).toBe(401);
  });

  it('that only looks like another is not found', async () => {
    await using world = await teamAgainst(() => tags);

    expect(await world.team.tagId('ai-eth')).toBeNull();
  });
});

describe('a list of several pages', () => {
  it('is read to its end', async () => {
    await using world = await teamAgainst((request) => {
      const number = pageOf(request);
      const items = number === 3 ? numbered(201, 230) : numbered(number * 100 - 99, number * 100);
      return page(items, { page: number, totalPages: 3, totalCount: 230 });
    });

    expect(await world.team.questions(401, october, november)).toHaveLength(230);
    expect(world.seen.map(pageOf)).toEqual([1, 2, 3]);
  });

  const twoPages = { totalPages: 2, totalCount: 150 };
  it.each<[string, (number: number) => Reply]>([
    [
      'a short page',
      (number) => page(numbered(number * 100 - 99, number * 100 - 50), { page: number, ...twoPages }),
    ],
    ['a page that comes twice', () => page(numbered(1, 100), { page: 1, ...twoPages })],
    [
      'items that come twice',
      (number) => page(number === 1 ? numbered(1, 100) : numbered(51, 100), { page: number, ...twoPages }),
    ],
    [
      'an empty page in the middle',
      (number) => page(number === 1 ? [] : numbered(1, 50), { page: number, ...twoPages }),
    ],
    ['an end before its count', () => page(numbered(1, 100), { totalPages: 1, totalCount: 150 })],
  ])('with %s is an error, and never an end', async (_, reply) => {
    await using world = await teamAgainst((request) => reply(pageOf(request)));

    const failure = await failureOf(world.team.questions(401, october, november));

    expect(failure.code).toBe('stack-overflow-list-incomplete');
  });

  it('whose second page fails is an error', async () => {
    await using world = await teamAgainst((request) =>
      pageOf(request) === 1 ? page(numbered(1, 100), twoPages) : { status: 503 },
    );

    const failure = await failureOf(world.team.questions(401, october, november));

    expect(failure.code).toBe('stack-overflow-failed');
  });

  it('is read again where it changes while it is read', async () => {
    await using world = await teamAgainst((request, count) => {
      const number = pageOf(request);
      const items = number === 1 ? numbered(1, 100) : numbered(101, 120);
      return page(items, { page: number, totalPages: 2, totalCount: count === 1 ? 121 : 120 });
    });

    expect(await world.team.questions(401, october, november)).toHaveLength(120);
    expect(world.seen.map(pageOf)).toEqual([1, 2, 1, 2]);
  });

  it('that changes every time is an error', async () => {
    await using world = await teamAgainst((request, count) =>
      page(numbered(1, 100), { page: pageOf(request), totalPages: 2, totalCount: 200 + count }),
    );

    const failure = await failureOf(world.team.questions(401, october, november));

    expect(failure.code).toBe('stack-overflow-list-incomplete');
    expect(world.seen).toHaveLength(6);
  });
});

describe('a refusal', () => {
  it.each([
    [401, 'stack-overflow-token-refused'],
    [403, 'stack-overflow-right-missing'],
    [404, 'stack-overflow-team-not-found'],
    [400, 'stack-overflow-refused'],
    [302, 'stack-overflow-refused'],
    [204, 'stack-overflow-refused'],
  ])('with %i is told as %s, without a word of the answer', async (status, code) => {
    await using world = await teamAgainst(() => ({
      status,
      ...(status === 204 ? {} : { body: { title: 'Acme' } }),
    }));

    const failure = await failureOf(world.team.tagId('ai'));

    expect(failure.code).toBe(code);
    expect(failure.message).toContain(`http ${status}`);
    expect(failure.message).not.toContain('Acme');
  });

  it('of the token ends all calls of the run', async () => {
    await using world = await teamAgainst(() => ({ status: 401 }));

    await failureOf(world.team.tagId('ai'));
    const second = await failureOf(world.team.answers(501));

    expect(second.code).toBe('stack-overflow-stopped');
    expect(world.seen).toHaveLength(1);
  });

  it.each([
    ['a page of HTML', '<html>Sign in</html>'],
    ['something else', { hello: 'Acme' }],
    [
      'an item without an id',
      { totalCount: 1, pageSize: 100, page: 1, totalPages: 1, items: [{ name: 'ai' }] },
    ],
    ['an item without a name', { totalCount: 1, pageSize: 100, page: 1, totalPages: 1, items: [{ id: 4 }] }],
  ])('%s in the place of an answer is unreadable', async (_, body) => {
    await using world = await teamAgainst(() => ({ status: 200, body }));

    const failure = await failureOf(world.team.tagId('ai'));

    expect(failure.code).toBe('stack-overflow-answer-unreadable');
  });
});

describe('"too often"', () => {
  it('is waited for as long as it says', async () => {
    await using world = await teamAgainst((_, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '7' } } : page([{ id: 401, name: 'ai' }]),
    );

    expect(await world.team.tagId('ai')).toBe(401);
    expect(world.clock.waits).toEqual([7000]);
  });

  it('is waited for one refill of the bucket where it does not say', async () => {
    await using world = await teamAgainst((_, count) =>
      count === 1 ? { status: 429 } : page([{ id: 401, name: 'ai' }]),
    );

    await world.team.tagId('ai');

    expect(world.clock.waits).toEqual([60_000]);
  });

  it('that goes on ends as an error, after a bounded wait', async () => {
    await using world = await teamAgainst(() => ({ status: 429 }));

    const failure = await failureOf(world.team.tagId('ai'));

    expect(failure.code).toBe('stack-overflow-rate-limited');
    expect(world.clock.waits.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(180_000);
  });
});

describe('the way to Stack Overflow', () => {
  it('is tried again after a passing failure, and a bounded number of times', async () => {
    await using passing = await teamAgainst((_, count) => (count === 1 ? { status: 502 } : page([])));
    await using lasting = await teamAgainst(() => 'reset');

    expect(await passing.team.tagId('ai')).toBeNull();
    expect((await failureOf(lasting.team.tagId('ai'))).code).toBe('stack-overflow-answer-lost');
    expect(lasting.seen).toHaveLength(4);
  });

  it.each([
    'not an address',
    'ftp://example.com',
    'https://user:secret@example.com/v3',
    'https://example.com/v3?team=acme',
  ])('cannot be %j', (url) => {
    expect(() => createStackOverflow({ url, token: 't' })).toThrow(/STACK_OVERFLOW_API_URL/);
  });

  it('leads to no number that is none', async () => {
    await using world = await teamAgainst(() => page([]));

    for (const id of [0, -1, 1.5, Number.NaN]) {
      expect((await failureOf(world.team.answers(id))).code).toBe('stack-overflow-route-not-allowed');
    }
    expect(world.seen).toEqual([]);
  });
});
