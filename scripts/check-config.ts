import { loadConfig } from '../src/config/load.ts';
import { type ConfigProblem, problemLine } from '../src/config/problem.ts';
import type { Config } from '../src/config/types.ts';
import { enter } from '../src/run/enter.ts';
import { staleFiles } from '../src/run/generated-files.ts';
import { ownFlags } from '../src/run/own-flags.ts';
import type { Surroundings } from '../src/run/session.ts';

const usage = `Usage: node scripts/check-config.ts [--config DIR] [--json]
Checks the configuration and what is generated from it; reads files only.
--config DIR: directory with program.yml and roster.yml (SME_DESK_CONFIG, else config); --json: the result as JSON.`;

interface Checked {
  readonly ok: boolean;
  readonly revision: string | null;
  readonly summary: string;
  readonly problems: readonly ConfigProblem[];
}

function summaryOf({ areas, roster, regions, requesters }: Config): string {
  const groups = Object.keys(requesters.groups).length;
  return (
    `Configuration is fine: ${areas.length} areas, ${roster.length} SMEs, ${regions.length} regions, ` +
    `requesters from ${groups} groups and ${requesters.people.length} by name.`
  );
}

function staleProblem(path: string, current: string | null): ConfigProblem {
  const message =
    current === null ? 'the generated file is not there' : 'is not what the configuration makes';
  return { file: path, line: 1, path: '', message, cure: 'Run: node scripts/templates.ts --apply' };
}

function failed(problems: readonly ConfigProblem[], revision: string | null): Checked {
  const summary = `Configuration has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`;
  return { ok: false, revision, summary, problems };
}

async function check(dir: string): Promise<Checked> {
  const loaded = await loadConfig(dir);
  if (!loaded.ok) return failed(loaded.problems, null);
  const stale = await staleFiles('.', loaded.config);
  const problems = stale.map(({ path, current }) => staleProblem(path, current));
  if (problems.length > 0) return failed(problems, loaded.revision);
  return { ok: true, revision: loaded.revision, summary: summaryOf(loaded.config), problems };
}

async function checkConfig({ args, variables, print }: Surroundings): Promise<number> {
  const flags = ownFlags(args, { config: { type: 'string' }, json: { type: 'boolean' } }, usage);
  const checked = await check(flags.config ?? (variables.SME_DESK_CONFIG || 'config'));
  const lines = [...checked.problems.map(problemLine), checked.summary];
  print(flags.json === true ? JSON.stringify(checked, null, 2) : lines.join('\n'));
  return checked.ok ? 0 : 1;
}

if (import.meta.main) await enter(checkConfig);
