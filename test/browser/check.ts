import type { Browser } from 'playwright-core';
import type { Sample } from './sample.ts';
import type { Served } from './static-server.ts';

/** What every check may use. */
export interface Surroundings {
  readonly browser: Browser;
  readonly sample: Sample;
  /** Serves the dashboard, the wiki pages and the libraries of the checks on loopback. */
  readonly served: Served;
}

/** One sentence about the pages, and what throws where it is not true. */
export interface Check {
  readonly name: string;
  readonly run: (surroundings: Surroundings) => Promise<void>;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** What was wrong about one check; null: nothing. */
async function problemOf({ run }: Check, surroundings: Surroundings): Promise<string | null> {
  try {
    await run(surroundings);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Runs the checks one after the other and tells each. */
export async function runChecks(
  checks: readonly Check[],
  surroundings: Surroundings,
  print: (line: string) => void,
): Promise<Outcome> {
  let failed = 0;
  for (const check of checks) {
    const started = performance.now();
    const problem = await problemOf(check, surroundings);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`${problem === null ? 'ok' : 'FAILED'}  ${check.name} (${seconds} s)`);
    if (problem === null) continue;
    print(problem.replace(/^/gm, '        '));
    failed += 1;
  }
  return { passed: checks.length - failed, failed };
}
