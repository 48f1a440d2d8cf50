import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../laws/source-files.ts';
import { anchorsOf, type RepositoryText, repositoryTexts } from './repository-texts.ts';

const texts = repositoryTexts();
const pages = texts.filter((each) => each.path.endsWith('.md'));
const anchors = new Map(pages.map((page) => [page.path, anchorsOf(page.text)]));

/** `file: target` for every target that leads nowhere. */
function lost(found: readonly { readonly in: string; readonly target: string }[]): string[] {
  return found.filter(({ target }) => !leadsSomewhere(target)).map((each) => `${each.in}: ${each.target}`);
}

function leadsSomewhere(target: string): boolean {
  const [path = '', anchor] = target.split('#', 2);
  if (!existsSync(root + path)) return false;
  return anchor === undefined || (anchors.get(path)?.has(anchor) ?? false);
}

function citationsIn({ path, text }: RepositoryText) {
  return [...text.matchAll(/(?<![\w/.])docs\/[\w/-]+\.md(?:#[\w-]+)?/g)].map(([target]) => ({
    in: path,
    target,
  }));
}

/** Links of a page to other files of the repository; what begins with `/` is a link of the wiki. */
function linksIn({ path, text }: RepositoryText) {
  const prose = text.replace(/^(`{3,})[\s\S]*?^\1[ \t]*$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].flatMap((match) => {
    const link = decodeURIComponent(match[1] ?? '');
    if (/^(?:[a-z]+:|\/)/.test(link)) return [];
    const target = link.startsWith('#') ? path + link : posix.join(posix.dirname(path), link);
    return [{ in: path, target }];
  });
}

describe('what the project says about itself', () => {
  it('cites pages and sections of docs/ that exist', () => {
    const citations = texts.flatMap(citationsIn);

    expect(citations.length).toBeGreaterThan(100);
    expect(lost(citations)).toEqual([]);
  });

  it('links files and sections that exist', () => {
    const links = pages.flatMap(linksIn);

    expect(links.length).toBeGreaterThan(20);
    expect(lost(links)).toEqual([]);
  });

  it('has the sections that the code has agreed on', () => {
    const agreed = {
      'docs/rules.md':
        'requests validation approval assignment after-assignment clocks transitions messages off-or-down guards metrics',
      'docs/security.md': 'approval sinks promises invariants roles',
      'docs/runbook.md': 'exit-codes',
    };
    const missing = Object.entries(agreed).flatMap(([path, names]) =>
      names.split(' ').flatMap((name) => (anchors.get(path)?.has(name) ? [] : [`${path}#${name}`])),
    );

    expect(missing).toEqual([]);
  });

  it.each([
    ['a folder outside of the repository', /\.\.\/shared/],
    ['a path of somebody’s machine', /(?<![\w.~:/-])\/(?:work|home|Users|root|tmp\/brief)\/[\w.]/],
    [
      'the address of a package mirror',
      /https?:\/\/[\w.-]*(?:artifactory|nexus|verdaccio|registry)[\w.-]*[:/]/,
    ],
  ])('does not name %s', (_, pattern) => {
    const found = texts.flatMap(({ path, text }) => {
      const match = pattern.exec(text);
      return match === null ? [] : [`${path}: ${match[0]}`];
    });

    expect(found).toEqual([]);
  });
});

describe('anchors', () => {
  it.each([
    ['## Off or down', 'off-or-down'],
    ['### gitlab-note-was-commands', 'gitlab-note-was-commands'],
    ['# `setup` owns a part, by markers', 'setup-owns-a-part-by-markers'],
    ['## What requesters are asked to mend: the form', 'what-requesters-are-asked-to-mend-the-form'],
  ])('of %s', (heading, anchor) => {
    expect([...anchorsOf(`${heading}\n`)]).toEqual([anchor]);
  });

  it('are not made of headings in code', () => {
    expect(anchorsOf('```\n# no\n```\n\n# yes\n')).toEqual(new Set(['yes']));
  });
});
