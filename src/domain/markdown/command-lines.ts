import { linesOf } from './visible-text.ts';

/** What may stand before a command without hiding it from some reader: blanks, quote marks, comment starts and ends. */
function withoutLead(line: string): string {
  let rest = line;
  for (;;) {
    const next = rest.replace(
      /^(?:[\s\u0085>\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|<!--|-->|\p{Cc})+/u,
      '',
    );
    const comment = next.startsWith('sme-desk:') ? next.indexOf('-->') : -1;
    if (comment < 0) return next;
    rest = next.slice(comment);
  }
}

/**
 * The lines of a finished body that GitLab could read as a quick action. Nothing with such a line is ever sent: text
 * that is written by the API runs with the desk's rights (docs/gitlab.md#quick-actions). The rule is wider than
 * GitLab's own: any command word, any kind of line end, with `\r` taken both as nothing (GitLab deletes it) and as a
 * line end, also behind quote marks and in HTML comments, of which it is not certain that they are skipped.
 */
export function commandLines(body: string): string[] {
  const found = new Set<string>();
  for (const reading of [body.replaceAll('\r', ''), body]) {
    for (const line of linesOf(reading)) {
      if (withoutLead(line).startsWith('/')) found.add(line);
    }
  }
  return [...found];
}
