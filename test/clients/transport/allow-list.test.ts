import { describe, expect, it } from 'vitest';
import { findRoute, type Route } from '../../../src/clients/transport/allow-list.ts';
import { encodeSegment, isSafeSegment } from '../../../src/clients/transport/path-segment.ts';

const base = 'https://gitlab.example.com/api/v4/';
const routes: Route[] = [
  { method: 'GET', pattern: 'projects/7/issues/:int/notes', write: false },
  { method: 'PUT', pattern: 'projects/7/wikis/:any', write: true },
];

function find(method: string, path: string) {
  return findRoute(routes, [base], method, `${base}${path}`)?.pattern ?? null;
}

describe('the allow-list', () => {
  it('finds the route of a request, query or not', () => {
    expect(find('GET', 'projects/7/issues/12/notes?page=2')).toBe('projects/7/issues/:int/notes');
    expect(find('PUT', 'projects/7/wikis/reports%2F2026-11')).toBe('projects/7/wikis/:any');
  });

  it.each([
    ['another method', 'DELETE', 'projects/7/issues/12/notes'],
    ['another project', 'GET', 'projects/8/issues/12/notes'],
    ['a longer path', 'GET', 'projects/7/issues/12/notes/3'],
    ['a name where a number belongs', 'GET', 'projects/7/issues/abc/notes'],
    ['a number with a sign', 'GET', 'projects/7/issues/-1/notes'],
    ['walking up', 'PUT', 'projects/7/wikis/..'],
    ['walking up, encoded', 'PUT', 'projects/7/wikis/%2e%2e'],
    ['walking up inside a slug', 'PUT', 'projects/7/wikis/a%2F..%2F..%2Fhooks'],
    ['walking up, encoded twice', 'PUT', 'projects/7/wikis/a%252F..%252Fb'],
    ['a backslash', 'PUT', 'projects/7/wikis/a\\b'],
    ['an empty segment', 'PUT', 'projects/7//wikis/a'],
    ['a line break', 'PUT', 'projects/7/wikis/a\nb'],
    ['an encoded line break', 'PUT', 'projects/7/wikis/a%0d%0ab'],
    ['a broken escape', 'PUT', 'projects/7/wikis/a%2'],
    ['a fragment', 'PUT', 'projects/7/wikis/a#b'],
  ])('refuses %s', (_, method, path) => {
    expect(find(method, path)).toBeNull();
  });

  it.each([
    ['https://evil.example.com/api/v4/projects/7/wikis/a'],
    ['https://gitlab.example.com@evil.example.com/api/v4/projects/7/wikis/a'],
    ['https://gitlab.example.com/projects/7/wikis/a'],
    ['http://gitlab.example.com/api/v4/projects/7/wikis/a'],
  ])('refuses %s, which is not under its base', (url) => {
    expect(findRoute(routes, [base], 'PUT', url)).toBeNull();
  });

  it('encodes every text into a segment that is safe, or refuses it', () => {
    for (const title of ["Ann's (AI) report!*", 'Größe/2026', 'a b', '100 % done']) {
      expect(isSafeSegment(encodeSegment(title)), title).toBe(true);
      expect(decodeURIComponent(encodeSegment(title))).toBe(title);
    }
    for (const title of ['', '.', '..', 'a/../b', 'a\u0000b', 'a//b']) {
      expect(isSafeSegment(encodeSegment(title)), JSON.stringify(title)).toBe(false);
    }
  });
});
