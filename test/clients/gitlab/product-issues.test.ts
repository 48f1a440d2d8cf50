import { expect, it } from 'vitest';
import { failureOf } from '../support/failure.ts';
import { gitlabAgainst, issueJson } from './world.ts';

const productProjects = ['gitlab-org/gitlab'];
const end = { link: '' };

it('issues of the product are asked for by number, a hundred at a time, of the one project that is named', async () => {
  await using world = await gitlabAgainst(() => ({ status: 200, body: [], headers: end }), {
    productProjects,
  });

  await world.gitlab.productIssues(
    'gitlab-org/gitlab',
    Array.from({ length: 150 }, (_, index) => 150 - index),
  );

  const asked = world.seen.map(({ url }) => new URL(url, 'http://gitlab.example'));
  expect(asked.map(({ pathname }) => pathname)).toEqual([
    '/api/v4/projects/gitlab-org%2Fgitlab/issues',
    '/api/v4/projects/gitlab-org%2Fgitlab/issues',
  ]);
  expect(asked.map(({ searchParams }) => searchParams.getAll('iids[]').length)).toEqual([100, 50]);
  expect(asked[0]?.searchParams.get('scope')).toBe('all');
});

it('nothing of them is kept but whether they are done', async () => {
  const done = { ...issueJson(9), state: 'closed', closed_at: '2026-11-23T08:05:00.000Z' };
  await using world = await gitlabAgainst(() => ({ status: 200, body: [done, issueJson(2)], headers: end }), {
    productProjects,
  });

  expect(await world.gitlab.productIssues('gitlab-org/gitlab', [2, 9])).toEqual([
    { iid: 2, closed: false, closedAt: null },
    { iid: 9, closed: true, closedAt: Date.parse('2026-11-23T08:05:00Z') },
  ]);
});

it.each(['acme/secret', 'gitlab-org/gitlab/../../7', 'acme/sme-desk/merge_requests'])(
  'no project is asked that is not configured: %s',
  async (project) => {
    await using world = await gitlabAgainst(() => ({ status: 200, body: [], headers: end }), {
      productProjects,
    });

    expect((await failureOf(world.gitlab.productIssues(project, [1]))).code).toBe('gitlab-route-not-allowed');
    expect(world.seen).toEqual([]);
  },
);
