import { describe, expect, it } from 'vitest';
import { bareAnswer } from '../../../src/sandbox/answer.ts';
import { type Route, route } from '../../../src/sandbox/route.ts';
import { finderOf } from '../../../src/sandbox/routes.ts';

function written(method: 'get' | 'put', pattern: string): Route {
  return route(method, pattern, () => bareAnswer(204));
}

describe('the route of a call', () => {
  const find = finderOf([
    written('get', '/members/all'),
    written('get', '/members/:id'),
    written('put', '/wikis/:slug'),
  ]);

  it('is that of its method and path, and one slash at the end makes no other', () => {
    expect(find('GET', '/members/7/')?.route.pattern).toBe('/members/:id');
    expect(find('PUT', '/members/7')).toBeNull();
    expect(find('GET', '/members/7/more')).toBeNull();
    expect(find('GET', '/member/7')).toBeNull();
  });

  it('is the first that fits', () => {
    expect(find('GET', '/members/all')?.route.pattern).toBe('/members/all');
  });

  it('gives the parameters of its path decoded, and what cannot be decoded as it is', () => {
    expect(find('PUT', '/wikis/reports%2F2026-11')?.params).toEqual({ slug: 'reports/2026-11' });
    expect(find('PUT', '/wikis/100%')?.params).toEqual({ slug: '100%' });
  });

  it('has no empty parameter', () => {
    expect(find('GET', '/members//')).toBeNull();
  });
});
