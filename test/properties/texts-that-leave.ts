import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Action } from '../../src/plan/action.ts';
import { extractCommands } from '../../src/sandbox/gitlab/quick-actions/extract-commands.ts';

/** A text that the desk would send to GitLab, and whom it means to tell. */
export interface Body {
  readonly text: string;
  readonly mentions: readonly string[];
}

/** Every comment that a plan would write: comments, records, and records that are sealed. */
export function bodiesOf(actions: readonly Action[]): readonly Body[] {
  return actions.flatMap((action) => {
    if (action.kind === 'note.create') return [{ text: action.body, mentions: action.mentions }];
    const writes = action.kind === 'record.write' || action.kind === 'record.seal';
    return writes ? [{ text: action.text, mentions: action.mentions }] : [];
  });
}

/** Every message that a plan would send to Slack. */
export function slackTextsOf(actions: readonly Action[]): readonly string[] {
  return actions.flatMap((action) =>
    action.kind === 'slack.post' || action.kind === 'slack.edit' ? [action.text] : [],
  );
}

/**
 * The commands that GitLab would run of a body, as the sandbox's reading of GitLab's own extractor finds them: with
 * carriage returns dropped, and with each of the other line ends taken for one.
 */
export function commandsIn(text: string): readonly string[] {
  const readings = [text, text.replace(/[\r\v\f\u0085\u2028\u2029]/g, '\n')];
  return readings.flatMap((reading) => extractCommands(reading).commands.map(({ name }) => name));
}

function* wordsOf(node: object): Generator<string> {
  const type = 'type' in node ? node.type : '';
  if (type === 'inlineCode' || type === 'code') return;
  if ('value' in node && typeof node.value === 'string') {
    // Our own marker is a comment without angle brackets in it; any other HTML may hold a mention.
    yield type === 'html' ? node.value.replace(/<!-- sme-desk:[^<>]*-->/g, ' ') : node.value;
  }
  if ('children' in node && Array.isArray(node.children)) {
    for (const child of node.children) yield* wordsOf(child);
  }
}

/**
 * The names behind an `@` in what a full Markdown parser takes for text, after its escapes and entities: whom GitLab
 * would notify. It shares nothing with the gate of the desk.
 */
export function mentionedIn(text: string): readonly string[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const names = new Set<string>();
  for (const words of wordsOf(tree)) {
    for (const match of words.matchAll(/(?<!\w)@(\w[\w./-]*\w|\w)/g))
      names.add((match[1] ?? '').toLowerCase());
  }
  return [...names].sort();
}
