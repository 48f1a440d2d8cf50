import { type Answer, jsonAnswer, textAnswer } from '../answer.ts';
import type { Received } from '../arrival.ts';
import { type Route, route } from '../route.ts';
import type { SandboxHost, World } from '../world.ts';
import { channelMethods } from './channel-methods.ts';
import { membershipMethods } from './membership-methods.ts';
import { messageMethods } from './message-methods.ts';
import { type Arguments, fail, type SlackCall, type SlackMethod, type SlackResult } from './method.ts';
import { peopleMethods } from './people-methods.ts';
import { readingMethods } from './reading-methods.ts';
import type { SlackToken, SlackWorld } from './state.ts';
import { secondsToWait } from './throttle.ts';

const methods: readonly SlackMethod[] = [
  ...peopleMethods,
  ...readingMethods,
  ...membershipMethods,
  ...channelMethods,
  ...messageMethods,
];

/** The Slack methods the desk uses, as routes over the world of `host`. */
export function slackHandlers(host: SandboxHost): Route[] {
  return methods.map((method) =>
    route('post', `/api/${method.name}`, ({ request }) => {
      const args = readArguments(request);
      if (args === null) return shown(fail('invalid_json'));
      return respond(host.world(), method, tokenOf(request, args), args);
    }),
  );
}

function respond(sandbox: World, method: SlackMethod, secret: string, args: Arguments): Answer {
  const { slack: world, clock, switches } = sandbox;
  if (world.switches.down) return textAnswer('upstream unavailable', 503);
  const wait = secondsToWait(world, method.name, clock.now);
  if (wait > 0) return tooMany(world, wait);
  const token = world.tokens[secret];
  if (token === undefined) return shown(fail(secret === '' ? 'not_authed' : 'invalid_auth'));
  const me = world.users.find(({ id }) => id === token.userId);
  if (me === undefined || me.deleted) return shown(fail('account_inactive'));
  const call: SlackCall = { world, token, me, args, now: clock.now };
  return shown((switches.strictSlack ? scopeProblem(call, method) : null) ?? method.run(call), token);
}

function scopeProblem(call: SlackCall, method: SlackMethod): SlackResult | null {
  const needed = method.scopes(call);
  const provided = call.token.scopes;
  if (needed.length === 0 || needed.some((scope) => provided.includes(scope))) return null;
  return fail('missing_scope', { needed: needed[0], provided: provided.join(',') });
}

function shown(result: SlackResult, token: SlackToken | null = null): Answer {
  const { body } = result;
  const headers = token === null ? {} : { 'X-OAuth-Scopes': token.scopes.join(',') };
  const answer = result.ok ? { ok: true, ...body } : { ok: false, error: result.error, ...body };
  return jsonAnswer(answer, 200, headers);
}

function tooMany(world: SlackWorld, seconds: number): Answer {
  const headers: Record<string, string> = world.switches.hideRetryAfter
    ? {}
    : { 'Retry-After': String(seconds) };
  return jsonAnswer({ ok: false, error: 'ratelimited' }, 429, headers);
}

/** The token stands in the header, or among the arguments. */
function tokenOf(request: Received, args: Arguments): string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? args.get('token') ?? '';
}

/** Arguments come as a form, or as JSON, read into what a form would carry. Null: broken JSON. */
function readArguments({ headers, text }: Received): Arguments | null {
  const type = headers['content-type'] ?? '';
  if (!type.includes('json')) return new Map(new URLSearchParams(text));
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return null;
  return new Map(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
