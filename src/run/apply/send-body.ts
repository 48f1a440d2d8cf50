import { commandLines } from '../../domain/markdown/command-lines.ts';
import { foreignHtml, foreignHtmlOfPage } from '../../domain/markdown/foreign-html.ts';
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
  return unmeantMention(body, mentions) ? refused('a mention that was not meant') : null;
}

/** The same gate for a wiki page, which mentions nobody and may fold a part away. */
export function refusalOfPage(page: string): Ending | null {
  if (commandLines(page).length > 0) return refused('a line that GitLab could read as a command');
  if (foreignHtmlOfPage(page).length > 0) return refused('raw HTML');
  return unmeantMention(page, []) ? refused('a mention that was not meant') : null;
}

/** The same gate for the title of an issue: GitLab notifies people who are mentioned in one, and it is one line. */
export function refusalOfTitle(title: string, mentions: readonly string[]): Ending | null {
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) return refused('a line break in its title');
  return unmeantMention(title, mentions) ? refused('a mention that was not meant') : null;
}

function unmeantMention(text: string, mentions: readonly string[]): boolean {
  const meant = new Set(mentions.map((each) => each.toLowerCase()));
  return mentionsIn(text).some((name) => !meant.has(name.toLowerCase().replace(/^@/, '')));
}

function refused(what: string): Ending {
  return failedAs('body-refused', `the text holds ${what} and was not sent`);
}
