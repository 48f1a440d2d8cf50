import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectState } from '../../../../src/sandbox/gitlab/state.ts';
import { type Answered, type SandboxCaller, sandboxCaller } from '../../../contracts/sandbox-caller.ts';

const path = '/projects/acme%2Fsme-desk';

let caller: SandboxCaller;

beforeEach(async () => {
  caller = await sandboxCaller();
});

afterEach(() => caller.sandbox.close());

function call(as: string, method: string, route: string, body?: unknown): Promise<Answered> {
  return caller.gitlab(as, method, path + route, body);
}

function project(): ProjectState {
  const found = caller.sandbox.world.gitlab.projects[7];
  if (found === undefined) throw new Error('the example world has lost the project of the desk');
  return found;
}

describe('people', () => {
  it('are found by name whatever its case, in a list that tells nobody’s address but the public one', async () => {
    const { body } = await caller.gitlab('desk', 'GET', '/users?username=INES');

    expect(body).toEqual([expect.objectContaining({ id: 31, username: 'ines' })]);
    expect(body).not.toEqual([expect.objectContaining({ email: expect.anything() })]);
  });

  it('have a status that ends by itself', async () => {
    const { users } = caller.sandbox.world.gitlab;
    const clearAt = caller.sandbox.world.clock.now + 1000;
    const ines = users[31];
    if (ines !== undefined)
      ines.status = { emoji: 'palm_tree', message: 'Away', availability: 'busy', clearAt };

    const during = await caller.gitlab('desk', 'GET', '/users/ines/status');
    caller.sandbox.advance(1000);
    const after = await caller.gitlab('desk', 'GET', '/users/31/status');

    expect(during.body).toMatchObject({ availability: 'busy', message: 'Away' });
    expect(after.body).toMatchObject({ availability: 'not_set', message: null });
  });

  it('of a private group are hidden from who is not in it, as if there were no group', async () => {
    const group = Object.values(caller.sandbox.world.gitlab.groups).find(({ path: at }) =>
      at.endsWith('architects'),
    );
    if (group !== undefined) group.visibility = 'private';

    const members = '/groups/acme%2Fsolutions-architects/members/all';
    const outside = await caller.gitlab('desk', 'GET', members);
    const inside = await caller.gitlab('sam', 'GET', members);

    expect(outside).toMatchObject({ status: 404, body: { message: '404 Group Not Found' } });
    expect(inside.body).toEqual([
      expect.objectContaining({ username: 'sam', access_level: 10 }),
      expect.objectContaining({ username: 'tom' }),
    ]);
  });

  it('are members until the day their membership ends', async () => {
    for (const member of project().members) if (member.userId === 31) member.expiresAt = '2026-11-24';

    const before = await call('desk', 'GET', '/members/all/31');
    caller.sandbox.set('2026-11-24T00:00:00Z');
    const after = await call('desk', 'GET', '/members/all/31');

    expect([before.status, after.status]).toEqual([200, 404]);
  });

  it.each([
    ['desk', 'main'],
    ['sam', null],
  ])('as %s see the default branch as %s', async (as, branch) => {
    const { body } = await call(as, 'GET', '');

    expect(body).toMatchObject({ id: 7, path_with_namespace: 'acme/sme-desk', visibility: 'private' });
    expect(body).toEqual(expect.objectContaining(branch === null ? {} : { default_branch: branch }));
    expect(JSON.stringify(body).includes('default_branch')).toBe(branch !== null);
  });
});

describe('the wiki', () => {
  it('takes names that differ by case for the same page', async () => {
    await call('desk', 'POST', '/wikis', { title: 'Metrics', content: '1' });
    const again = await call('desk', 'POST', '/wikis', { title: 'metrics', content: '2' });

    expect(again.status).toBe(400);
    expect(again.body).toEqual({
      message: { base: ['Duplicate page: A page with that title already exists'] },
    });
  });

  it('renames a page by its title, so that the old slug is gone', async () => {
    await call('desk', 'POST', '/wikis', { title: 'docs/How to', content: '1' });
    const renamed = await call('desk', 'PUT', '/wikis/docs%2FHow-to', { title: 'Why' });

    expect(renamed.body).toMatchObject({ slug: 'docs/Why', title: 'Why', content: '1' });
    expect((await call('desk', 'GET', '/wikis/docs%2FHow-to')).status).toBe(404);
  });

  it('is listed whole, however small a page was asked for, and without contents unless they are', async () => {
    for (const title of ['a', 'b', 'c']) await call('desk', 'POST', '/wikis', { title, content: 'x' });

    const list = await call('sam', 'GET', '/wikis?per_page=1');
    const whole = await call('sam', 'GET', '/wikis?with_content=true');

    expect(list.body).toEqual(
      ['a', 'b', 'c'].map((title, index) => {
        return { format: 'markdown', slug: title, title, wiki_page_meta_id: 21 + index };
      }),
    );
    expect(list.headers.get('x-total')).toBeNull();
    expect(whole.body).toMatchObject([{ content: 'x' }, { content: 'x' }, { content: 'x' }]);
  });

  it.each([
    ['priya', { title: 'x', content: 'x' }, 403],
    ['desk', { title: 'x', content: ' ' }, 400],
    ['desk', { title: '/', content: 'x' }, 400],
    ['desk', { title: 'x', content: 'x'.repeat(5 * 1024 * 1024 + 1) }, 400],
  ])('refuses %s a bad page', async (as, page, status) => {
    expect((await call(as, 'POST', '/wikis', page)).status).toBe(status);
    expect(project().wiki).toEqual([]);
  });
});

describe('boards', () => {
  it('are none in a fresh project', async () => {
    expect((await call('desk', 'GET', '/boards')).body).toEqual([]);
  });

  it('answer a bad name as if it had been taken, and keep nothing', async () => {
    const created = await call('priya', 'POST', '/boards', { name: 'x'.repeat(256) });
    const good = await call('priya', 'POST', '/boards', { name: 'Requests' });
    const id = project().boards[0]?.id;
    const edited = await call('priya', 'PUT', `/boards/${id}`, { name: 'x'.repeat(256) });

    expect(created).toMatchObject({ status: 201, body: { id: null } });
    expect(good.status).toBe(201);
    expect(edited).toMatchObject({ status: 200, body: { name: 'Requests' } });
    expect(project().boards).toHaveLength(1);
  });

  it('lose a list with its label', async () => {
    await call('priya', 'POST', '/boards', { name: 'Requests' });
    const board = `/boards/${project().boards[0]?.id}`;
    await call('priya', 'POST', '/labels', { name: 'a', color: 'red' });
    const label =
      project().boards.length === 0 ? 0 : Number(Object.keys(caller.sandbox.world.gitlab.labels)[0]);
    await call('priya', 'POST', `${board}/lists`, { label_id: label });
    const before = await call('priya', 'GET', `${board}/lists`);
    await call('priya', 'DELETE', '/labels/a');
    const after = await call('priya', 'GET', `${board}/lists`);

    expect(before.body).toMatchObject([{ label: { name: 'a' }, position: 0 }]);
    expect(after.body).toEqual([]);
  });
});

const schedule = { description: 'reconcile', ref: 'main', cron: '*/15 * * * *' };

describe('a pipeline schedule', () => {
  it('belongs to whoever made it, runs as them and shows them its variables', async () => {
    const made = await call('olivia', 'POST', '/pipeline_schedules', schedule);
    const id = project().schedules[0]?.id;
    await call('olivia', 'POST', `/pipeline_schedules/${id}/variables`, { key: 'JOB', value: 'reconcile' });
    const own = await call('olivia', 'GET', `/pipeline_schedules/${id}`);
    const other = await call('desk', 'GET', `/pipeline_schedules/${id}`);

    expect(made.body).toMatchObject({
      ref: 'refs/heads/main',
      cron_timezone: 'UTC',
      active: true,
      owner: { username: 'olivia' },
      next_run_at: '2026-11-23T08:15:00.000Z',
    });
    expect(own.body).toMatchObject({
      variables: [{ key: 'JOB', value: 'reconcile', variable_type: 'env_var' }],
    });
    expect(other.body).not.toHaveProperty('variables');
  });

  it.each([
    ['sam', schedule, 403, '403 Forbidden'],
    ['desk', schedule, 400, { base: ['The current user is not authorized to create the pipeline schedule'] }],
    ['olivia', { ...schedule, cron: 'often' }, 400, { cron: ['is invalid syntax'] }],
    ['olivia', { ...schedule, cron_timezone: 'Mars/Olympus' }, 400, { cron_timezone: ['is invalid syntax'] }],
    ['olivia', { ...schedule, ref: 'absent' }, 400, { ref: ['is ambiguous'] }],
  ])('is refused to %s with %j', async (as, wish, status, message) => {
    expect(await call(as, 'POST', '/pipeline_schedules', wish)).toMatchObject({ status, body: { message } });
    expect(project().schedules).toEqual([]);
  });

  it('gives its variable back with 202 when it is deleted', async () => {
    await call('olivia', 'POST', '/pipeline_schedules', schedule);
    const variables = `/pipeline_schedules/${project().schedules[0]?.id}/variables`;
    await call('olivia', 'POST', variables, { key: 'JOB', value: 'reconcile' });

    const deleted = await call('olivia', 'DELETE', `${variables}/JOB`);

    expect(deleted).toMatchObject({ status: 202, body: { key: 'JOB', value: 'reconcile' } });
    expect(project().schedules[0]?.variables).toEqual([]);
  });
});

describe('a trigger', () => {
  async function trigger(): Promise<string> {
    await call('olivia', 'POST', '/triggers', { description: 'desk' });
    return project().triggers[0]?.token ?? '';
  }

  it('shows its token to its owner only', async () => {
    const token = await trigger();
    for (const member of project().members) if (member.userId === 900) member.accessLevel = 40;

    expect((await call('olivia', 'GET', '/triggers')).body).toMatchObject([{ token }]);
    expect((await call('desk', 'GET', '/triggers')).body).toMatchObject([{ token: token.slice(6, 10) }]);
  });

  it('starts a pipeline with what was sent as a file, its own token excepted', async () => {
    const token = await trigger();
    const sent = { object_kind: 'issue', object_attributes: { iid: 3 } };

    const started = await call('nobody', 'POST', `/ref/main/trigger/pipeline?token=${token}`, sent);

    expect(started).toMatchObject({
      status: 201,
      body: { source: 'trigger', ref: 'main', user: { username: 'olivia' } },
    });
    const [file, ...others] = project().pipelines[0]?.variables ?? [];
    expect(others).toEqual([]);
    expect(file).toMatchObject({ key: 'TRIGGER_PAYLOAD', variableType: 'file' });
    expect(JSON.parse(file?.value ?? '')).toEqual({ ...sent, id: 'acme/sme-desk', ref: 'main' });
    expect(project().triggers[0]?.lastUsed).toBe(caller.sandbox.world.clock.now);
  });

  it.each([
    ['sandbox-olivia', 'main', 404],
    ['own', 'absent', 400],
    ['own', '', 400],
  ])('with the token %s on the branch %j starts nothing', async (named, ref, status) => {
    const token = named === 'own' ? await trigger() : named;

    expect((await call('nobody', 'POST', '/trigger/pipeline', { token, ref })).status).toBe(status);
    expect(project().pipelines).toEqual([]);
  });

  it('starts nothing once its owner has lost the right', async () => {
    const token = await trigger();
    for (const member of project().members) if (member.userId === 901) member.accessLevel = 10;

    const { status } = await call('nobody', 'POST', '/trigger/pipeline', { token, ref: 'main' });

    expect(status).toBe(400);
    expect(project().pipelines).toEqual([]);
  });

  it('takes variables as a map of texts', async () => {
    const token = await trigger();
    const form = new URLSearchParams({ token, ref: 'main', 'variables[ISSUE]': '3' });

    await call('nobody', 'POST', '/trigger/pipeline', form);
    const bad = await call('nobody', 'POST', '/trigger/pipeline', {
      token,
      ref: 'main',
      variables: { ISSUE: 3 },
    });

    expect(bad.status).toBe(400);
    expect(project().pipelines).toHaveLength(1);
    expect(project().pipelines[0]?.variables[0]).toEqual({
      key: 'ISSUE',
      variableType: 'env_var',
      value: '3',
    });
  });
});

describe('webhooks', () => {
  it('listen to pushes unless told otherwise, and keep their secret', async () => {
    const made = await call('olivia', 'POST', '/hooks', { url: 'https://example.com/', token: 'secret' });

    expect(made.body).toMatchObject({ push_events: true, issues_events: false, token_present: true });
    expect(JSON.stringify(made.body)).not.toContain('secret');
  });

  it.each([
    ['desk', 'https://example.com/', 403],
    ['olivia', 'ftp://example.com/', 422],
  ])('are refused to %s at %s', async (as, url, status) => {
    expect((await call(as, 'POST', '/hooks', { url })).status).toBe(status);
    expect(project().webhooks).toEqual([]);
  });
});

describe('an upload', () => {
  function form(name: string): FormData {
    const made = new FormData();
    made.append('file', new Blob(['BEGIN:VCALENDAR\r\nü']), name);
    return made;
  }

  it('gets an address that nobody can guess from its name, and keeps its content', async () => {
    const { body } = await call('desk', 'POST', '/uploads', form('meeting 1/2.ics'));

    const [stored] = project().uploads;
    expect(stored).toMatchObject({ filename: 'meeting_1_2.ics', content: 'BEGIN:VCALENDAR\r\nü' });
    expect(body).toMatchObject({ url: `/uploads/${stored?.secret}/meeting_1_2.ics`, alt: 'meeting_1_2.ics' });
  });

  it('without a file is refused', async () => {
    expect(await call('desk', 'POST', '/uploads', new FormData())).toMatchObject({
      status: 400,
      body: { error: 'file is missing' },
    });
  });
});
