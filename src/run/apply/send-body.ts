import { commandLines } from '../../domain/markdown/command-lines.ts';
import { foreignHtml } from '../../domain/markdown/foreign-html.ts';
import { mentionsIn } from '../../domain/markdown/mentions-in.ts';
import type { Ending } from './applied.ts';
import { failedAs } from './applier.ts';

/**
 * The last gate before a comment leaves (`docs/security.md#sinks`): no line that GitLab could read as a command,
 * no raw HTML but our own marker, no mention that was not meant. Null: it may go; else the failure. A refusal
 * stops this one issue and is told to the operator; it means that an escape is missing.
 */
export function refusalOfBody(body: string, mentions: readonly string[]): Ending | null {
  const commands = commandLines(body);
  if (commands.length > 0) return refused('a line that GitLab could read as a command');
  if (foreignHtml(body).length > 0) return refused('raw HTML');
  const meant = new Set(mentions.map((each) => each.toLowerCase()));
  const others = mentionsIn(body).filter((name) => !meant.has(name.toLowerCase().replace(/^@/, '')));
  return others.length === 0 ? null : refused('a mention that was not meant');
}

function refused(what: string): Ending {
  return failedAs('body-refused', `the comment holds ${what} and was not sent`);
}
