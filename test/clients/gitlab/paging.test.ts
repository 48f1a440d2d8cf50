import { describe, expect, it } from 'vitest';
import { failureOf } from '../support/failure.ts';
import type { Reply } from '../support/local-service.ts';
import { gitlabAgainst, issueJson, project } from './world.ts';

function link(origin: string, page: number, relation = 'next') {
  return `<${origin}/api/v4/projects/7/issues?page=${page}&per_page=100>; rel="${relation}"`;
}

function page(items: number[], headers: Record<string, string>): Reply {
  return { status: 200, body: items.map(issueJson), headers };
}

describe('lists of GitLab', () => {
  it('are read to the end of the links, however short a page is, and sorted', async () => {
    await using world = await gitlabAgainst((_request, count, origin) => {
      if (count === 1) return page([9], { link: link(origin, 2) });
      if (count === 2) return page([], { link: link(origin, 3) });
      return page([4, 9], { link: link(origin, 1, 'first') });
    });

    const issues = await world.gitlab.issues({});

    expect(issues.map((issue) => issue.iid)).toEqual([4, 9]);
    expect(world.seen.map((request) => new URL(request.url, 'http://x').searchParams.get('page'))).toEqual([
      null,
      '2',
      '3',
    ]);
  });

  it('ask by state and labels, a hundred at a time', async () => {
    await using world = await gitlabAgainst(() => page([], { link: '<http://x/a>; rel="first"' }));

    await world.gitlab.issues({
      state: 'opened',
      labels: ['type::sme-request', 'area::ai'],
      notLabels: ['x', 'y'],
    });

    const url = new URL(world.seen[0]?.url ?? '', 'http://x');
    expect(url.pathname).toBe(`${project}/issues`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      state: 'opened',
      order_by: 'created_at',
      sort: 'asc',
      labels: 'type::sme-request,area::ai',
      'not[labels]': 'x,y',
      per_page: '100',
    });
  });

  it.each<[string, (origin: string, count: number) => Reply]>([
    ['there is no Link header', () => page([1], {})],
    [
      'a next page is announced and not linked',
      (origin) => page([1], { link: link(origin, 1, 'first'), 'x-next-page': '2' }),
    ],
    ['the links run in a circle', (origin) => page([1], { link: link(origin, 2) })],
    [
      'a link leads to another list',
      (origin) => page([1], { link: `<${origin}/api/v4/projects/7/hooks?page=2>; rel="next"` }),
    ],
    ['a link is no address', () => page([1], { link: '<nowhere>; rel="next"' })],
    [
      'the list shrinks each time',
      (origin, count) => page([1], { link: link(origin, 2), 'x-total': String(100 - count) }),
    ],
    ['a page is no list', () => ({ status: 200, body: { message: 'hello' }, headers: { link: '' } })],
  ])('are an error when %s', async (_, reply) => {
    await using world = await gitlabAgainst((_request, count, origin) => reply(origin, count));

    const failure = await failureOf(world.gitlab.issues({}));

    expect(failure.code).toBe('gitlab-paging-broken');
  });

  it('are an error when a later page fails', async () => {
    await using world = await gitlabAgainst((_request, count, origin) =>
      count === 1
        ? page([1], { link: link(origin, 2) })
        : { status: 500, body: { message: '500 Internal Server Error' } },
    );

    const failure = await failureOf(world.gitlab.issues({}));

    expect(failure.code).toBe('gitlab-failed');
  });

  it('are read again when they shrink while they are read', async () => {
    await using world = await gitlabAgainst((request, count, origin) => {
      const first = !request.url.includes('page=2');
      const total = count === 1 ? '101' : '100';
      return first
        ? page([1], { link: link(origin, 2), 'x-total': total })
        : page([2], { link: link(origin, 1, 'first'), 'x-total': total });
    });

    const issues = await world.gitlab.issues({});

    expect(issues.map((issue) => issue.iid)).toEqual([1, 2]);
    expect(world.seen).toHaveLength(4);
  });

  it('never follow a link to another host: the own host is asked for the next page', async () => {
    await using world = await gitlabAgainst((_request, count) =>
      count === 1
        ? page([1], { link: link('https://evil.example.com', 2) })
        : page([2], { link: link('http://x', 1, 'first') }),
    );

    const issues = await world.gitlab.issues({});

    expect(issues).toHaveLength(2);
    expect(world.seen).toHaveLength(2);
  });
});
