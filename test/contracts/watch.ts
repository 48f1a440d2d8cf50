import { join } from 'node:path';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { type Breach, describeBreach } from './breach.ts';
import { checkDescribed } from './check-described.ts';
import { checkNotDescribed } from './check-not-described.ts';
import { contractFolder } from './contract-folder.ts';
import { type Operation, readDescription } from './description.ts';
import { type Deviation, deviationFor } from './deviations.ts';
import { notDescribed } from './not-described.ts';
import type { NotDescribed } from './not-described-route.ts';
import { matchTemplate, patternOf, type Template } from './template.ts';
import { createValidators, type Validators } from './validators.ts';

/** What a watcher has seen so far. */
export interface ContractWatch {
  /** Every place where a client or the sandbox left the contracts, deviations excepted. */
  breaches(): readonly Breach[];
  /** The deviations that were met. */
  deviations(): ReadonlySet<Deviation>;
  /** The routes that were called, as `METHOD /template`. */
  routes(): ReadonlySet<string>;
}

/** The part of a sandbox that can be watched. */
export interface Watchable {
  onExchange: ((exchange: Exchange) => void) | null;
}

type Entry = Template &
  ({ readonly operation: Operation; readonly validators: Validators } | { readonly own: NotDescribed });

export interface WatchOptions {
  /**
   * `all`, unless told otherwise. Who sends wrong requests on purpose asks for `accepted`: then a request counts only
   * if it was not refused with 400.
   */
  readonly requests?: 'all' | 'accepted';
}

/**
 * Watches a sandbox from now on: every request and every answer is held against the vendors' descriptions, and
 * against the sandbox's own schemas where those have no such route. Without the descriptions nothing is watched.
 *
 * @throws Error where the descriptions are absent although `SME_DESK_REQUIRE_CONTRACTS=1` asks for them.
 */
export function watchContracts(sandbox: Watchable, options: WatchOptions = {}): ContractWatch {
  const entries = contractEntries();
  // Once each: a story repeats its calls a thousand times, and its mistakes with them.
  const breaches = new Map<string, Breach>();
  const deviations = new Set<Deviation>();
  const routes = new Set<string>();
  const before = sandbox.onExchange;
  sandbox.onExchange = (exchange) => {
    before?.(exchange);
    if (entries === null || exchange.url.startsWith('/sandbox/')) return;
    for (const breach of checkExchange(entries, exchange, routes)) {
      if (options.requests === 'accepted' && isRefusedRequest(breach)) continue;
      const deviation = deviationFor(breach);
      if (deviation === null) breaches.set(describeBreach(breach), breach);
      else deviations.add(deviation);
    }
  };
  return { breaches: () => [...breaches.values()], deviations: () => deviations, routes: () => routes };
}

function isRefusedRequest(breach: Breach): boolean {
  return breach.status === 400 && (breach.part === 'query' || breach.part === 'body');
}

function checkExchange(
  entries: readonly Entry[],
  exchange: Exchange,
  routes: Set<string>,
): readonly Breach[] {
  const { pathname, searchParams } = new URL(exchange.url, 'http://sandbox');
  const match = matchTemplate(entries, exchange.method, pathname);
  if (match === null) {
    const route = `${exchange.method} ${pathname}`;
    return [
      { route, part: 'route', status: exchange.status, detail: 'in no description and in no list of ours' },
    ];
  }
  const entry = match.template;
  routes.add(entry.route);
  if ('own' in entry) return checkNotDescribed(entry.own, exchange, searchParams);
  const { operation, validators } = entry;
  return checkDescribed({ exchange, operation, validators, values: match.values, query: searchParams });
}

let known: readonly Entry[] | null | undefined;

/** Both descriptions and our own list, read and compiled once per process; null where there is no description. */
function contractEntries(): readonly Entry[] | null {
  if (known !== undefined) return known;
  const folder = contractFolder(process.cwd(), process.env);
  if (folder.kind === 'absent') {
    if (folder.required) throw new Error(folder.message);
    known = null;
    return known;
  }
  const own = notDescribed.map((route) => ({ ...patternOf(route.route), own: route }));
  const gitlab = described(join(folder.path, 'gitlab.openapi.json'), '');
  known = [...gitlab, ...described(join(folder.path, 'slack.openapi.json'), '/api'), ...own];
  return known;
}

function described(file: string, base: string): Entry[] {
  const { operations, schemas } = readDescription(file, base);
  const validators = createValidators(schemas);
  return operations.map((operation) => ({ ...operation, operation, validators }));
}
