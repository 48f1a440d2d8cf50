import { loadConfig } from '../src/config/load.ts';
import { problemLine } from '../src/config/problem.ts';
import { lineDifference } from '../src/report/line-difference.ts';
import { enter } from '../src/run/enter.ts';
import { type StaleFile, staleFiles, writeGenerated } from '../src/run/generated-files.ts';
import { ownFlags } from '../src/run/own-flags.ts';
import type { Surroundings } from '../src/run/session.ts';

const usage = `Usage: node scripts/templates.ts [--apply] [--config DIR] [--json]
Makes the issue templates, the JSON Schemas of the configuration and docs/runbook.md. Without --apply it prints
the difference and writes nothing.
--config DIR: directory with program.yml and roster.yml (SME_DESK_CONFIG, else config); --json: the files as JSON.`;

const options = {
  apply: { type: 'boolean' },
  config: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function describe(file: StaleFile, applied: boolean): string {
  const verb = file.current === null ? 'create' : 'change';
  if (applied) return `${verb}d ${file.path}`;
  return [`${verb} ${file.path}`, ...lineDifference(file.current ?? '', file.text)].join('\n');
}

function lastLine(count: number, applied: boolean): string {
  if (count === 0) return 'Templates and schemas are up to date.';
  if (applied) return 'Commit them together with the configuration.';
  return `${count} to write. Run: node scripts/templates.ts --apply`;
}

async function templates({ args, variables, print, complain }: Surroundings): Promise<number> {
  const flags = ownFlags(args, options, usage);
  const loaded = await loadConfig(flags.config ?? (variables.SME_DESK_CONFIG || 'config'));
  if (!loaded.ok) {
    complain(loaded.problems.map(problemLine).join('\n'));
    return 1;
  }
  const applied = flags.apply === true;
  const stale = await staleFiles('.', loaded.config);
  if (applied) await writeGenerated('.', stale);
  const lines = [...stale.map((file) => describe(file, applied)), lastLine(stale.length, applied)];
  print(flags.json === true ? JSON.stringify({ applied, files: stale }, null, 2) : lines.join('\n'));
  return 0;
}

if (import.meta.main) await enter(templates);
