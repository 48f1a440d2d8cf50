import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from '../laws/source-files.ts';

/** What a demo has printed, and how it ended. */
export interface DemoEnded {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly err: string;
}

/** Runs the demo as `npm start` does, as a process of its own without a terminal. */
export function runDemoProcess(args: readonly string[]): Promise<DemoEnded> {
  const child = spawn(process.execPath, ['scripts/demo.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, lines: out.trimEnd().split('\n'), err }));
  });
}
