import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The root of the project, where the scripts expect to be started. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** How a script ended. `code` is null when it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A script under way. */
export interface ScriptProcess {
  readonly ended: Promise<Ended>;
  /** Ends it without a last word; `ended` tells when it is gone. */
  kill(): void;
}

/** How a script is started: as a process of its own, unless a test has another place for it. */
export type StartScript = typeof startScript;

/** A run that takes longer than this hangs; it is killed, and the demo says so. */
const patience = 60_000;

/**
 * Starts a script as a process of its own, as a pipeline does. It gets the given variables and none of this
 * process: tokens and proxies of the machine have no place in a demo.
 */
export function startScript(
  script: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): ScriptProcess {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: projectRoot,
    env: { ...systemVariables(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out.join(''), err: err.join('') }));
  });
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** What a process needs of the machine to start at all, and where what was compiled of it before is kept. */
function systemVariables(): Record<string, string> {
  const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Kills a process without a last word and waits until it is gone. */
export async function killed(script: ScriptProcess): Promise<void> {
  script.kill();
  await script.ended;
}
