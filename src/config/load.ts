import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalText } from './canonical-text.ts';
import { parseConfig } from './parse.ts';
import type { ConfigProblem } from './problem.ts';
import type { Config } from './types.ts';
import type { SourceFile } from './yaml-source.ts';

/** The configuration of one run, or everything that keeps it from running. */
export type LoadedConfig =
  | {
      readonly ok: true;
      readonly config: Config;
      /** SHA-256 (hex) of the normalised configuration: the same for files that differ only in form. */
      readonly revision: string;
    }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

async function readSource(dir: string, name: string): Promise<SourceFile | ConfigProblem> {
  const file = join(dir, name);
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const message = code === 'ENOENT' ? 'the file is not there' : `the file cannot be read (${code})`;
    const cure =
      'Name the directory with --config or SME_DESK_CONFIG; both program.yml and roster.yml belong there.';
    return { file, line: 1, path: '', message, cure };
  }
}

/** Reads and checks `program.yml` and `roster.yml` of the directory. The only I/O of the configuration. */
export async function loadConfig(dir: string): Promise<LoadedConfig> {
  const program = await readSource(dir, 'program.yml');
  const roster = await readSource(dir, 'roster.yml');
  if (!('text' in program) || !('text' in roster)) {
    const missing = [program, roster].flatMap((source) => ('text' in source ? [] : [source]));
    return { ok: false, problems: missing };
  }
  const parsed = parseConfig({ program, roster });
  if (!parsed.ok) return parsed;
  const revision = createHash('sha256').update(canonicalText(parsed.config)).digest('hex');
  return { ok: true, config: parsed.config, revision };
}
