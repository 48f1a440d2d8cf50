const marker = /<!-- sme-desk:[^<>]*-->/g;
const atEntity = /&(?:#0{0,5}64|#[xX]0{0,4}40|commat);/g;
const mention = /(?<![A-Za-z0-9_])@([A-Za-z0-9_.][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*)/g;

/** Fenced code at the very left: anywhere else a fence may end with its list or quote, which is not worth the risk. */
function withoutFences(lines: readonly string[]): readonly string[] {
  const outside: string[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    const run = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence === null) {
      if (run === undefined) outside.push(line);
      else fence = run;
      continue;
    }
    const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
    if (closing !== undefined && closing[0] === fence[0] && closing.length >= fence.length) fence = null;
  }
  return outside;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Runs of backticks of a line; null where a backslash or a `<` makes it doubtful what they belong to. */
function backtickRuns(line: string): readonly Run[] | null {
  const runs: Run[] = [];
  for (const match of line.matchAll(/`+/g)) runs.push({ start: match.index, length: match[0].length });
  const doubtful = runs.length > 0 && (line.includes('<') || line.includes('\\`'));
  return doubtful ? null : runs;
}

/** A line with its code spans blanked; null when a run of backticks finds no partner on the line. */
function withoutSpans(line: string): string | null {
  const runs = backtickRuns(line);
  if (runs === null) return null;
  let text = '';
  let done = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const [open, close] = [runs[index], runs[index + 1]];
    if (open === undefined || close === undefined || open.length !== close.length) return null;
    text += `${line.slice(done, open.start)} `;
    done = close.start + close.length;
  }
  return text + line.slice(done);
}

/**
 * The names that GitLab would notify of a finished body, in order, each once: users, groups, `all`. Code is left out
 * (docs/gitlab.md#quick-actions), but only where it is code beyond doubt: fences at the left edge, and spans that
 * begin and end on one line while no line of the body holds a lone backtick. In doubt a name counts, because the body
 * is then refused, which is better than a mail to somebody who must not have it.
 */
export function mentionsIn(body: string): string[] {
  const lines = withoutFences(body.replace(marker, ' ').split(/\r\n|[\n\r]/));
  const bare = lines.map(withoutSpans);
  const certain = bare.every((line) => line !== null);
  const text = (certain ? bare : lines).join('\n').replace(atEntity, '@');
  const names = new Set<string>();
  for (const match of text.matchAll(mention)) {
    const name = (match[1] ?? '').replace(/\.+$/, '');
    if (name !== '') names.add(name);
  }
  return [...names];
}
