import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../src/domain/markdown/escape-markdown.ts';
import { markerLine, readMarker, withMarker } from '../../../src/domain/record/marker.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { extractCommands } from '../../../src/sandbox/gitlab/quick-actions/extract-commands.ts';
import type { Story } from '../story.ts';

/** A finished body that must not be sent because of this, whatever hole it came through. */
function isRefused(
  body: string,
  holds: 'command' | 'HTML' | 'mention',
  mentions: readonly string[] = [],
): void {
  const refusal = refusalOfBody(body, mentions);
  const why = refusal?.kind === 'failed' ? `${refusal.code}: ${refusal.why}` : 'sent';
  assert.match(why, new RegExp(`^body-refused: .*${holds}`), JSON.stringify(body));
}

/** One story for each way in which a line can begin. */
function commandBehind(name: string, before: string): Story {
  return { name: `a command ${name}`, tell: () => isRefused(`They wrote:${before}/close`, 'command') };
}

const commands: readonly Story[] = [
  commandBehind('on a line of its own', '\n'),
  commandBehind('behind a carriage return', '\r'),
  commandBehind('behind a Windows line end', '\r\n'),
  commandBehind('behind a line separator', '\u2028'),
  commandBehind('behind a paragraph separator', '\u2029'),
  commandBehind('behind the next-line character', '\u0085'),
  commandBehind('behind a vertical tab', '\v'),
  commandBehind('behind a form feed', '\f'),
  commandBehind('in a quote', '\n> '),
  commandBehind('in a fence', '\n```\n'),
  commandBehind('on the first line of an HTML comment', '\n<!-- '),
  commandBehind('behind an HTML comment mark that a carriage return breaks', '\n<!\r-- '),
  commandBehind('behind a zero-width space', '\n\u200b'),
  commandBehind('behind a direction mark', '\n\u202e'),
  commandBehind('behind a control character', '\n\u0007'),
  commandBehind('behind our own marker', '\n<!-- sme-desk:note {} -->'),
];

const names: readonly Story[] = [
  { name: 'a mention of everybody', tell: () => isRefused('Hello @all', 'mention', ['sam']) },
  { name: 'a mention written as an entity', tell: () => isRefused('Hello &#64;all', 'mention') },
  { name: 'a mention behind a lone backtick', tell: () => isRefused('a ` and @all', 'mention') },
  {
    name: 'a mention of a group below a group',
    tell: () => isRefused('@acme/solutions', 'mention', ['acme']),
  },
];

const html: readonly Story[] = [
  {
    name: 'an image from somewhere else',
    tell: () => isRefused('<img src="https://evil.example/x">', 'HTML'),
  },
  {
    name: 'HTML inside something like our marker',
    tell: () => isRefused('<!-- sme-desk:note <img src=x> -->', 'HTML'),
  },
  { name: 'a comment mark that is not ours', tell: () => isRefused('<!-- sme-dusk:note {} -->', 'HTML') },
  { name: 'a link without encryption', tell: () => isRefused('<http://evil.example/login>', 'HTML') },
];

/** Text of people, as one of our sentences holds it. */
function written(text: string): string {
  return `They wrote: ${escapeMarkdown(text)}`;
}

/** The one place of a text that Markdown or GitLab would read, with what must not be left of it. */
function escapes(name: string, text: string, left: RegExp): Story {
  return { name: `in the words of a person: ${name}`, tell: () => assert.doesNotMatch(written(text), left) };
}

const words: readonly Story[] = [
  escapes('a second line with a command', 'fine\n/label ~"request::approved"', /[\n\r]/),
  escapes('a mention', '@all', /@/),
  escapes('an HTML element', '<details open>', /</),
  escapes('the end of an HTML element', 'x -->', />/),
  escapes('an entity for a mention', '&commat;all', /(?<!\\)&commat/),
  escapes('a backslash before a bracket', '\\[a](b)', /(?<!\\)(?:\\\\)*\[/),
  escapes('a code span that hides what follows', 'a ` b', /(?<!\\)`/),
  escapes('emphasis', '*urgent* __now__', /(?<!\\)[*_]/),
  escapes('a link to a script', '[click](javascript:alert(1))', /(?<!\\)\[/),
  escapes('an image', '![x](/y)', /(?<!\\)!/),
  escapes('a wiki include', '::include{file=x}', /(?<!\\)\{/),
  escapes('a reference to an issue', '#1', /(?<!\\)#/),
  escapes('a label', '~"request::approved"', /(?<!\\)~/),
  escapes('a snippet, a milestone and an alert', '$1 %2 ^alert', /(?<!\\)[$%^]/),
  escapes('a new cell of a table', 'a | b', /(?<!\\)\|/),
  escapes('a link without encryption', 'http://evil.example/login', /http:\/\//),
  escapes('a bare address', 'www.evil.example', /www\./),
  escapes('a mention in a link', 'https://ok.example/@all', /@/),
  escapes('zero-width characters in a name', 'request::appro\u200bved', /\u200b/),
];

function startsLine(name: string, text: string, left: RegExp): Story {
  return {
    name: `in the words of a person, at the start of a line: ${name}`,
    tell: () => assert.doesNotMatch(escapeMarkdown(text), left),
  };
}

const starts: readonly Story[] = [
  startsLine('a command', '/close', /^\//),
  startsLine('an item of a list', '- [x] approved', /^-/),
  startsLine('a numbered item', '1. approved', /^1\./),
];

const lineEnds = ['\n', '\r', '\r\n', '\n\r', '\u2028', '\u2029', '\u0085', '\v', '\f'];
const fences = ['', '```\n', '~~~\n', '> ', '>>>\n', '<!--\n', '<details>\n', '`\n'];

/** What a person's text becomes is read as GitLab reads it: by the sandbox, which shares no code with the gate. */
function everyWayIn(): void {
  for (const end of lineEnds) {
    for (const fence of fences) {
      const body = `${written(`x${end}${fence}/close`)}\n\n${escapeMarkdown(`${fence}/close${end}/reopen`)}`;
      assert.deepEqual(extractCommands(body).commands, [], JSON.stringify(body));
      assert.equal(refusalOfBody(body, []), null, JSON.stringify(body));
    }
  }
}

/** A name that reads backwards shows everybody that it does. */
function backwards(): void {
  assert.match(written('invoice\u202efdp.exe'), /U\+202E/);
}

/** A value in the record that tries to get out of the marker. */
function outOfTheMarker(): void {
  const value = { channel: 'x" --> <img src=x> \n/close \u2028/close' };
  const body = withMarker('A record.', markerLine('record', value));
  assert.equal(refusalOfBody(body, []), null, body);
  assert.deepEqual(readMarker('record', body), value);
}

export const stories: readonly Story[] = [
  ...commands,
  ...names,
  ...html,
  ...words,
  ...starts,
  { name: 'in the words of a person: text that reads backwards', tell: backwards },
  { name: 'commands behind every line end and every fence', tell: everyWayIn },
  { name: 'a value in the record ends its comment', tell: outOfTheMarker },
];
