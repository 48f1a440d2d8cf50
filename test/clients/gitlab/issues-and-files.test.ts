import { expect, it } from 'vitest';
import type { Reply } from '../support/local-service.ts';
import { gitlabAgainst, issueJson, project } from './world.ts';

const file = { name: 'meeting.ics', content: 'BEGIN:VCALENDAR\r\nSUMMARY:Grüße' };
const fresh = { title: 'A question', description: 'Open.', labels: ['a::b', 'c'], assigneeIds: [31] };

it('an issue of the desk is opened confidential, whatever it is about', async () => {
  await using world = await gitlabAgainst(() => ({ status: 201, body: issueJson(20) }));

  expect(await world.gitlab.createIssue(fresh)).toMatchObject({ kind: 'applied', value: { iid: 20 } });
  expect(world.seen[0]).toMatchObject({ method: 'POST', url: `${project}/issues` });
  expect(JSON.parse(world.seen[0]?.body ?? '')).toEqual({
    title: 'A question',
    description: 'Open.',
    labels: 'a::b,c',
    assignee_ids: [31],
    confidential: true,
  });
});

it('issues are found by who opened them and since when', async () => {
  await using world = await gitlabAgainst(() => ({ status: 200, body: [], headers: { link: '' } }));

  await world.gitlab.issues({ state: 'all', author: 900, createdAfter: Date.UTC(2026, 10, 23, 8) });

  const query = new URLSearchParams(world.seen[0]?.url.split('?')[1]);
  expect(Object.fromEntries(query)).toMatchObject({
    author_id: '900',
    created_after: '2026-11-23T08:00:00.000Z',
    state: 'all',
  });
});

it('a link that is there already is what was wanted, in the desk’s own project only', async () => {
  await using world = await gitlabAgainst((_, count) =>
    count === 1 ? { status: 201, body: {} } : { status: 409, body: { message: 'Issue(s) already assigned' } },
  );

  expect(await world.gitlab.linkIssues(12, 20)).toEqual({ kind: 'applied', value: { linked: true } });
  expect(await world.gitlab.linkIssues(12, 20)).toEqual({ kind: 'applied', value: { linked: false } });
  expect(JSON.parse(world.seen[0]?.body ?? '')).toEqual({
    target_project_id: 'acme/sme-desk',
    target_issue_iid: 20,
  });
});

it('a file goes out as a form, with its text as it is', async () => {
  const url = '/uploads/0123456789abcdef0123456789abcdef/meeting.ics';
  await using world = await gitlabAgainst(() => ({ status: 201, body: { id: 1, alt: 'meeting.ics', url } }));

  expect(await world.gitlab.uploadFile(file)).toEqual({ kind: 'applied', value: { url } });
  const [seen] = world.seen;
  const form = await new Response(seen?.body ?? '', {
    headers: { 'content-type': seen?.headers['content-type'] ?? '' },
  }).formData();
  const sent = form.get('file');
  expect(sent instanceof File ? [sent.name, await sent.text()] : null).toEqual([file.name, file.content]);
});

it.each<[string, Reply, string, string]>([
  ['413', { status: 413, body: 'too large' }, 'not-applied', 'gitlab-refused'],
  ['403', { status: 403, body: { message: '403 Forbidden' } }, 'not-applied', 'gitlab-role-too-small'],
  ['500', { status: 500 }, 'unknown', 'gitlab-failed'],
  ['a reset', 'reset', 'unknown', 'gitlab-answer-lost'],
  ['a page', { status: 200, body: '<html>' }, 'unknown', 'gitlab-answer-unreadable'],
])('an issue and a file are sent once and told truly after %s', async (_, reply, kind, code) => {
  await using world = await gitlabAgainst(() => reply);

  expect(await world.gitlab.uploadFile(file)).toMatchObject({ kind, error: { code } });
  expect(await world.gitlab.createIssue(fresh)).toMatchObject({ kind, error: { code } });
  expect(world.seen).toHaveLength(2);
});

it('reactions to a comment come sorted, with who reacted', async () => {
  const award = (id: number, username: string) => ({
    id,
    name: 'thumbsup',
    user: { id: id + 100, username },
    created_at: '2026-11-23T08:00:00.000Z',
    awardable_id: 31,
  });
  await using world = await gitlabAgainst(() => ({
    status: 200,
    body: [award(5, 'ines'), award(2, 'sam')],
    headers: { link: '' },
  }));

  expect(await world.gitlab.awards(12, 31)).toEqual([
    { id: 2, name: 'thumbsup', user: { id: 102, username: 'sam' }, at: Date.UTC(2026, 10, 23, 8) },
    { id: 5, name: 'thumbsup', user: { id: 105, username: 'ines' }, at: Date.UTC(2026, 10, 23, 8) },
  ]);
  expect(world.seen[0]?.url).toContain(`${project}/issues/12/notes/31/award_emoji`);
});
