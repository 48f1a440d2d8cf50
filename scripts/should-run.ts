import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { judgePayload, payloadLimit, verdictLine } from '../src/run/should-run.ts';

/**
 * `node scripts/should-run.ts "$TRIGGER_PAYLOAD"`: prints `skip`, `run` or `run --issue <number>` on stdout, the
 * reason on stderr, and always ends with exit code 0. Without a file (a scheduled pipeline) it prints `run`.
 */
function main(): void {
  const verdict = judgePayload(payloadText(process.argv[2]), {
    projectId: positive(process.env.CI_PROJECT_ID),
    deskUserId: positive(process.env.SME_DESK_USER_ID),
  });
  process.stderr.write(`should-run: ${verdict.kind}, ${verdict.reason}\n`);
  process.stdout.write(`${verdictLine(verdict)}\n`);
}

function payloadText(path: string | undefined): string | null {
  if (path === undefined || path === '') return null;
  try {
    const { size } = statSync(path);
    return size > payloadLimit ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : null;
}

if (import.meta.main) main();
