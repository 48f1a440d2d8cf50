import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/domain/markdown/block.ts';
import { scanBlocks } from '../../../src/domain/markdown/scan-blocks.ts';
import { headingsAndTasks } from './oracle.ts';

function shape(block: Block): unknown {
  const { kind, start, end, quote, ...rest } = block;
  return { kind, ...rest };
}

function scanned(text: string): unknown[] {
  return scanBlocks(text).map(shape);
}

describe('the block scanner', () => {
  it('tells headings, tasks, items, text, fences and comments apart', () => {
    const text =
      '## 3. Area ##\n\n- [x] AI\n- [ ] Other: \n* plain\n2) two\nwords\n<!-- hint -->\n```yaml\n# no heading\n```\n---';

    expect(scanned(text)).toEqual([
      { kind: 'heading', level: 2, text: '3. Area' },
      { kind: 'blank' },
      { kind: 'item', indent: 0, number: null, checked: true, text: 'AI' },
      { kind: 'item', indent: 0, number: null, checked: false, text: 'Other:' },
      { kind: 'item', indent: 0, number: null, checked: null, text: 'plain' },
      { kind: 'item', indent: 0, number: 2, checked: null, text: 'two' },
      { kind: 'text', indent: 0, text: 'words' },
      { kind: 'comment', text: ' hint ', closed: true },
      { kind: 'fence', info: 'yaml', text: '# no heading', closed: true },
      { kind: 'rule' },
    ]);
  });

  it('says where each block stands', () => {
    const text = 'one\r\n> ## two\r\n\r\n<!-- a\r\nb --> three';
    const slices = scanBlocks(text).map(({ start, end, quote }) => [text.slice(start, end), quote]);

    expect(slices).toEqual([
      ['one', 0],
      ['## two', 1],
      ['', 0],
      ['<!-- a\r\nb -->', 0],
      [' three', 0],
    ]);
  });

  it.each([
    ['- [x ] AI', true, 'AI'],
    ['- [ x] AI', true, 'AI'],
    ['- [X] AI', true, 'AI'],
    ['- [x]AI', true, 'AI'],
    ['- [\u2713] AI', true, 'AI'],
    ['- [] AI', false, 'AI'],
    ['- [  ] AI', false, 'AI'],
    ['- [~] AI', false, 'AI'],
    ['- [x](https://a.example)', null, '[x](https://a.example)'],
    ['- [y] AI', null, '[y] AI'],
  ])('reads the box of %j', (line, checked, text) => {
    expect(scanned(line)).toEqual([{ kind: 'item', indent: 0, number: null, checked, text }]);
  });

  it.each([
    ['AI <!-- a --> and <!-- b --> more', 'AI  and  more'],
    ['AI <!-- begins\nends --> here', 'AI|here'],
    ['AI <!-- never ends\n\n## Next', 'AI <!-- never ends|Next'],
    ['<!-- a\n## b\n--> AI', 'AI'],
    ['## Area <!-- hint --> of <!-- begins\nends --> work', 'Area  of|work'],
    ['<!--> AI', 'AI'],
    ['<!-- never ends\n## Next', ''],
    ['```\n## no\n', ''],
    ['- ```\n  ## no\n## Yes', 'Yes'],
    ['> <!-- quoted\n## Yes', 'Yes'],
    ['> ```\n## Yes', 'Yes'],
    ['    ## four spaces are code', '## four spaces are code'],
  ])('reads %j as %j', (text, expected) => {
    const words = scanBlocks(text).flatMap((block) =>
      block.kind === 'heading' || block.kind === 'text' || block.kind === 'item' ? [block.text] : [],
    );

    expect(words.join('|')).toBe(expected);
  });

  const size = 65_536;
  const hostile: readonly (readonly [string, string])[] = [
    ['quote marks', '>'],
    ['spaced quote marks', '> '],
    ['half emphasis', '*a_ '],
    ['half links', 'www.a_'],
    ['nested lists', '- '],
    ['deeper lists', '\n  - a'],
    ['list in list', ' 1. '],
    ['fences', '```\n'],
    ['fences of growing doubt', '~~~ `\n'],
    ['open comments', '<!--'],
    ['open comments on lines', 'a <!--\n'],
    ['open comments in paragraphs', '<!-- a\n\n'],
    ['text with open comments', 'x <!-- y\n\n'],
    ['closed comments', '<!---->'],
    ['comment ends', '-->\n'],
    ['backticks', '`'],
    ['brackets', '['],
    ['empty boxes', '- []\n'],
    ['hashes', '# '],
    ['closing hashes', '# a #'],
    ['rules', '* '],
    ['tabs', '\t'],
    ['line ends', '\r\n'],
    ['carriage returns', '\r'],
    ['nul', '\0'],
    ['stars', '*'],
    ['spaces', ' '],
    ['labels', 'a:'],
    ['pipes', '|'],
    ['digits', '1'],
  ];

  it.each(hostile)('takes at most 20 steps for a character of %s', (_, piece) => {
    for (const text of [piece.repeat(size / piece.length), `x${piece.repeat(size / piece.length)}-->`]) {
      const counter = { steps: 0 };

      expect(scanBlocks(text, counter).length).toBeGreaterThan(0);
      expect(counter.steps).toBeLessThanOrEqual(text.length * 20 + 20);
    }
  });

  it('reads any text in linear steps', () => {
    const pieces = fc.constantFrom(
      '<!--',
      '-->',
      '\n',
      '\n\n',
      '```',
      '> ',
      '- ',
      '# ',
      '[x] ',
      '  ',
      'a',
      '---',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 300 }), (parts) => {
        const text = parts.join('');
        const counter = { steps: 0 };
        const blocks = scanBlocks(text, counter);

        expect(counter.steps).toBeLessThanOrEqual(text.length * 20 + 20);
        for (const block of blocks) expect(block.start).toBeLessThanOrEqual(block.end);
      }),
    );
  });
});

const word = fc.constantFrom('Acme', 'demo', 'area', 'x1', 'GitLab', 'runner');
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const spaces = fc.constantFrom('', ' ', '  ', '   ');
const part = fc.oneof(
  fc
    .tuple(spaces, fc.integer({ min: 1, max: 7 }), words, fc.constantFrom('', ' #', ' ##  ', '#'))
    .map(([lead, level, text, tail]) => `${lead}${'#'.repeat(level)} ${text}${tail}`),
  words,
  fc.array(words, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n')),
  fc
    .array(fc.tuple(fc.constantFrom('- ', '* ', '+ '), fc.constantFrom('', '[ ] ', '[x] ', '[X] '), words), {
      minLength: 1,
      maxLength: 4,
    })
    .map((items) => items.map((item) => item.join('')).join('\n')),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item, n) => `${n + 1}. [x] ${item}`).join('\n')),
  fc
    .tuple(
      fc.constantFrom('```', '~~~~'),
      fc.constantFrom('', 'yaml'),
      fc.array(fc.oneof(words, fc.constantFrom('# no', '- [x] no', '<!-- no', '~~~', '')), { maxLength: 3 }),
    )
    .map(([fence, info, lines]) => [fence + info, ...lines, fence].join('\n')),
  fc
    .array(fc.oneof(words, fc.constantFrom('# no', '- [x] no', '```')), { minLength: 1, maxLength: 3 })
    .map((lines) => `<!-- ${lines.join('\n')}\n-->`),
  fc.tuple(words, words).map(([a, b]) => `> ${a}\n> ## ${b}\n>\n> - [x] ${a}`),
  fc.constantFrom('***', '- - -', '_ _ _', '#no heading', '####### seven', '#', '\t# code'),
  fc.tuple(words, words).map(([a, b]) => `- ${a}\n\n  \`\`\`\n  # no\n  \`\`\`\n\n  ${b}`),
);
const documents = fc
  .tuple(fc.array(part, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([parts, end]) => parts.join('\n\n').replaceAll('\n', end));

describe('the block scanner and a full Markdown parser', () => {
  it('agree on headings, tasks, fences and comments of well-formed documents', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const own = scanBlocks(text).flatMap((block) => {
          if (block.kind === 'heading') return [`h${block.level} ${block.text}`];
          if (block.kind === 'item' && block.checked !== null) return [`task ${block.checked} ${block.text}`];
          if (block.kind === 'fence') return [`code ${block.info} ${block.text.replaceAll('\r', '')}`];
          if (block.kind === 'comment')
            return [`comment ${text.slice(block.start, block.end).replaceAll('\r', '')}`];
          return block.kind === 'rule' ? ['rule'] : [];
        });

        expect(own).toEqual(headingsAndTasks(text));
      }),
      { numRuns: 500 },
    );
  });
});
