import { isKnownCommand } from './known-commands.ts';

/** A command line that GitLab takes out of a text and tries to carry out. */
export interface Command {
  /** Lower case, without the slash. */
  readonly name: string;
  readonly argument: string;
}

/** A text without its command lines, and the commands. */
export interface Extraction {
  readonly text: string;
  readonly commands: readonly Command[];
}

/**
 * Finds quick actions as GitLab's extractor does (`docs/gitlab.md#quick-actions`): a known name after a slash
 * in the first column. Carriage returns and white space at the end are dropped, commands or not. Closed
 * fences, code spans over several lines, HTML elements over several lines and `>>>` quotes are passed over;
 * an HTML comment is none of these, so commands in it run. So do commands below a fence that nobody closed.
 * Where GitLab passes over more than that, the sandbox runs the command: it errs on the side of the attack.
 */
export function extractCommands(source: string): Extraction {
  const lines = source.replaceAll('\r', '').split('\n');
  const ends = passages(lines);
  const kept: string[] = [];
  const commands: Command[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = ends.get(at);
    if (end !== undefined) {
      kept.push(...lines.slice(at, end + 1));
      at = end;
      continue;
    }
    const line = lines[at] ?? '';
    const command = commandIn(line);
    if (command === null) kept.push(line);
    else commands.push(command);
  }
  return { text: kept.join('\n').trimEnd(), commands };
}

function commandIn(line: string): Command | null {
  const parts = /^\/(?<name>[A-Za-z_]+)(?: (?<argument>[^\n]*))?\s*$/.exec(line)?.groups;
  const name = parts?.name?.toLowerCase();
  if (name === undefined || !isKnownCommand(name)) return null;
  return { name, argument: (parts?.argument ?? '').trim() };
}

type Passage = { opens: (line: string) => boolean; closes: (line: string) => boolean };

const passageKinds: readonly Passage[] = [
  { opens: (line) => line.startsWith('```'), closes: (line) => line === '```' },
  { opens: (line) => line.startsWith('>>>'), closes: (line) => line === '>>>' },
  { opens: (line) => /^<[A-Za-z][^>]*>$/.test(line), closes: (line) => /^<\/[^>]+>$/.test(line) },
  { opens: (line) => line === '`', closes: (line) => line.endsWith('`') },
];

/** Last line of each passage that is passed over, by its first line. A passage that never ends is none. */
function passages(lines: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const kind of passageKinds) {
    let close = -1;
    for (let at = lines.length - 1; at >= 0; at -= 1) {
      const line = lines[at] ?? '';
      // A passage has at least one line between its first and its last.
      if (close > at + 1 && kind.opens(line) && !ends.has(at)) ends.set(at, close);
      if (kind.closes(line)) close = at;
    }
  }
  return ends;
}
