import { describe, expect, it } from 'vitest';
import {
  renamedPath,
  shownTitle,
  slugOf,
  titlePath,
  titleProblems,
} from '../../../../src/sandbox/gitlab/project/wiki-slug.ts';

describe('a wiki page gets its slug from its title', () => {
  it.each([
    ['Home', 'Home'],
    ['  How   to  ', 'How-to'],
    ['docs/How to', 'docs/How-to'],
    ['/docs//./a/../How to/', 'docs/How-to'],
    ['2026-10 Metrics', '2026-10-Metrics'],
  ])('%j becomes %j', (title, slug) => {
    expect(slugOf(titlePath(title))).toBe(slug);
  });

  it('shows the last part with blanks, even where somebody typed hyphens', () => {
    expect(shownTitle('metrics/2026-10--Metrics')).toBe('2026 10 Metrics');
  });
});

describe('a title sent with an edit', () => {
  it.each([
    ['docs/How-to', 'How to', 'docs/How-to', 'reads the same, so nothing is renamed'],
    ['2026-10', '2026-10', '2026-10', 'reads the same with hyphens too'],
    ['docs/How-to', 'Why', 'docs/Why', 'stays in its directory'],
    ['docs/How-to', '/Why', 'Why', 'goes to the top'],
    ['docs/How-to', 'other/Why', 'other/Why', 'goes to another directory'],
  ])('%s edited to %j is then %s: it %s', (slug, title, path) => {
    expect(renamedPath(slug, title)).toBe(path);
  });
});

describe('a title that cannot be a file name', () => {
  it.each([
    ['', "can't be blank"],
    ['é'.repeat(123), 'exceeds the limit of 245 bytes'],
    [`${'d'.repeat(256)}/page`, 'exceeds the limit of 255 bytes for directory name'],
  ])('%j is refused', (path, problem) => {
    expect(titleProblems(path).join()).toContain(problem);
  });
});
