import { parseArgs } from 'node:util';
import type { Allowances } from '../plan/guards.ts';

/** The flags every script takes. */
export interface CommandLine {
  readonly apply: boolean;
  readonly json: boolean;
  /** The one issue that may be written; null: all. */
  readonly issue: number | null;
  readonly config: string | null;
  /** Epoch milliseconds of `--now`, or null. */
  readonly now: number | null;
  /** A plan file to write, or with `--apply` the one to carry out. */
  readonly plan: string | null;
  readonly allowances: Allowances;
  /** Directory for the dashboard as files, or null; only `publish-metrics` makes one. */
  readonly pages: string | null;
}

/** The command line of a script, or what is wrong with it, one sentence each. */
export type ParsedCommandLine =
  | { readonly ok: true; readonly value: CommandLine }
  | { readonly ok: false; readonly problems: readonly string[] };

/** How every script is called, for messages. */
export const usage = (script: string): string =>
  `Usage: node scripts/${script}.ts [--apply] [--json] [--issue IID] [--config DIR] [--now ISO-8601] [--plan FILE] [--allow removals=N]${script === 'publish-metrics' ? ' [--pages DIR]' : ''}
Without --apply it prints the plan and writes nothing.`;

/** Reads the flags. Nothing is guessed: an unknown flag or a damaged value is a problem. */
export function parseCommandLine(args: readonly string[]): ParsedCommandLine {
  const parsed = readFlags(args);
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] };
  const { values } = parsed;
  const problems: string[] = [];
  const issue = values.issue === undefined ? null : positiveInteger(values.issue);
  if (issue === undefined)
    problems.push(`--issue wants the number of an issue, not "${values.issue ?? ''}".`);
  const now = values.now === undefined ? null : instant(values.now);
  if (now === undefined)
    problems.push(`--now wants a time such as 2026-11-01T09:00:00Z, not "${values.now ?? ''}".`);
  const allowances = readAllowances(values.allow ?? [], problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      apply: values.apply ?? false,
      json: values.json ?? false,
      issue: issue ?? null,
      config: values.config ?? null,
      now: now ?? null,
      plan: values.plan ?? null,
      allowances,
      pages: values.pages ?? null,
    },
  };
}

const options = {
  apply: { type: 'boolean' },
  json: { type: 'boolean' },
  issue: { type: 'string' },
  config: { type: 'string' },
  now: { type: 'string' },
  plan: { type: 'string' },
  allow: { type: 'string', multiple: true },
  pages: { type: 'string' },
} as const;

function flagsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
}

function readFlags(args: readonly string[]): { values: ReturnType<typeof flagsOf> } | { problem: string } {
  try {
    return { values: flagsOf(args) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'the flags cannot be read' };
  }
}

function positiveInteger(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** A time with a zone, in epoch milliseconds; undefined: it is none. */
export function instant(text: string): number | undefined {
  const dated = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;
  if (!dated.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

function readAllowances(entries: readonly string[], problems: string[]): Record<string, number> {
  const allowances: Record<string, number> = {};
  for (const entry of entries) {
    const match = /^(?<kind>removals)=(?<count>\d{1,6})$/.exec(entry);
    if (match?.groups === undefined) {
      problems.push(`--allow wants removals=N, not "${entry}".`);
      continue;
    }
    allowances[match.groups.kind ?? ''] = Number(match.groups.count);
  }
  return allowances;
}
