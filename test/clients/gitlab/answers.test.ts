import { describe, expect, it } from 'vitest';
import { failureOf } from '../support/failure.ts';
import type { Reply } from '../support/local-service.ts';
import { gitlabAgainst, issueJson, noteJson, project } from './world.ts';

const html = { 'content-type': 'text/html' };

describe('refusals of GitLab', () => {
  it.each<[number, unknown, string, string]>([
    [401, { message: '401 Unauthorized' }, 'gitlab-token-refused', '401 Unauthorized'],
    [
      401,
      { error: 'invalid_token', error_description: 'Token was revoked.' },
      'gitlab-token-refused',
      'invalid_token',
    ],
    [
      403,
      { error: 'insufficient_scope', scope: 'api' },
      'gitlab-token-scope-too-small',
      'insufficient_scope',
    ],
    [403, { message: '403 Forbidden' }, 'gitlab-role-too-small', '403 Forbidden'],
    [404, { message: '404 Project Not Found' }, 'gitlab-project-not-found', 'Project Not Found'],
    [404, { error: '404 Not Found' }, 'gitlab-not-found', '404 Not Found'],
    [405, { message: '405 Method Not Allowed' }, 'gitlab-project-moved', '405'],
    [301, '', 'gitlab-project-moved', 'renamed or moved'],
    [400, { error: 'title is missing' }, 'gitlab-refused', 'title is missing'],
    [400, { message: { title: ["can't be blank"] } }, 'gitlab-refused', "title: can't be blank"],
    [400, { message: { error: 'Label not found!' } }, 'gitlab-refused', 'Label not found!'],
    [409, { message: 'Label already exists' }, 'gitlab-refused', 'Label already exists'],
    [422, 'plain text', 'gitlab-refused', 'plain text'],
  ])('%i %j is %s', async (status, body, code, words) => {
    await using world = await gitlabAgainst(() => ({ status, body }));

    const outcome = await world.gitlab.createLabel({ name: 'a', color: '#000000', description: '' });

    expect(outcome).toMatchObject({ kind: 'not-applied', error: { code } });
    if (outcome.kind === 'applied') return;
    expect(outcome.error.message).toContain(words);
    expect(outcome.error.cure).not.toBe('');
  });

  it('that are a page of a proxy are not repeated to people', async () => {
    await using world = await gitlabAgainst(() => ({
      status: 403,
      body: '<html>Login</html>',
      headers: html,
    }));

    const failure = await failureOf(world.gitlab.project());

    expect([failure.code, failure.message]).toEqual([
      'gitlab-role-too-small',
      expect.not.stringContaining('html'),
    ]);
  });

  it('of the token end all further calls of the run', async () => {
    await using world = await gitlabAgainst(() => ({ status: 401, body: { message: '401 Unauthorized' } }));

    await failureOf(world.gitlab.me());
    const later = await world.gitlab.deleteNote(1, 2);

    expect(later).toMatchObject({ kind: 'not-applied', error: { code: 'gitlab-stopped' } });
    expect(world.seen).toHaveLength(1);
  });

  it('of a moved project on reading say so', async () => {
    const headers = { location: 'https://evil.example.com/' };
    await using world = await gitlabAgainst(() => ({ status: 301, headers }));

    const failure = await failureOf(world.gitlab.issues({}));

    expect(failure.code).toBe('gitlab-project-moved');
  });

  it.each([403, 404])('of a group (%i) are never "no members"', async (status) => {
    await using world = await gitlabAgainst(() => ({ status, body: { message: 'no' } }));

    const failure = await failureOf(world.gitlab.groupMembers('acme/solutions-architects'));

    expect(failure.code).toBe('group-unreadable');
    expect(world.seen[0]?.url).toMatch(/^\/api\/v4\/groups\/acme%2Fsolutions-architects\/members\/all/);
  });
});

describe('strange answers of GitLab', () => {
  it.each<[string, Reply]>([
    ['a page', { status: 200, body: '<html>', headers: html }],
    ['another object', { status: 200, body: { hello: 1 } }],
  ])('(%s) leave a write unknown', async (_, reply) => {
    await using world = await gitlabAgainst(() => reply);

    const outcome = await world.gitlab.updateIssue(3, { confidential: true });

    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'gitlab-answer-unreadable' } });
  });

  it('are an error on reading', async () => {
    await using world = await gitlabAgainst(() => ({ status: 200, body: { hello: 1 } }));

    const failure = await failureOf(world.gitlab.issue(3));

    expect([failure.code, failure.outcome]).toEqual(['gitlab-answer-unreadable', 'not-applied']);
  });

  it('202 for a comment means that it was taken for commands', async () => {
    const body = { commands_changes: { add_label_ids: [5] }, summary: ['Added label.'] };
    await using world = await gitlabAgainst(() => ({ status: 202, body }));

    const outcome = await world.gitlab.createNote(3, { body: 'Hello', internal: false });

    expect(outcome).toMatchObject({ kind: 'not-applied', error: { code: 'gitlab-note-was-commands' } });
  });

  it('201 with no id for a board means that there is none', async () => {
    await using world = await gitlabAgainst(() => ({ status: 201, body: { id: null, name: 'x' } }));

    expect(await world.gitlab.createBoard('x')).toMatchObject({
      kind: 'not-applied',
      error: { code: 'gitlab-refused' },
    });
  });
});

describe('what is not there', () => {
  it('is null for an issue or note, and an error for the project', async () => {
    await using world = await gitlabAgainst((_request, count) => ({
      status: 404,
      body: { message: count < 3 ? '404 Not found' : '404 Project Not Found' },
    }));

    expect([await world.gitlab.issue(3), await world.gitlab.note(3, 4)]).toEqual([null, null]);
    expect((await failureOf(world.gitlab.issue(3))).code).toBe('gitlab-project-not-found');
  });

  it('counts as deleted when it is the note, and not when it is the issue', async () => {
    await using world = await gitlabAgainst((_request, count) => ({
      status: 404,
      body: { message: count === 1 ? '404 Note Not Found' : '404 Issue Not Found' },
    }));

    expect(await world.gitlab.deleteNote(3, 4)).toEqual({ kind: 'applied', value: null });
    expect(await world.gitlab.deleteNote(3, 4)).toMatchObject({ kind: 'not-applied' });
  });
});

describe('writes to GitLab', () => {
  it('set labels, assignees and state in one PUT and never replace the labels', async () => {
    await using world = await gitlabAgainst(() => ({ status: 200, body: issueJson(3) }));

    const outcome = await world.gitlab.updateIssue(3, {
      addLabels: ['request::assigned'],
      removeLabels: ['request::approved', 'sla::at-risk'],
      assigneeIds: [],
      stateEvent: 'close',
    });

    expect(outcome.kind).toBe('applied');
    expect(world.seen).toHaveLength(1);
    expect(world.seen[0]).toMatchObject({ method: 'PUT', url: `${project}/issues/3` });
    expect(JSON.parse(world.seen[0]?.body ?? '')).toEqual({
      add_labels: 'request::assigned',
      remove_labels: 'request::approved,sla::at-risk',
      assignee_ids: [0],
      state_event: 'close',
    });
  });

  it('create a comment once, with the token in its header only', async () => {
    await using world = await gitlabAgainst(() => ({ status: 201, body: noteJson(5) }));

    const outcome = await world.gitlab.createNote(3, { body: 'Hello', internal: true });

    expect(outcome).toMatchObject({ kind: 'applied', value: { id: 5, body: 'Hello' } });
    expect(world.seen[0]).toMatchObject({
      method: 'POST',
      url: `${project}/issues/3/notes`,
      body: '{"body":"Hello","internal":true}',
    });
  });

  it('find a wiki page by its encoded slug', async () => {
    const body = { slug: "reports/Ann's-(AI)", title: 'x', content: 'y', format: 'markdown' };
    await using world = await gitlabAgainst(() => ({ status: 200, body }));

    await world.gitlab.editWikiPage("reports/Ann's-(AI)", { title: 'x', content: 'y' });

    expect(world.seen[0]?.url).toBe(`${project}/wikis/reports%2FAnn%27s-%28AI%29`);
  });

  it('refuse a slug that walks out of the wiki, before anything is sent', async () => {
    await using world = await gitlabAgainst(() => ({ status: 200 }));

    const outcome = await world.gitlab.editWikiPage('../hooks', { title: 'x', content: 'y' });

    expect(outcome).toMatchObject({ kind: 'not-applied', error: { code: 'gitlab-route-not-allowed' } });
    expect(world.seen).toEqual([]);
  });

  it('subscribe a webhook to confidential events too, and keep its token out of a refusal', async () => {
    const url = 'https://gitlab.example.com/api/v4/projects/7/ref/main/trigger/pipeline?token=trigger-s3cret';
    await using world = await gitlabAgainst(() => ({
      status: 422,
      body: { error: `Invalid url given: ${url}` },
    }));

    const outcome = await world.gitlab.createWebhook({ url });

    expect(JSON.parse(world.seen[0]?.body ?? '')).toMatchObject({
      confidential_issues_events: true,
      confidential_note_events: true,
      push_events: false,
    });
    expect(JSON.stringify(outcome)).not.toContain('trigger-s3cret');
  });
});

describe('the clock of GitLab', () => {
  it('is the date of its first answer', async () => {
    const dates = ['Mon, 23 Nov 2026 09:00:00 GMT', 'Mon, 23 Nov 2026 10:00:00 GMT'];
    await using world = await gitlabAgainst((_request, count) => ({
      status: 404,
      body: { message: '404 Not found' },
      headers: { date: dates[count - 1] ?? '' },
    }));

    expect(world.gitlab.serverTime()).toBeNull();
    await world.gitlab.issue(1);
    await world.gitlab.issue(2);

    expect(world.gitlab.serverTime()).toBe(Date.UTC(2026, 10, 23, 9));
  });
});
