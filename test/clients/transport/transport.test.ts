import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../src/clients/client-error.ts';
import type { Route } from '../../../src/clients/transport/allow-list.ts';
import type { HttpMethod } from '../../../src/clients/transport/http.ts';
import { type TransportSettings, transportSettings } from '../../../src/clients/transport/settings.ts';
import { createTransport } from '../../../src/clients/transport/transport.ts';
import { createWaitBudget } from '../../../src/clients/transport/wait-budget.ts';
import { failureOf } from '../support/failure.ts';
import { localService, type Reply, type Seen } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const routes: Route[] = [
  { method: 'GET', pattern: 'things', write: false },
  { method: 'POST', pattern: 'things', write: true },
  { method: 'PUT', pattern: 'things', write: true },
  { method: 'DELETE', pattern: 'things', write: true },
  { method: 'POST', pattern: 'notes', write: true, note: true },
];

async function service(
  reply: (request: Seen, count: number) => Reply,
  settings: Partial<TransportSettings> = {},
) {
  const server = await localService(reply);
  const clock = quickClock();
  const transport = createTransport({
    service: 'gitlab',
    routes,
    bases: [`${server.origin}/`],
    secrets: [],
    settings: transportSettings({ clock, ...settings }),
    writeGapMs: 50,
    notesPerMinute: 3,
  });
  const send = (method: HttpMethod, path = 'things') =>
    transport.send({
      method,
      url: `${server.origin}/${path}`,
      headers: { 'private-token': 'glpat-1' },
      body: null,
    });
  return { server, clock, transport, send, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const writes: HttpMethod[] = ['POST', 'PUT', 'DELETE'];

describe('writes', () => {
  const table: [string, string, string, Reply][] = [
    ['a reset after the request', 'unknown', 'gitlab-answer-lost', 'reset'],
    ['no answer in time', 'unknown', 'gitlab-answer-lost', 'silence'],
    ['500', 'unknown', 'gitlab-failed', { status: 500 }],
    ['502', 'unknown', 'gitlab-failed', { status: 502 }],
    ['503', 'unknown', 'gitlab-failed', { status: 503, headers: { 'retry-after': '1' } }],
    ['504', 'unknown', 'gitlab-failed', { status: 504 }],
    ['429', 'not-applied', 'gitlab-rate-limited', { status: 429, headers: { 'retry-after': '1' } }],
    ['429 that does not say how long', 'not-applied', 'gitlab-rate-limited', { status: 429 }],
  ];
  it.each(table.flatMap((row) => writes.map((method) => [method, ...row] as const)))(
    '%s is sent once when there comes %s, and is then %s',
    async (method, _, outcome, code, reply) => {
      await using world = await service(() => reply, { timeoutMs: 100 });

      const failure = await failureOf(world.send(method));

      expect({ outcome: failure.outcome, code: failure.code }).toEqual({ outcome, code });
      expect(world.server.seen).toHaveLength(1);
    },
  );

  it('are not applied when nobody listens', async () => {
    const world = await service(() => ({ status: 200 }));
    await world.server[Symbol.asyncDispose]();

    const failure = await failureOf(world.send('POST'));

    expect([failure.code, failure.outcome]).toEqual(['gitlab-unreachable', 'not-applied']);
    expect(failure.reason).toBe('never sent: ECONNREFUSED');
  });

  it('keep their distance from each other', async () => {
    await using world = await service(() => ({ status: 200 }));

    await Promise.all([world.send('POST'), world.send('PUT'), world.send('DELETE')]);

    expect(world.clock.waits).toEqual([50, 50]);
  });

  it('of comments wait for the minute only after a burst, and beyond the budget for the next run', async () => {
    await using world = await service(() => ({ status: 201 }), { budget: createWaitBudget(70_000) });

    for (let count = 0; count < 4; count += 1) await world.send('POST', 'notes');
    for (let count = 0; count < 2; count += 1) await world.send('POST', 'notes');
    const late = await failureOf(world.send('POST', 'notes'));

    expect(world.clock.waits.filter((wait) => wait > 1000)).toEqual([59_900]);
    expect([late.code, late.outcome]).toEqual(['gitlab-rate-limited', 'not-applied']);
    expect((await world.send('GET')).status).toBe(201);
  });
});

describe('reads', () => {
  it.each<[string, Reply]>([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['a reset', 'reset'],
  ])('are asked again after %s, each time later', async (_, reply) => {
    await using world = await service((_request, count) => (count < 4 ? reply : { status: 200 }));

    const answer = await world.send('GET');

    expect(answer.status).toBe(200);
    expect(world.clock.waits).toEqual([500, 1000, 2000]);
  });

  it('end after a bounded number of repetitions', async () => {
    await using world = await service(() => ({ status: 502 }));

    const failure = await failureOf(world.send('GET'));

    expect([failure.code, failure.outcome]).toEqual(['gitlab-failed', 'not-applied']);
    expect(world.server.seen).toHaveLength(4);
  });

  it('are not asked again after 501 or 404', async () => {
    await using world = await service((_request, count) => ({ status: count === 1 ? 501 : 404 }));

    await failureOf(world.send('GET'));
    const answer = await world.send('GET');

    expect(answer.status).toBe(404);
    expect(world.server.seen).toHaveLength(2);
  });

  it('wait as long as Retry-After says', async () => {
    await using world = await service((_request, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '30' } } : { status: 200 },
    );

    await world.send('GET');

    expect(world.clock.waits).toEqual([30_000]);
  });

  it('wait until the date of Retry-After', async () => {
    const headers = { 'retry-after': 'Mon, 23 Nov 2026 08:00:20 GMT' };
    await using world = await service((_request, count) => ({ status: count === 1 ? 429 : 200, headers }));

    await world.send('GET');

    expect(world.clock.waits).toEqual([20_000]);
  });

  it('wait a minute when the service does not say how long', async () => {
    await using world = await service((_request, count) => ({ status: count === 1 ? 429 : 200 }));

    await world.send('GET');

    expect(world.clock.waits).toEqual([60_000]);
  });
});

describe('a service that says stop', () => {
  it('is not asked again in this run when its pause is beyond the budget', async () => {
    await using world = await service(() => ({ status: 429, headers: { 'retry-after': '3600' } }));

    const first = await failureOf(world.send('GET'));
    const later = await Promise.all([failureOf(world.send('GET')), failureOf(world.send('POST'))]);

    expect(first.code).toBe('gitlab-rate-limited');
    expect(later.map((failure) => [failure.code, failure.outcome])).toEqual([
      ['gitlab-stopped', 'not-applied'],
      ['gitlab-stopped', 'not-applied'],
    ]);
    expect(world.server.seen).toHaveLength(1);
    expect(world.clock.waits).toEqual([]);
  });

  it('keeps the next write back for as long as it asked after refusing one', async () => {
    await using world = await service((_request, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '7' } } : { status: 201 },
    );

    await failureOf(world.send('POST'));
    await world.send('POST');

    expect(world.clock.waits).toEqual([7000]);
  });

  it('can be stopped by its client', async () => {
    await using world = await service(() => ({ status: 200 }));

    world.transport.stop(new ClientError('gitlab-token-refused'));

    const failure = await failureOf(world.send('GET'));
    expect([failure.code, failure.message]).toEqual([
      'gitlab-stopped',
      expect.stringContaining('gitlab-token-refused'),
    ]);
    expect(world.server.seen).toEqual([]);
  });
});

describe('the way out', () => {
  it('sends nothing that is not on the allow-list', async () => {
    await using world = await service(() => ({ status: 200 }));

    const failures = await Promise.all([
      failureOf(world.send('DELETE', 'notes')),
      failureOf(world.send('GET', 'things/../secrets')),
      failureOf(world.send('GET', 'secrets')),
    ]);

    expect(failures.map((failure) => failure.code)).toEqual(Array(3).fill('gitlab-route-not-allowed'));
    expect(failures.every((failure) => failure.outcome === 'not-applied')).toBe(true);
    expect(world.server.seen).toEqual([]);
  });

  it('follows no redirect, so no token reaches another host', async () => {
    await using other = await localService(() => ({ status: 200 }));
    await using world = await service(() => ({
      status: 302,
      headers: { location: `${other.origin}/things` },
    }));

    const answer = await world.send('GET');

    expect(answer.status).toBe(302);
    expect(other.seen).toEqual([]);
  });

  it('tells an observer every attempt, without address, headers or body', async () => {
    const attempts: unknown[] = [];
    await using world = await service((_request, count) => ({ status: count === 1 ? 502 : 200 }), {
      observe: (attempt) => attempts.push(attempt),
    });

    await world.send('GET');

    expect(attempts).toEqual([
      { service: 'gitlab', method: 'GET', route: 'things', result: 502, attempt: 0, ms: 0 },
      { service: 'gitlab', method: 'GET', route: 'things', result: 200, attempt: 1, ms: 0 },
    ]);
  });
});
