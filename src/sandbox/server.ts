import { createServer } from 'node:http';
import { actorOf, systemOf } from './actor.ts';
import { allRoutes } from './all-routes.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { type Arrival, type Departure, departure, type Received, received } from './arrival.ts';
import { advanceClock, setClock } from './clock.ts';
import { control } from './control.ts';
import { copyWorld } from './copy-world.ts';
import { exampleWorld } from './example/example-world.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import { faultAnswer, takeFault } from './faults.ts';
import { clearJournal, closeCall, journalBody, openCall } from './journal.ts';
import { closeServer, listen, serve } from './loopback-server.ts';
import { type FindRoute, type Found, finderOf } from './routes.ts';
import type { Call, FaultEffect, SandboxHost, System, World } from './world.ts';

/** A running sandbox: four vendors and a control surface behind one loopback address. */
export interface Sandbox {
  /**
   * Such as `http://127.0.0.1:43121`; GitLab is below `/api/v4`, Salesforce `/services`, Slack `/api`, Stack Overflow
   * `/v3`.
   */
  readonly origin: string;
  /** The live world; `restore` replaces it, so ask again instead of keeping it. */
  readonly world: World;
  /**
   * What no real vendor would have met: unknown routes and broken handlers. Empty at the end of a good test.
   */
  readonly offences: readonly string[];
  /** A copy of the world as it is now. */
  save(): World;
  /** Puts a saved world back; the saved one stays untouched. */
  restore(world: World): void;
  /** Moves the clock on by milliseconds. */
  advance(milliseconds: number): void;
  /** Sets the clock: epoch milliseconds or ISO 8601. */
  set(at: number | string): void;
  /** Empties the journal and counts calls and desk writes from 1 again. */
  clearJournal(): void;
  /**
   * Awaited before a call is carried out; what it gives back happens to the call. A fault in the world is
   * next.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a hook that only looks on returns nothing at all
  beforeCall: ((call: Call) => Promise<FaultEffect | void>) | null;
  afterCall: ((call: Call) => void) | null;
  /** Puts another answer in the place of one that was given, such as the same list in another order. */
  changeAnswer: ((call: Call, answer: Answer) => Answer) | null;
  /** Sees every answered exchange as it went over the wire, control and unknown routes included. */
  onExchange: ((exchange: Exchange) => void) | null;
  /** What a call is answered, as behind the socket: for who is in the same process. Null: the connection breaks. */
  answer(arrival: Arrival): Promise<Departure | null>;
  close(): Promise<void>;
}

/** Starts a sandbox on a free loopback port (or the one given) with the example world (or the one given). */
export async function startSandbox(options: { world?: World; port?: number } = {}): Promise<Sandbox> {
  let world = copyWorld(options.world ?? exampleWorld());
  const host: SandboxHost = { world: () => world, actor: (request) => actorOf(world, request) };
  const find = finderOf(allRoutes(host));
  const server = createServer((incoming, outgoing) => void serve(sandbox, incoming, outgoing));
  const origin = await listen(server, options.port ?? 0);
  const sandbox: Sandbox = {
    origin,
    get world() {
      return world;
    },
    get offences() {
      return world.offences;
    },
    save: () => copyWorld(world),
    restore(saved) {
      world = copyWorld(saved);
    },
    advance: (milliseconds) => advanceClock(world, milliseconds),
    set: (at) => setClock(world, at),
    clearJournal: () => clearJournal(world),
    beforeCall: null,
    afterCall: null,
    changeAnswer: null,
    onExchange: null,
    answer: (arrival) => answer(sandbox, find, arrival),
    close: () => closeServer(server),
  };
  return sandbox;
}

async function answer(sandbox: Sandbox, find: FindRoute, arrival: Arrival): Promise<Departure | null> {
  try {
    const given = await respond(sandbox, find, received(sandbox.origin, arrival));
    if (given === null) return null;
    const answered = departure(sandbox.world.clock.now, given);
    sandbox.onExchange?.(exchangeOf(arrival, answered));
    return answered;
  } catch (error) {
    sandbox.world.offences.push(`broken: ${arrival.method} ${arrival.url}: ${String(error)}`);
    return null;
  }
}

/** The answer to a call, or null: the connection has to break. */
async function respond(sandbox: Sandbox, find: FindRoute, call: Received): Promise<Answer | null> {
  const { method, url } = call;
  if (url.pathname.startsWith('/sandbox/')) {
    return control(sandbox.world, method, url.pathname, bodyOf(call));
  }
  const system = systemOf(url.pathname);
  const found = system === null ? null : find(method, url.pathname);
  if (system === null || found === null) return unknownRoute(sandbox.world, method, url);
  return carryOut(sandbox, call, found, system);
}

async function carryOut(
  sandbox: Sandbox,
  request: Received,
  found: Found,
  system: System,
): Promise<Answer | null> {
  const { method, url } = request;
  const { pattern: route } = found.route;
  const actor = actorOf(sandbox.world, request);
  const call = openCall(sandbox.world, { system, method, route, url, actor, body: bodyOf(request) });
  const hooked = await sandbox.beforeCall?.(call);
  const effect = hooked ?? takeFault(sandbox.world, call);
  const given = await answerWith(effect, found, request);
  const answer = given === null ? null : (sandbox.changeAnswer?.(call, given) ?? given);
  if (answer !== null) closeCall(call, answer);
  if (effect !== null && effect.kind === 'answer') call.applied = false;
  sandbox.afterCall?.(call);
  return effect !== null && effect.kind === 'lose-answer' ? null : answer;
}

function bodyOf({ headers, text }: Received): unknown {
  return journalBody(headers['content-type'] ?? '', text);
}

async function answerWith(
  effect: FaultEffect | null,
  { route, params }: Found,
  request: Received,
): Promise<Answer | null> {
  if (effect !== null && effect.kind === 'refuse') return null;
  if (effect !== null && effect.kind === 'answer') return faultAnswer(effect);
  return await route.act({ request, params });
}

/**
 * A route nobody wrote is an error of the caller or a hole in the sandbox; either way the test should fail.
 */
function unknownRoute(world: World, method: string, url: URL): Answer {
  const text = `no such route ${method} ${url.pathname}`;
  world.offences.push(text);
  return jsonAnswer({ error: `sandbox: ${text}` }, 501);
}
