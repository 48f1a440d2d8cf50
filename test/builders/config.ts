import type { Config } from '../../src/config/types.ts';
import { parse, shipped } from '../config/shipped-files.ts';

/** Configurations made already: reading one takes longer than most tests with it, and none is ever changed. */
const made = new Map<string, Config>();

/** The example program, with changes to its texts: each pair is a text that stands there once, and what stands instead. */
export function exampleConfig(
  changes: {
    program?: readonly (readonly [string, string])[];
    roster?: readonly (readonly [string, string])[];
  } = {},
): Config {
  const key = JSON.stringify([changes.program ?? [], changes.roster ?? []]);
  const config = made.get(key) ?? read(changes);
  made.set(key, config);
  return config;
}

function read(changes: NonNullable<Parameters<typeof exampleConfig>[0]>): Config {
  const parsed = parse({
    program: replaced(shipped.program, changes.program ?? []),
    roster: replaced(shipped.roster, changes.roster ?? []),
  });
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => each.message).join('; '));
  return parsed.config;
}

function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`"${from}" does not stand there once`);
    return before.replace(from, to);
  }, text);
}
