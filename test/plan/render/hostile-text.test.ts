import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/plan/action.ts';
import { renderJson } from '../../../src/plan/render/render-json.ts';
import { renderMarkdown } from '../../../src/plan/render/render-markdown.ts';
import { renderTerminal } from '../../../src/plan/render/render-terminal.ts';
import { shortened, visible } from '../../../src/plan/render/visible-text.ts';
import { oneOfEach, plan } from './builders.ts';

/** An action of each kind in which every text is hostile. */
function poisoned(text: string): Action[] {
  const poison = (value: unknown, key: string): unknown => {
    if (key === 'kind' || key === 'internal' || key === 'exists') return value;
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map((each) => poison(each, ''));
    if (key === 'variables') return { [text]: text };
    return value;
  };
  return Object.values(oneOfEach).map((action) => {
    const copy = Object.entries(action).map(([key, value]) => [key, poison(value, key)]);
    return Object.fromEntries(copy);
  });
}

function linesOf(text: string): string[] {
  return text.split('\n');
}

const attack = '\u001b[2J\r/close\n/label ~x\u2028@all `code` <img src=x>\u202e ![x](http://e.example) #1';

describe('hostile text in a plan', () => {
  it.each([
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\u0000\u009bb', 'a\\u{0}\\u{9b}b'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
    ['Inés 👍', 'Inés 👍'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('adds no line and no control character to the terminal', () => {
    const clean = renderTerminal(plan({ actions: poisoned('x') }));

    const text = renderTerminal(plan({ actions: poisoned(attack), problems: [] }));

    expect(linesOf(text)).toHaveLength(linesOf(clean).length);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });

  it('becomes no mention, command, reference, image or HTML in Markdown', () => {
    const text = renderMarkdown(plan({ actions: poisoned(attack), problems: [attack] }));

    const outsideCode = text.replace(/`[^`\n]*`/g, '');
    expect(linesOf(text).filter((line) => /^\s*\//.test(line))).toEqual([]);
    expect(outsideCode).not.toMatch(/(?<!\\)[@~]/);
    expect(outsideCode).not.toMatch(/(?<!\\)<img/);
    expect(outsideCode).not.toMatch(/(?<!\\)!\[/);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });

  it('of any kind leaves every renderer with as many lines as harmless text', () => {
    const lines = linesOf(renderMarkdown(plan({ actions: poisoned('x') }))).length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
        const rendered = renderMarkdown(plan({ actions: poisoned(text) }));

        expect(linesOf(rendered)).toHaveLength(lines);
        expect(linesOf(rendered).filter((line) => /^\s*\//.test(line))).toEqual([]);
      }),
    );
  });
});

describe('what no log may hold', () => {
  it.each([
    ['a GitLab token', 'glpat-AbCdEf123456789012345', '[secret]'],
    ['a Slack token', 'xoxb-1234567890-abcdef', '[secret]'],
    ['a signed assertion', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln', '[secret]'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----', '[secret]'],
    ['an e-mail address', 'sam.okoye@example.com', '[e-mail]'],
    ['a telephone number', '+34 600 123 456', '[phone]'],
  ])('%s is masked in bodies and in words', (_, secret, mask) => {
    const actions = [
      { ...oneOfEach['record.write'], text: `see ${secret} .`, why: `because of ${secret} .` },
    ];

    for (const render of [renderTerminal, renderMarkdown, renderJson]) {
      const text = render(plan({ actions, problems: [secret] }));
      expect(text).not.toContain(secret);
      expect(text.replaceAll('\\', '')).toContain(mask);
    }
  });

  it('dates are not taken for telephone numbers', () => {
    expect(shortened('2026-12-03 15:00 +01:00')).toBe('2026-12-03 15:00 +01:00');
  });

  it('a secret is not cut in two by the shortening', () => {
    expect(shortened(`${'x'.repeat(90)} glpat-AbCdEf123456789012345`)).not.toContain('glpat-');
  });
});
