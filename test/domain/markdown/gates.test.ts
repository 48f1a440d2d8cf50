import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLines } from '../../../src/domain/markdown/command-lines.ts';
import { escapeMarkdown } from '../../../src/domain/markdown/escape-markdown.ts';
import { foreignHtml } from '../../../src/domain/markdown/foreign-html.ts';
import { mentionsIn } from '../../../src/domain/markdown/mentions-in.ts';
import { milliseconds } from '../../builders/thread-time.ts';

describe('lines that GitLab could run', () => {
  it.each([
    ['a command', '/close'],
    ['a command on a later line', 'Hello\n/label ~"request::approved"'],
    ['any case', '/CLOSE'],
    ['a command that we do not know', '/frobnicate'],
    ['behind a carriage return', 'Hello\r/close'],
    ['broken by a carriage return', '/\rclose'],
    ['broken before it', '\r/close'],
    ['behind U+2028', 'Hello\u2028/close'],
    ['behind U+2029', 'Hello\u2029/close'],
    ['behind U+0085', 'Hello\u0085/close'],
    ['behind VT', 'Hello\v/close'],
    ['behind FF', 'Hello\f/close'],
    ['behind a byte order mark', '\ufeff/close'],
    ['behind a zero-width space', '\u200b/close'],
    ['indented', '   /close'],
    ['in a quote', '> /close'],
    ['in a multi-line quote', '>>>\n/close\n>>>'],
    ['in a fence', '```\n/close\n```'],
    ['in a comment', '<!--\n/close\n-->'],
    ['on the line of a comment', '<!-- /close -->'],
    ['behind our marker', '<!-- sme-desk:note {} -->/close'],
    ['behind two markers', '<!-- sme-desk:note {} --> <!-- sme-desk:note {} --> /close'],
    ['behind a comment end', '<!-- x\n-->/close'],
  ])('are found: %s', (_, body) => {
    expect(commandLines(body)).not.toEqual([]);
  });

  it.each([
    'Paste `/label ~"request::approved"` here.',
    '`/approve` is what an approver writes',
    'and/or',
    '\\/close',
    '- see a/b',
    'Hello\n\n<!-- sme-desk:note {"a":"b/c"} -->',
    '',
  ])('are not seen in %j', (body) => {
    expect(commandLines(body)).toEqual([]);
  });

  it('are looked for in time linear in the body', () => {
    const body = '<!-- sme-desk:x --> '.repeat(10_000);

    expect(milliseconds(() => expect(commandLines(body)).toEqual([]), 1000)).toBeLessThan(1000);
  });
});

describe('names that GitLab would notify', () => {
  it.each([
    ['Hello @sam and @acme/solutions-architects.', ['sam', 'acme/solutions-architects']],
    ['(@sam) @sam, @all!', ['sam', 'all']],
    ['mail sam@example.com', []],
    ['Write `@sam` and\n```\n@tom\n```\n@lena', ['lena']],
    ['&#64;sam &commat;tom &#x40;lena', ['sam', 'tom', 'lena']],
    ['a lone ` hides nothing: `@sam', ['sam']],
    ['a lone ` on one line\nmakes `@sam` doubtful', ['sam']],
    ['`a\\` @sam `b`', ['sam']],
    ['``a` @sam `b``', ['sam']],
    ['- item\n  ```\n@sam', ['sam']],
    ['> ```\n@sam', ['sam']],
    ['~~~\n```\n@sam\n~~~\n@tom', ['tom']],
    ['<!-- sme-desk:note {"to":"@sam"} -->', []],
    ['\u00e9@sam', ['sam']],
    ['@sam.', ['sam']],
    ['@', []],
  ])('in %j are %j', (body, names) => {
    expect(mentionsIn(body)).toEqual(names);
  });
});

describe('raw HTML', () => {
  it.each([
    ['<b>x', ['<b>x']],
    ['</details>', ['</details>']],
    ['<!-- other -->', ['<!-- other -->']],
    ['<!-- sme-desk:note {} -->', []],
    ['<!-- sme-desk:note <script> -->', ['<!-- sme-desk:note <script> -->', '<script> -->']],
    ['<!-- sme-desk:a --!><img src=x>-->', ['<!-- sme-desk:a --!><img src=x>-->', '<img src=x>-->']],
    ['<https://example.com/a> 1 < 2 <3', []],
    ['<http://example.com>', ['<http://example.com>']],
    ['`<b>`', ['<b>`']],
  ])('in %j is %j', (body, found) => {
    expect(foreignHtml(body)).toEqual(found);
  });
});

describe('text of people in our comments', () => {
  it.each([
    ['plain words stay, 90 min at 15:00 (2026-12-03).', 'plain words stay, 90 min at 15:00 (2026-12-03).'],
    ['/close', '\\/close'],
    ['a\n/close\r\n\u2028/label', 'a /close /label'],
    ['@sam', '\uff20sam'],
    ['<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
    ['&#64;sam', '&amp;\\#64;sam'],
    ['&commat;sam', '&amp;commat;sam'],
    ['```\n@sam\n```', '\\`\\`\\` \uff20sam \\`\\`\\`'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['http://evil.example', 'http\\[:\\]//evil.example'],
    ['www.evil.example', 'www\\[.\\]evil.example'],
    ['see https://ok.example/a_b*c?x=@sam.', 'see <https://ok.example/a_b%2Ac?x=%40sam>.'],
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['::include{file=x}', '\\::include\\{file=x\\}'],
    ['safe\u202egnp', 'safe\\[U+202E\\]gnp'],
    ['a\u200bb\u00adc\u0000d', 'abcd'],
    ['|a|b| ~label #1 !2 %3 $4 ^5', '\\|a\\|b\\| \\~label \\#1 \\!2 \\%3 \\$4 \\^5'],
  ])('%j is written as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  const pieces = fc.constantFrom(
    '/close',
    '@sam',
    '`',
    '```',
    '\n',
    '\r',
    '\u2028',
    '\v',
    '<!--',
    '-->',
    '<b>',
    '&#64;',
    '\\',
    '>',
    '- ',
    '# ',
    'https://x.example/',
    ' ',
    'word',
    '~~~',
    '[',
    ']',
    '(',
    ')',
    '\u202e',
    '<https://a`b>',
  );
  const hostile = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  it('passes every gate, wherever it stands', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        for (const body of [escapeMarkdown(text), `They wrote: ${escapeMarkdown(text)}`]) {
          expect(commandLines(body)).toEqual([]);
          expect(mentionsIn(body)).toEqual([]);
          expect(foreignHtml(body)).toEqual([]);
        }
        expect(escapeMarkdown(text)).not.toMatch(/[\n\r\u2028\u2029\u0085\v\f]/);
      }),
      { numRuns: 1000 },
    );
  });
});
