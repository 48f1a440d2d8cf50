/** Where something stands in a configuration file: keys and indexes from the top. */
export type Path = readonly (string | number)[];

/** One thing wrong in the configuration, with its place and what to write instead. */
export interface ConfigProblem {
  /** The file's name as it was given, such as `config/program.yml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Such as `areas[0].slack.request`; empty: the whole file. */
  readonly path: string;
  readonly message: string;
  readonly cure: string;
}

/** A problem before its place in the text is known. */
export interface Finding {
  readonly file: 'program' | 'roster';
  readonly path: Path;
  readonly message: string;
  readonly cure: string;
}

/** A path as people write it: `areas[0].slack.request`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** A problem as one line of a job log: `file:line path: message. cure`. */
export function problemLine(problem: ConfigProblem): string {
  const place = problem.path === '' ? '' : ` ${problem.path}`;
  return `${problem.file}:${problem.line}${place}: ${problem.message}. ${problem.cure}`;
}
