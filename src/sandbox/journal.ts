import { deskUsername } from './actor.ts';
import type { Answer } from './answer.ts';
import type { Call, System, World } from './world.ts';

/** Slack's methods are all POST; these are the ones that only read. */
const slackReads =
  /\.(?:test|info|list|history|replies|members|lookupByEmail|getPermalink|getPresence|conversations)$/;

/** Whether a call can change anything. Getting a Salesforce token changes nothing anybody can see. */
function isWrite(system: System, method: string, pathname: string, body: unknown): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  switch (system) {
    case 'gitlab':
    case 'stack-overflow':
      return true;
    case 'salesforce':
      return (
        !pathname.startsWith('/services/oauth2/') && !(pathname.endsWith('/composite') && onlyReads(body))
      );
    case 'slack':
      return !slackReads.test(pathname);
    default:
      return system satisfies never;
  }
}

/** Whether a composite call holds nothing but queries. */
function onlyReads(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('compositeRequest' in body)) return false;
  const requests: unknown = body.compositeRequest;
  return (
    Array.isArray(requests) && requests.every((each: { readonly method?: unknown }) => each?.method === 'GET')
  );
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
  const write = isWrite(arrived.system, arrived.method, arrived.url.pathname, arrived.body);
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
export function closeCall(call: Call, answer: Answer): void {
  call.status = answer.status;
  if (!call.write || answer.status < 200 || answer.status >= 300) return;
  call.applied = call.system !== 'slack' || saysOk(answer);
}

function saysOk(answer: Answer): boolean {
  const body: unknown = JSON.parse(answer.body);
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
