import { ClientError, type Service } from '../client-error.ts';
import { findRoute, type Route } from './allow-list.ts';
import { exchange } from './exchange.ts';
import type { Attempt, HttpAnswer, HttpCall } from './http.ts';
import { judge, type Verdict } from './judge.ts';
import { redactDetail } from './redact.ts';
import { createRestraint, type Restraint } from './restraint.ts';
import type { TransportSettings } from './settings.ts';

export interface TransportOptions {
  readonly service: Service;
  readonly routes: readonly Route[];
  /** Addresses, ending with `/`, under which the routes live. */
  readonly bases: readonly string[];
  readonly secrets: readonly string[];
  readonly settings: TransportSettings;
  /** Milliseconds between the starts of two writes. */
  readonly writeGapMs?: number;
  readonly notesPerMinute?: number;
}

/** The one way out to an outside system: what may be sent, how often, and what its outcome means. */
export interface Transport {
  /**
   * Sends a call and gives its final answer, any status below 500 but 429. Reads are asked again a few times,
   * writes never. Throws a {@link ClientError} that says `not-applied` or `unknown`.
   */
  send(call: HttpCall): Promise<HttpAnswer>;
  /** The service said stop: from now on every call fails at once, without being sent. */
  stop(error: ClientError): void;
  /** A secret that became known during the run. */
  addSecret(secret: string): void;
  addBase(base: string): void;
  /** Text of the vendor, safe to print. */
  detail(text: string): string;
}

/** See {@link Transport}. The rules are docs/security.md#promises. */
export function createTransport(options: TransportOptions): Transport {
  const { service, settings } = options;
  const bases = [...options.bases];
  const secrets = [...options.secrets];
  const restraint = createRestraint({
    service,
    settings,
    writeGapMs: options.writeGapMs ?? 0,
    notesPerMinute: options.notesPerMinute ?? Number.POSITIVE_INFINITY,
  });

  return {
    async send(call) {
      const route = findRoute(options.routes, bases, call.method, call.url);
      if (route === null) throw notAllowed(service, call);
      restraint.refuseIfStopped();
      return await sendAllowed(call, route, { service, settings, restraint });
    },
    stop: restraint.stop,
    detail: (text) => redactDetail(text, secrets),
    addSecret(secret) {
      secrets.push(secret);
    },
    addBase(base) {
      if (!bases.includes(base)) bases.push(base);
    },
  };
}

interface Means {
  readonly service: Service;
  readonly settings: TransportSettings;
  readonly restraint: Restraint;
}

async function sendAllowed(call: HttpCall, route: Route, means: Means): Promise<HttpAnswer> {
  const { service, settings, restraint } = means;
  for (let attempt = 0; ; attempt += 1) {
    const verdict = await attemptOnce(call, route, attempt, means);
    switch (verdict.kind) {
      case 'final':
        return verdict.answer;
      case 'limited': {
        const { error, goOn } = restraint.slowDown(verdict.answer);
        if (route.write || !goOn || attempt >= settings.readRetries) throw error;
        break;
      }
      case 'failed': {
        const { problem, outcome, reason, answer } = verdict;
        if (!route.write && verdict.again && (await restraint.backOff(answer, attempt))) break;
        throw new ClientError(`${service}-${problem}`, { outcome, reason, detail: reason });
      }
      default:
        verdict satisfies never;
    }
  }
}

async function attemptOnce(call: HttpCall, route: Route, attempt: number, means: Means): Promise<Verdict> {
  const { service, settings } = means;
  await means.restraint.beforeAttempt(route);
  const started = settings.clock.monotonic();
  const result = await exchange(call, settings.dispatcher, settings.timeoutMs);
  const ms = Math.round(settings.clock.monotonic() - started);
  settings.observe({
    service,
    method: call.method,
    route: route.pattern,
    result: shown(result),
    attempt,
    ms,
  });
  return judge(result, route.write);
}

function shown(attempt: Attempt): number | string {
  return attempt.kind === 'answered' ? attempt.answer.status : `${attempt.kind}: ${attempt.why}`;
}

function notAllowed(service: Service, call: HttpCall): ClientError {
  return new ClientError(`${service}-route-not-allowed`, {
    detail: call.method,
    reason: 'route not allowed',
  });
}
