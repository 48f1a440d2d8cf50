/** A text of the desk in GitLab as a person sees it, without Markdown and without its hidden marker. */
export interface NoteText {
  readonly firstLine: string;
  /** What stands behind `- Name:` at the beginning of a line, by that name. */
  readonly points: Readonly<Record<string, string>>;
  /** The cells of its first table, without the heading row. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads a text of the desk. */
export function noteText(body: string): NoteText {
  const lines = body
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const points: Record<string, string> = {};
  for (const line of lines) {
    const match = /^- (?<name>[^:]+): (?<rest>.*)$/.exec(line);
    if (match?.groups === undefined) continue;
    const { name = '', rest = '' } = match.groups;
    points[name] ??= plain(rest);
  }
  const table = lines.filter((line) => line.startsWith('|'));
  const rows = table.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => plain(cell.trim())),
  );
  return { firstLine: plain(lines[0] ?? ''), points, rows };
}

function plain(markdown: string): string {
  return markdown.replace(/\*\*|`|^#+ /g, '').replace(/\\(.)/g, '$1');
}
