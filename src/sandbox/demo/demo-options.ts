import { parseArgs } from 'node:util';

/** Which outside systems the desk of the demo has, and which GitLab it works on. */
export const demoModes = ['all', 'off', 'free'] as const;

export type DemoMode = (typeof demoModes)[number];

/** Where the desk is killed: at which of its writes, and whether that write still reaches its system. */
export interface CrashPlan {
  /** Position among the desk's writes, from 1. */
  readonly at: number;
  readonly how: 'before' | 'after';
}

export interface DemoOptions {
  readonly mode: DemoMode;
  readonly crash: CrashPlan | null;
  /** Directory that the wiki and the dashboard are written below. */
  readonly out: string;
}

/** What the demo was asked for: to play, to show the dashboard of the last play, to explain itself, or nothing it knows. */
export type ParsedDemo =
  | { readonly kind: 'play'; readonly options: DemoOptions }
  | { readonly kind: 'show'; readonly out: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly problem: string };

/** Where the demo leaves what it has published, unless it is told another place. */
export const defaultOut = 'out';

export const demoUsage = `Usage: npm start -- [--mode all|off|free] [--crash-at N [--crash-how before|after]] [--out DIR]
       npm start -- --show [--out DIR]
Plays the life of three requests on embedded GitLab, Salesforce and Slack, with the desk's real scripts.

  --mode all    Salesforce and Slack are on, GitLab is Premium (the default)
  --mode off    Salesforce and Slack are off: GitLab carries everything
  --mode free   GitLab Free: no exclusive labels, one assignee per issue
  --crash-at N  kill the desk at its Nth write, start it again 90 s later, and compare the end
  --crash-how   before: the write does not arrive; after: it does, only the answer is lost
                (without it: before for odd N, after for even N)
  --out DIR     where the wiki is written to, as DIR/wiki/**.md, and the dashboard, as DIR/public
                (default: ${defaultOut})
  --show        play nothing; show the dashboard of the last play to a browser on this machine`;

const flags = {
  mode: { type: 'string' },
  'crash-at': { type: 'string' },
  'crash-how': { type: 'string' },
  out: { type: 'string' },
  show: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the flags of the demo; an unknown one is a problem, never ignored. */
export function parseDemoOptions(args: readonly string[]): ParsedDemo {
  const read = readFlags(args);
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const { values } = read;
  if (values.help === true) return { kind: 'help' };
  const mode = demoModes.find((each) => each === (values.mode ?? 'all'));
  if (mode === undefined) return problem(`--mode is all, off or free, not "${values.mode}".`);
  const crash = readCrash(values['crash-at'], values['crash-how']);
  if (typeof crash === 'string') return problem(crash);
  const { out = defaultOut } = values;
  if (out === '') return problem('--out wants a directory.');
  if (values.show !== true) return { kind: 'play', options: { mode, crash, out } };
  const playsToo = values.mode !== undefined || crash !== null;
  return playsToo ? problem('--show plays nothing: give it --out at most.') : { kind: 'show', out };
}

function problem(text: string): ParsedDemo {
  return { kind: 'problem', problem: text };
}

function valuesOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
}

function readFlags(args: readonly string[]): { values: ReturnType<typeof valuesOf> } | { problem: string } {
  try {
    return { values: valuesOf(args) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'The flags cannot be read.' };
  }
}

/** The plan, null without one, or what is wrong with the flags. */
function readCrash(at: string | undefined, how: string | undefined): CrashPlan | null | string {
  if (at === undefined) return how === undefined ? null : '--crash-how goes with --crash-at.';
  if (!/^[1-9]\d{0,4}$/.test(at)) return `--crash-at wants a number from 1 on, not "${at}".`;
  const number = Number(at);
  if (how === undefined) return { at: number, how: number % 2 === 1 ? 'before' : 'after' };
  if (how !== 'before' && how !== 'after') return `--crash-how is before or after, not "${how}".`;
  return { at: number, how };
}
