import { z } from 'zod';
import type { SandboxCaller } from '../sandbox-caller.ts';
import { type Go, goer, idOf, idsOf } from './step.ts';

/** Every route about the project around the issues: once as it is meant, and with its main refusals. */
export async function walkProject(caller: SandboxCaller): Promise<void> {
  const go = goer(caller);
  await people(go);
  await wiki(go);
  await uploads(go);
  await boards(go);
  await schedules(go);
  await webhooksAndTriggers(go);
}

async function people(go: Go): Promise<void> {
  await go('desk', 'GET', '~/user', 200);
  await go('nobody', 'GET', '~/user', 401);
  await go('desk', 'GET', '~/users?username=INES', 200);
  await go('desk', 'GET', '~/users?username=absent', 200);
  await go('desk', 'GET', '~/users/31', 200);
  await go('desk', 'GET', '~/users/4711', 404);
  await go('desk', 'GET', '~/users/31/status', 200);
  await go('desk', 'GET', '~/users/absent/status', 404);
  await go('desk', 'GET', '', 200);
  await go('nobody', 'GET', '', 401);
  await go('desk', 'GET', '/members?per_page=100', 200);
  await go('desk', 'GET', '/members/all?per_page=5&page=2', 200);
  await go('desk', 'GET', '/members/all/31', 200);
  await go('desk', 'GET', '/members/all/4711', 404);
  await go('desk', 'GET', '~/groups/acme%2Fsolutions-architects/members/all', 200);
  await go('desk', 'GET', '~/groups/acme%2Fabsent/members/all', 404);
}

async function wiki(go: Go): Promise<void> {
  const page = { title: 'docs/How to', content: 'Ask.' };
  await go('desk', 'POST', '/wikis', 201, page);
  await go('desk', 'POST', '/wikis', 400, { ...page, title: 'docs/how to' });
  await go('desk', 'POST', '/wikis', 400, { title: 'x' });
  await go('sam', 'POST', '/wikis', 403, page);
  await go('sam', 'GET', '/wikis', 200);
  await go('sam', 'GET', '/wikis?with_content=true', 200);
  await go('sam', 'GET', '/wikis/docs%2FHow-to', 200);
  await go('sam', 'GET', '/wikis/absent', 404);
  await go('desk', 'PUT', '/wikis/docs%2FHow-to', 200, { title: 'How to', content: 'Ask first.' });
  await go('desk', 'PUT', '/wikis/docs%2FHow-to', 400, {});
  await go('desk', 'POST', '/wikis', 201, { title: 'home', content: 'Welcome.' });
  await go('desk', 'PUT', '/wikis/home', 422, { title: 'DOCS/how-to' });
}

async function uploads(go: Go): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob(['BEGIN:VCALENDAR']), 'meeting 1.ics');
  await go('desk', 'POST', '/uploads', 201, form);
  await go('desk', 'POST', '/uploads', 400, {});
  await go('nobody', 'POST', '/uploads', 401, form);
}

async function boards(go: Go): Promise<void> {
  await go('priya', 'GET', '/boards', 200);
  const board = idOf(await go('priya', 'POST', '/boards', 201, { name: 'Requests' }));
  await go('priya', 'POST', '/boards', 201, { name: 'x'.repeat(256) });
  await go('sam', 'POST', '/boards', 403, { name: 'Mine' });
  const label = idOf(await go('priya', 'POST', '/labels', 201, { name: 'feedback::new', color: 'red' }));
  await go('priya', 'POST', `/boards/${board}/lists`, 201, { label_id: label });
  await go('priya', 'POST', `/boards/${board}/lists`, 400, { label_id: label });
  await go('priya', 'POST', `/boards/${board}/lists`, 400, { label_id: 4711 });
  const [list = 0] = idsOf(await go('priya', 'GET', `/boards/${board}/lists`, 200));
  await go('priya', 'PUT', `/boards/${board}/lists/${list}`, 200, { position: 0 });
  await go('sam', 'PUT', `/boards/${board}/lists/${list}`, 403, { position: 0 });
  await go('priya', 'PUT', `/boards/${board}/lists/4711`, 404, { position: 0 });
  await go('priya', 'PUT', `/boards/${board}/lists/${list}`, 400, {});
  await go('priya', 'GET', `/boards/${board}`, 200);
  await go('priya', 'GET', '/boards/4711', 404);
  await go('priya', 'PUT', `/boards/${board}`, 200, { name: 'All requests', hide_backlog_list: true });
}

async function schedules(go: Go): Promise<void> {
  const wish = {
    description: 'reconcile',
    ref: 'main',
    cron: '*/15 * * * *',
    cron_timezone: 'UTC',
    active: true,
  };
  const id = idOf(await go('olivia', 'POST', '/pipeline_schedules', 201, wish));
  await go('olivia', 'POST', '/pipeline_schedules', 400, { ...wish, cron: 'often' });
  await go('desk', 'POST', '/pipeline_schedules', 400, wish);
  await go('priya', 'POST', '/pipeline_schedules', 403, wish);
  await go('olivia', 'GET', '/pipeline_schedules?scope=active', 200);
  await go('olivia', 'PUT', `/pipeline_schedules/${id}`, 200, { cron: '0 * * * *' });
  await go('desk', 'PUT', `/pipeline_schedules/${id}`, 403, { cron: '0 * * * *' });
  const variables = `/pipeline_schedules/${id}/variables`;
  await go('olivia', 'POST', variables, 201, { key: 'JOB', value: 'maintain' });
  await go('olivia', 'POST', variables, 400, { key: 'JOB', value: 'maintain' });
  await go('olivia', 'PUT', `${variables}/JOB`, 200, { value: 'publish' });
  await go('olivia', 'PUT', `${variables}/ABSENT`, 404, { value: 'publish' });
  await go('olivia', 'GET', `/pipeline_schedules/${id}`, 200);
  await go('desk', 'GET', `/pipeline_schedules/${id}`, 200);
  await go('olivia', 'DELETE', `${variables}/JOB`, 202);
  await go('desk', 'DELETE', `/pipeline_schedules/${id}`, 403);
  await go('olivia', 'DELETE', `/pipeline_schedules/${id}`, 204);
  await go('olivia', 'GET', `/pipeline_schedules/${id}`, 404);
}

const withToken = z.looseObject({ token: z.string() });

async function webhooksAndTriggers(go: Go): Promise<void> {
  const { token } = withToken.parse(
    (await go('olivia', 'POST', '/triggers', 201, { description: 'desk' })).body,
  );
  await go('desk', 'POST', '/triggers', 403, { description: 'desk' });
  await go('olivia', 'GET', '/triggers', 200);
  const url = `https://gitlab.example.com/api/v4/projects/7/ref/main/trigger/pipeline?token=${token}`;
  const hook = idOf(
    await go('olivia', 'POST', '/hooks', 201, { url, issues_events: true, push_events: false }),
  );
  await go('olivia', 'POST', '/hooks', 422, { url: 'nowhere' });
  await go('olivia', 'GET', '/hooks', 200);
  await go('olivia', 'PUT', `/hooks/${hook}`, 200, { url, note_events: true, token: 'secret' });
  await go('olivia', 'PUT', '/hooks/4711', 404, { url });
  await go('desk', 'GET', '/hooks', 403);
  await go('nobody', 'POST', `/ref/main/trigger/pipeline?token=${token}`, 201);
  const form = new URLSearchParams({ token, ref: 'main', 'variables[ISSUE]': '3' });
  await go('nobody', 'POST', '/trigger/pipeline', 201, form);
  await go('nobody', 'POST', '/trigger/pipeline', 400, { token });
  await go('nobody', 'POST', '/trigger/pipeline', 404, { token: 'sandbox-olivia', ref: 'main' });
  await go('desk', 'GET', '/pipelines?source=trigger', 200);
  await go('sam', 'GET', '/pipelines', 403);
}
