import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, person } from '../../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import type { FaultEffect, World } from '../../../src/sandbox/world.ts';

let sandbox: Sandbox;
let fresh: World;
let desk: Person;
let sam: Person;

beforeAll(async () => {
  sandbox = await startSandbox();
  fresh = sandbox.save();
  desk = person(sandbox.origin, 'project_7_bot_desk');
  sam = person(sandbox.origin, 'sam');
});
beforeEach(() => {
  sandbox.restore(fresh);
  sandbox.beforeCall = null;
  sandbox.afterCall = null;
});
afterAll(() => sandbox.close());

async function control(call: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const [method, path] = call.split(' ');
  const response = await fetch(`${sandbox.origin}/sandbox/${path}`, {
    method: method ?? 'GET',
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return { status: response.status, body: await response.json() };
}

describe('the world', () => {
  it('survives a journey through JSON', async () => {
    await sam.openIssue({ title: 'x', description: 'y' });

    expect(JSON.parse(JSON.stringify(sandbox.world))).toEqual(sandbox.world);
  });

  it('comes back as it was saved, and going on does not change what was saved', async () => {
    await sam.openIssue({ title: 'first', description: '' });
    const saved = sandbox.save();
    await sam.openIssue({ title: 'second', description: '' });

    sandbox.restore(saved);
    await sam.openIssue({ title: 'another second', description: '' });

    expect((await sam.listIssues()).map((issue) => issue.title)).toEqual(['first', 'another second']);
    expect(Object.keys(saved.gitlab.projects[7]?.issues ?? {})).toEqual(['1']);
  });
});

describe('the clock', () => {
  it('stands still until it is moved, and every answer carries it', async () => {
    sandbox.set('2026-12-01T10:00:00Z');
    sandbox.advance(90_000);

    const response = await fetch(`${sandbox.origin}/api/v4/user`);

    expect(response.headers.get('date')).toBe('Tue, 01 Dec 2026 10:01:30 GMT');
    expect(sandbox.world.clock.now).toBe(Date.parse('2026-12-01T10:01:30Z'));
  });

  it('can be moved over HTTP and refuses to go back', async () => {
    expect((await control('POST clock', { advance: 1000 })).body).toEqual({ now: fresh.clock.now + 1000 });
    expect((await control('POST clock', { advance: -1 })).status).toBe(400);
    expect(() => sandbox.advance(-1)).toThrow(RangeError);
  });
});

describe('the journal', () => {
  it('knows who called what, and counts the writes of the desk alone', async () => {
    const iid = await sam.openIssue({ title: 'x', description: '' });
    await desk.readIssue(iid);
    await desk.comment(iid, 'first');
    await desk.comment(iid, 'second');

    expect(
      sandbox.world.journal.map((call) => [
        call.seq,
        call.actor,
        call.route,
        call.write,
        call.writeIndex,
        call.status,
      ]),
    ).toEqual([
      [1, 'sam', '/api/v4/projects/:id/issues', true, null, 201],
      [2, 'project_7_bot_desk', '/api/v4/projects/:id/issues/:iid', false, null, 200],
      [3, 'project_7_bot_desk', '/api/v4/projects/:id/issues/:iid/notes', true, 1, 201],
      [4, 'project_7_bot_desk', '/api/v4/projects/:id/issues/:iid/notes', true, 2, 201],
    ]);
    expect(sandbox.world.journal.at(-1)?.body).toEqual({ body: 'second' });
  });

  it('starts counting again when it is cleared', async () => {
    const iid = await sam.openIssue({ title: 'x', description: '' });
    await desk.comment(iid, 'first');
    sandbox.clearJournal();
    await desk.comment(iid, 'second');

    expect(sandbox.world.journal).toMatchObject([{ seq: 1, writeIndex: 1 }]);
  });

  it('recognises the desk and people in Salesforce and Slack by their tokens', async () => {
    const slack = await fetch(`${sandbox.origin}/api/auth.test`, {
      method: 'POST',
      headers: { Authorization: 'Bearer xoxb-sandbox-desk' },
    });
    await fetch(`${sandbox.origin}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'sandbox-client',
        client_secret: 'sandbox-secret',
      }),
    });

    expect(await slack.json()).toMatchObject({ ok: true, user_id: 'U0DESK0001' });
    expect(sandbox.world.journal).toMatchObject([
      { system: 'slack', actor: 'project_7_bot_desk', write: false, status: 200 },
      { system: 'salesforce', actor: 'anonymous', write: false, status: 200 },
    ]);
  });

  it('marks a write that Slack refused with 200 as not applied', async () => {
    await fetch(`${sandbox.origin}/api/chat.postMessage`, {
      method: 'POST',
      headers: { Authorization: 'Bearer xoxb-sandbox-desk', 'Content-Type': 'application/json' },
      body: JSON.stringify({ channel: 'C0NOSUCH01', text: 'x' }),
    });

    expect(sandbox.world.journal).toMatchObject([
      { write: true, writeIndex: 1, status: 200, applied: false },
    ]);
  });
});

describe('an unknown route', () => {
  it('answers 501 and is remembered as an offence', async () => {
    const response = await fetch(`${sandbox.origin}/api/v4/projects/7/epics`);

    expect(response.status).toBe(501);
    expect(await response.json()).toEqual({ error: 'sandbox: no such route GET /api/v4/projects/7/epics' });
    expect(sandbox.offences).toEqual(['no such route GET /api/v4/projects/7/epics']);
    expect((await control('GET offences')).body).toEqual(sandbox.offences);
  });
});

const effects: readonly [string, FaultEffect, boolean][] = [
  ['refused before anything happens', { kind: 'refuse' }, false],
  ['carried out while its answer is lost', { kind: 'lose-answer' }, true],
  ['answered by something in between', { kind: 'answer', status: 503, body: '<html>busy</html>' }, false],
];

describe('a fault', () => {
  it.each(effects)('lets a write be %s', async (_what, effect, isApplied) => {
    const iid = await sam.openIssue({ title: 'x', description: '' });
    await control('POST faults', [{ match: { actor: 'project_7_bot_desk', writeIndex: 1 }, effect }]);

    await expect(desk.comment(iid, 'said')).rejects.toThrow();

    expect(sandbox.world.journal.at(-1)?.applied).toBe(isApplied);
    expect(await sam.notes(iid)).toHaveLength(isApplied ? 1 : 0);
    expect(sandbox.world.faults).toEqual([]);
  });

  it('is used up in order and spares calls it does not match', async () => {
    const iid = await sam.openIssue({ title: 'x', description: '' });
    sandbox.world.faults.push(
      { match: { method: 'POST', actor: 'priya' }, effect: { kind: 'refuse' }, times: 1 },
      { match: { method: 'POST' }, effect: { kind: 'refuse' }, times: 1 },
    );

    await expect(sam.comment(iid, 'lost')).rejects.toThrow();
    await sam.comment(iid, 'kept');

    expect(sandbox.world.faults).toMatchObject([{ match: { actor: 'priya' }, times: 1 }]);
  });

  it('is refused with a reason when it is not well-formed', async () => {
    const answer = await control('POST faults', [{ match: {}, effect: { kind: 'explode' } }]);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: expect.stringContaining('effect') });
  });
});

describe('hooks around a call', () => {
  it('wait for what a test does in between, before the call is carried out', async () => {
    const iid = await sam.openIssue({ title: 'x', description: '' });
    sandbox.beforeCall = async (call) => {
      if (call.writeIndex !== 1) return;
      sandbox.beforeCall = null;
      await sam.comment(iid, 'in between');
    };

    await desk.comment(iid, 'the desk');

    expect((await sam.notes(iid)).map((note) => note.body)).toEqual(['in between', 'the desk']);
  });

  it('may put a fault in the way, and hear how each call ended', async () => {
    const ended: number[] = [];
    sandbox.beforeCall = async () => ({ kind: 'answer', status: 500, body: { message: 'no' } });
    sandbox.afterCall = (call) => ended.push(call.status);

    await expect(sam.openIssue({ title: 'x', description: '' })).rejects.toThrow('500');

    expect(ended).toEqual([500]);
  });
});

describe('the control surface', () => {
  it('shows the systems, the clock and the switches', async () => {
    const state = await control('GET state');

    expect(Object.keys(Object(state.body)).toSorted()).toEqual([
      'clock',
      'gitlab',
      'salesforce',
      'slack',
      'stackOverflow',
      'switches',
    ]);
  });

  it('shows what GitLab would have sent to webhooks beside the state, which leaves it out', async () => {
    const sent = {
      id: 1,
      hook: 18,
      url: 'http://127.0.0.1/',
      event: 'Issue Hook',
      payload: {},
      at: 0,
      delivered: false,
    } as const;
    sandbox.world.gitlab.projects[7]?.deliveries.push(sent);

    expect((await control('GET state')).body).not.toHaveProperty(['gitlab', 'projects', '7', 'deliveries']);
    expect((await control('GET deliveries')).body).toEqual([sent]);
  });

  it('leaves what has been sent out of no copy of the world', () => {
    const before = sandbox.world.gitlab.projects[7];
    sandbox.restore(sandbox.save());

    expect(sandbox.world.gitlab.projects[7]).toEqual(before);
    expect(sandbox.world.gitlab.projects[7]).not.toBe(before);
  });

  it('turns switches, and refuses one it does not know', async () => {
    expect((await control('POST switches', { tier: 'free' })).status).toBe(200);
    expect((await control('POST switches', { teir: 'free' })).status).toBe(400);
    expect(sandbox.world.switches.tier).toBe('free');
  });
});
