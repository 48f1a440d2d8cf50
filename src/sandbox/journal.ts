import { deskUsername } from './actor.ts';
import type { Call, System, World } from './world.ts';

/** Slack's methods are all POST; these are the ones that only read. */
const slackReads =
  /\.(?:test|info|list|history|replies|members|lookupByEmail|getPermalink|getPresence|conversations)$/;

/** Whether a call can change anything. Getting a Salesforce token changes nothing anybody can see. */
function isWrite(system: System, method: string, pathname: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  switch (system) {
    case 'gitlab':
    case 'stack-overflow':
      return true;
    case 'salesforce':
      return !pathname.startsWith('/services/oauth2/');
    case 'slack':
      return !slackReads.test(pathname);
    default:
      return system satisfies never;
  }
}

/** Opens the journal's entry for a call that has arrived, and counts it. */
export function openCall(
  world: World,
  arrived: {
    system: System;
    method: string;
    route: string;
    url: URL;
    actor: string;
    body: unknown;
  },
): Call {
  const write = isWrite(arrived.system, arrived.method, arrived.url.pathname);
  const isDesks = write && arrived.actor === deskUsername;
  world.counted.calls += 1;
  if (isDesks) world.counted.deskWrites += 1;
  const call: Call = {
    seq: world.counted.calls,
    at: world.clock.now,
    system: arrived.system,
    method: arrived.method,
    route: arrived.route,
    path: arrived.url.pathname + arrived.url.search,
    actor: arrived.actor,
    write,
    writeIndex: isDesks ? world.counted.deskWrites : null,
    status: 0,
    applied: false,
    body: arrived.body,
  };
  world.journal.push(call);
  return call;
}

/** Notes in the journal what a call was answered. Slack refuses with 200 and `ok: false`. */
export async function closeCall(call: Call, response: Response): Promise<void> {
  call.status = response.status;
  if (!call.write || response.status < 200 || response.status >= 300) return;
  call.applied = call.system !== 'slack' || (await saysOk(response));
}

async function saysOk(response: Response): Promise<boolean> {
  const body: unknown = await response.clone().json();
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === true;
}

/**
 * The body of a call as the journal keeps it: JSON and forms parsed, other text as it is, null without one.
 */
export function journalBody(contentType: string, text: string): unknown {
  if (text === '') return null;
  if (contentType.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (!contentType.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Empties the journal and starts its numbers again, so that a test can count the writes of one run. */
export function clearJournal(world: World): void {
  world.journal = [];
  world.counted = { calls: 0, deskWrites: 0 };
}
