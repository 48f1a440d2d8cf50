import { readFileSync } from 'node:fs';
import { type ParsedConfig, parseConfig } from '../../src/config/parse.ts';
import type { ConfigProblem } from '../../src/config/problem.ts';
import { exampleConfigDirectory } from '../../src/sandbox/example/example-project.ts';

/** The example program that ships with the desk, as text; `config/` begins as the same one. */
export const shipped = {
  program: readFileSync(`${exampleConfigDirectory}/program.yml`, 'utf8'),
  roster: readFileSync(`${exampleConfigDirectory}/roster.yml`, 'utf8'),
};

export type FileName = keyof typeof shipped;

/** Parses the two texts; a file that is not given is the shipped one. */
export function parse(texts: Partial<typeof shipped> = {}): ParsedConfig {
  return parseConfig({
    program: { file: 'config/program.yml', text: texts.program ?? shipped.program },
    roster: { file: 'config/roster.yml', text: texts.roster ?? shipped.roster },
  });
}

/** The shipped file with its one occurrence of `from` replaced. */
export function edited(file: FileName, from: string, to: string): string {
  const parts = shipped[file].split(from);
  if (parts.length !== 2)
    throw new Error(`"${from}" stands ${parts.length - 1} times in ${file}.yml, not once`);
  return parts.join(to);
}

export function problemsOf(parsed: ParsedConfig): readonly ConfigProblem[] {
  return parsed.ok ? [] : parsed.problems;
}

/** The line, from 1, on which the text first stands. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
