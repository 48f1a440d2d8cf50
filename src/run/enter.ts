import process from 'node:process';
import { loadConfig } from '../config/load.ts';
import { DeskError } from '../errors.ts';
import { runError } from './error-catalogue.ts';
import type { Surroundings } from './session.ts';

/** The process as the surroundings of a run: the only place that touches it. */
function processSurroundings(): Surroundings {
  return {
    args: process.argv.slice(2),
    variables: process.env,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    monotonic: () => performance.now(),
    readConfig: loadConfig,
  };
}

/** Runs a script and sets the exit code of the process. */
export async function enter(script: (surroundings: Surroundings) => Promise<number>): Promise<void> {
  process.exitCode = await guarded(script, processSurroundings());
}

/**
 * Runs a script; what stops it is told as sentence, cure and code. No stack trace and no library error reaches
 * the terminal: they carry addresses and tokens.
 */
export async function guarded(
  script: (surroundings: Surroundings) => Promise<number>,
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await script(surroundings);
  } catch (error) {
    const known =
      error instanceof DeskError
        ? error
        : runError('unexpected', { what: `The desk has met something it does not know (${nameOf(error)}).` });
    surroundings.complain(`${known.message}\n→ ${known.cure}\n  (code ${known.code})`);
    return known.exit;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
