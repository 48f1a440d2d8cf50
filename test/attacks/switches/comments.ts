import type { Switch } from '../build/switch.ts';

const gate = 'src/run/apply/send-body.ts';
const apply = 'src/run/apply/apply-note.ts';
const lines = 'src/domain/markdown/visible-text.ts';
const commands = 'src/domain/markdown/command-lines.ts';
const html = 'src/domain/markdown/foreign-html.ts';
const mentions = 'src/domain/markdown/mentions-in.ts';
const escaping = 'src/domain/markdown/escape-markdown.ts';

const lineEnds = '[\\n\\r\\v\\f\\u0085\\u2028\\u2029]/';

/** A line end that is taken for a character like any other. */
function withoutLineEnd(name: string, character: string, story: string): Switch {
  return {
    name: `comments: ${name} ends a line`,
    file: lines,
    from: lineEnds,
    to: lineEnds.replace(character, ''),
    fells: [story],
  };
}

/** A character that has a meaning in Markdown or to GitLab and is let through. */
function unescaped(name: string, character: string, story: string): Switch {
  const meaningful = '/[\\\\`*_{}[\\]#!|~$^%]/g';
  return {
    name: `words of people: ${name} is escaped`,
    file: escaping,
    from: meaningful,
    to: meaningful.replace(character, () => ''),
    fells: [`in the words of a person: ${story}`],
  };
}

/** Comments and descriptions: the first row of `docs/security.md#sinks`. */
export const commentSwitches: readonly Switch[] = [
  {
    name: 'comments: the gate for commands',
    file: gate,
    from: 'if (commands.length > 0)',
    to: 'if (commands.length > 99)',
    fells: ['a command on a line of its own', 'a command in a fence'],
  },
  {
    name: 'comments: the gate for HTML',
    file: gate,
    from: 'if (foreignHtml(body).length > 0)',
    to: 'if (foreignHtml(body).length > 99)',
    fells: ['an image from somewhere else'],
  },
  {
    name: 'comments: the gate for mentions',
    file: gate,
    from: 'return unmeantMention(body, mentions) ? refused',
    to: 'return mentions.length > 99 ? refused',
    fells: ['a mention of everybody', 'a mention of a group below a group'],
  },
  {
    name: 'comments: each comment meets the gate',
    file: 'src/run/apply/write-keyed-note.ts',
    from: 'const refusal = refusalOfBody(bodyOn(0), wanted.mentions);',
    to: 'const refusal = null;',
    fells: ['a planned comment holds a command'],
  },
  {
    name: 'comments: each record meets the gate',
    file: apply,
    from: 'const refusal = refusalOfBody(body, action.mentions);',
    to: 'const refusal = null;',
    fells: ['a planned record holds a command'],
  },
  {
    name: 'issues: each description meets the gate',
    file: 'src/run/apply/open-once.ts',
    from: ' ?? refusalOfBody(description, opening.mentions);',
    to: ';',
    fells: ['the description of a planned issue holds a command'],
  },
  {
    name: 'issues: a title mentions nobody else',
    file: gate,
    from: 'return unmeantMention(title, mentions) ? refused',
    to: 'return mentions.length > 99 ? refused',
    fells: ['the title of a planned issue names everybody'],
  },
  {
    name: 'issues: a title is one line',
    file: gate,
    from: '[\\p{Cc}\\u2028\\u2029]/u.test(title)',
    to: '\\u2029/u.test(title)',
    fells: ['the title of a planned issue has a second line'],
  },
  {
    name: 'wiki: each page meets the gate',
    file: 'src/run/apply/apply-project.ts',
    from: 'const refusal = refusalOfPage(action.content.slice(action.keeps ?? 0));',
    to: 'const refusal = null;',
    fells: ['a planned wiki page holds a command'],
  },
  {
    name: 'wiki: no raw HTML but folded parts',
    file: 'src/domain/markdown/foreign-html.ts',
    from: 'const foldStart = /^<details><summary>[^<>]*<\\/summary>$/gm;',
    to: 'const foldStart = /<details>|<summary>.*/gm;',
    fells: ['a planned wiki page holds HTML in the title of a folded part'],
  },
  withoutLineEnd('a line separator', '\\u2028', 'a command behind a line separator'),
  withoutLineEnd('a paragraph separator', '\\u2029', 'a command behind a paragraph separator'),
  withoutLineEnd('the next-line character', '\\u0085', 'a command behind the next-line character'),
  withoutLineEnd('a vertical tab', '\\v', 'a command behind a vertical tab'),
  withoutLineEnd('a form feed', '\\f', 'a command behind a form feed'),
  {
    name: 'comments: a carriage return ends a line',
    file: commands,
    from: "[body.replaceAll('\\r', ''), body]",
    to: "[body.replaceAll('\\r', '')]",
    fells: ['a command behind a carriage return'],
  },
  {
    name: 'comments: a carriage return is nothing',
    file: commands,
    from: "[body.replaceAll('\\r', ''), body]",
    to: '[body]',
    fells: ['a command behind an HTML comment mark that a carriage return breaks'],
  },
  {
    name: 'comments: behind quote marks',
    file: commands,
    from: '\\u0085>\\u00ad',
    to: '\\u0085\\u00ad',
    fells: ['a command in a quote'],
  },
  {
    name: 'comments: behind comment marks',
    file: commands,
    from: '|<!--|-->|',
    to: '|',
    fells: ['a command on the first line of an HTML comment'],
  },
  {
    name: 'comments: behind characters that nobody sees',
    file: commands,
    from: '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]',
    to: ']',
    fells: ['a command behind a zero-width space', 'a command behind a direction mark'],
  },
  {
    name: 'comments: behind control characters',
    file: commands,
    from: '|-->|\\p{Cc})',
    to: '|-->)',
    fells: ['a command behind a control character'],
  },
  {
    name: 'comments: behind our own marker',
    file: commands,
    from: "next.startsWith('sme-desk:') ? next.indexOf('-->') : -1",
    to: '-1',
    fells: ['a command behind our own marker'],
  },
  {
    name: 'comments: our marker holds no HTML',
    file: html,
    from: 'sme-desk:[^<>]*-->',
    to: 'sme-desk:.*-->',
    fells: ['HTML inside something like our marker'],
  },
  {
    name: 'comments: only our own marker',
    file: html,
    from: '<!-- sme-desk:[',
    to: '<!-- sme-d.sk:[',
    fells: ['a comment mark that is not ours'],
  },
  {
    name: 'comments: links only https',
    file: html,
    from: '<https:',
    to: '<https?:',
    fells: ['a link without encryption'],
  },
  {
    name: 'comments: an entity is a mention too',
    file: mentions,
    from: ".replace(atEntity, '@')",
    to: '',
    fells: ['a mention written as an entity'],
  },
  {
    name: 'comments: code is code only beyond doubt',
    file: mentions,
    from: 'if (open === undefined || close === undefined || open.length !== close.length) return null;',
    to: "if (open === undefined) return null; if (close === undefined) return '';",
    fells: ['a mention behind a lone backtick'],
  },
  {
    name: 'words of people: one line',
    file: escaping,
    from: 'return escapeLine(oneLine(text));',
    to: 'return escapeLine(text);',
    fells: [
      'in the words of a person: a second line with a command',
      'commands behind every line end and every fence',
    ],
  },
  {
    name: 'words of people: no mention',
    file: escaping,
    from: ".replace(/@/g, '\\uff20')",
    to: '',
    fells: ['in the words of a person: a mention'],
  },
  {
    name: 'words of people: no HTML',
    file: escaping,
    from: ".replace(/</g, '&lt;')",
    to: '',
    fells: ['in the words of a person: an HTML element'],
  },
  {
    name: 'words of people: no end of HTML',
    file: escaping,
    from: ".replace(/>/g, '&gt;')",
    to: '',
    fells: ['in the words of a person: the end of an HTML element'],
  },
  {
    name: 'words of people: an entity is escaped',
    file: escaping,
    from: ".replace(/&/g, '&amp;')",
    to: '',
    fells: ['in the words of a person: an entity for a mention'],
  },
  unescaped('a backslash', '\\\\', 'a backslash before a bracket'),
  unescaped('a backtick', '`', 'a code span that hides what follows'),
  unescaped('a star', '*', 'emphasis'),
  unescaped('an underscore', '_', 'emphasis'),
  unescaped('a bracket', '[\\]', 'a link to a script'),
  unescaped('an exclamation mark', '!', 'an image'),
  unescaped('a brace', '{', 'a wiki include'),
  unescaped('a number sign', '#', 'a reference to an issue'),
  unescaped('a tilde', '~', 'a label'),
  unescaped('a dollar sign', '$', 'a snippet, a milestone and an alert'),
  unescaped('a percent sign', '%', 'a snippet, a milestone and an alert'),
  unescaped('a caret', '^', 'a snippet, a milestone and an alert'),
  unescaped('a bar', '|', 'a new cell of a table'),
  {
    name: 'words of people: links only https',
    file: escaping,
    from: 'const httpsLink = /\\bhttps:',
    to: 'const httpsLink = /\\bhttps?:',
    fells: ['in the words of a person: a link without encryption'],
  },
  {
    name: 'words of people: a scheme makes no link',
    file: escaping,
    from: 'text.replace(linkStart,',
    to: 'text.replace(/\\u0000/g,',
    fells: [
      'in the words of a person: a link without encryption',
      'in the words of a person: a bare address',
    ],
  },
  {
    name: 'words of people: a link holds characters of links only',
    file: escaping,
    from: '[^A-Za-z0-9\\-._~:/?#&=%+,]',
    to: '[^A-Za-z0-9\\-._~:/?#&=%+,@]',
    fells: ['in the words of a person: a mention in a link'],
  },
  {
    name: 'words of people: no command at the start',
    file: escaping,
    from: '/^[-+=:/]/',
    to: '/^[+=:]/',
    fells: [
      'in the words of a person, at the start of a line: a command',
      'in the words of a person, at the start of a line: an item of a list',
    ],
  },
  {
    name: 'words of people: no numbered item at the start',
    file: escaping,
    from: "/, '$1\\\\')",
    to: "/, '$1')",
    fells: ['in the words of a person, at the start of a line: a numbered item'],
  },
  {
    name: 'words of people: direction marks stand there by their number',
    file: lines,
    from: '.replace(bidi, (character) => {',
    to: ".replace('\\u0000', (character) => {",
    fells: ['in the words of a person: text that reads backwards'],
  },
  {
    name: 'words of people: nothing that nobody sees',
    file: lines,
    from: "    })\n    .replace(invisible, '');",
    to: '    });',
    fells: ['in the words of a person: zero-width characters in a name'],
  },
  {
    name: 'the record: no value leaves its marker',
    file: 'src/domain/record/marker.ts',
    from: '/[<>-]|[^\\x20-\\x7e]/g',
    to: '/[^\\x20-\\x7e]/g',
    fells: ['a value in the record ends its comment'],
  },
];
