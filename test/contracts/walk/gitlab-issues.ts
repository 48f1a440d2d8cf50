import type { SandboxCaller } from '../sandbox-caller.ts';
import { type Go, goer, idOf, idsOf } from './step.ts';

/** Every route about issues, comments, labels and events: once as it is meant, and with its main refusals. */
export async function walkIssues(caller: SandboxCaller): Promise<void> {
  const go = goer(caller);
  await labels(go);
  await issues(go);
  await notes(go);
  await awards(go);
  await links(go);
  await events(go);
  await limits(caller, go);
}

async function labels(go: Go): Promise<void> {
  const approved = { name: 'request::approved', color: '#00aa00', description: 'Set by an approver' };
  const label = await go('priya', 'POST', '/labels', 201, approved);
  await go('priya', 'POST', '/labels', 409, approved);
  await go('priya', 'POST', '/labels', 400, { name: 'x' });
  await go('priya', 'POST', '/labels', 400, { name: 'x', color: 'no color' });
  await go('sam', 'POST', '/labels', 403, { name: 'x', color: 'red' });
  await go('sam', 'GET', '/labels?with_counts=true&per_page=1', 200);
  await go('sam', 'GET', '/labels/request%3A%3Aapproved', 200);
  await go('sam', 'GET', '/labels/absent', 404);
  await go('priya', 'PUT', `/labels/${idOf(label)}`, 200, { description: 'changed', priority: 2 });
  await go('priya', 'PUT', '/labels/absent', 404, { color: 'red' });
  const other = await go('priya', 'POST', '/labels', 201, { name: 'short-lived', color: '#fff' });
  await go('sam', 'DELETE', `/labels/${idOf(other)}`, 403);
  // The empty object is what the client library sends with a deletion.
  await go('priya', 'DELETE', `/labels/${idOf(other)}`, 204, {});
}

async function issues(go: Go): Promise<void> {
  await go('sam', 'POST', '/issues', 400, {});
  await go('sam', 'POST', '/issues', 400, { title: ' ' });
  await go('sam', 'POST', '/issues', 201, { title: 'Acme', description: 'A demo.', confidential: true });
  await go('tom', 'POST', '/issues', 201, { title: 'Globex', labels: 'type::sme-request,area::ai' });
  await go('tom', 'GET', '/issues/1', 404);
  await go('sam', 'GET', '/issues/1', 200);
  await go('desk', 'GET', '/issues?state=opened&labels=area::ai&not[labels]=nothing&per_page=100', 200);
  await go('desk', 'GET', '/issues?iids[]=1&iids[]=2&with_labels_details=true', 200);
  await go('desk', 'GET', '/issues?pagination=keyset&order_by=created_at&sort=asc&per_page=1', 200);
  await go('desk', 'GET', '/issues?order_by=id', 400);
  await go('desk', 'PUT', '/issues/1', 400, {});
  await go('tom', 'PUT', '/issues/1', 404, { title: 'mine' });
  await go('ines', 'PUT', '/issues/2', 403, { title: 'mine' });
  const change = { add_labels: 'request::approved', assignee_ids: [31], confidential: true };
  await go('desk', 'PUT', '/issues/1', 200, { ...change, remove_labels: 'request::submitted' });
  await go('priya', 'PUT', '/issues/2', 200, { state_event: 'close' });
  await go('priya', 'PUT', '/issues/2', 200, { state_event: 'reopen', due_date: '2026-12-01' });
  await go('sam', 'POST', '/issues/2/subscribe', 201);
  await go('sam', 'POST', '/issues/2/subscribe', 304);
  await go('sam', 'POST', '/issues/2/unsubscribe', 201);
  await go('priya', 'POST', '/issues/2/clone', 201, { to_project_id: 8, with_notes: true });
  await go('priya', 'POST', '/issues/2/clone', 400, { to_project_id: 99 });
  await go('priya', 'POST', '/issues/2/move', 201, { to_project_id: 8 });
  await go('sam', 'POST', '/issues', 201, { title: 'Initech', description: 'Later.' });
  await go('nobody', 'GET', '/issues', 401);
  await go('desk', 'GET', '~/projects/acme%2Fabsent/issues', 404);
  await go('priya', 'GET', '~/projects/8/issues?iids[]=1&scope=all&state=all', 200);
}

async function notes(go: Go): Promise<void> {
  const note = idOf(await go('priya', 'POST', '/issues/1/notes', 201, { body: 'Fine with me.' }));
  await go('priya', 'POST', '/issues/1/notes', 201, { body: 'Between us.', internal: true });
  await go('priya', 'POST', '/issues/1/notes', 202, { body: '/unlabel ~"request::approved"' });
  await go('priya', 'POST', '/issues/1/notes', 400, { body: '/label ~"nowhere"' });
  await go('priya', 'POST', '/issues/1/notes', 400, {});
  await go('tom', 'POST', '/issues/1/notes', 404, { body: 'Hello?' });
  await go('sam', 'GET', '/issues/1/notes?sort=asc&order_by=created_at&per_page=100', 200);
  await go('sam', 'GET', `/issues/1/notes/${note}`, 200);
  await go('sam', 'GET', '/issues/1/notes/1', 404);
  await go('priya', 'PUT', `/issues/1/notes/${note}`, 200, { body: 'Fine with us.' });
  await go('sam', 'PUT', `/issues/1/notes/${note}`, 403, { body: 'Fine with me too.' });
  await go('sam', 'DELETE', `/issues/1/notes/${note}`, 403);
  await go('priya', 'DELETE', `/issues/1/notes/${note}`, 204);
}

async function awards(go: Go): Promise<void> {
  const note = idOf(await go('priya', 'POST', '/issues/1/notes', 201, { body: 'Do you take it?' }));
  for (const target of ['/issues/1', `/issues/1/notes/${note}`]) {
    const award = idOf(await go('ines', 'POST', `${target}/award_emoji`, 201, { name: 'thumbsup' }));
    await go('ines', 'POST', `${target}/award_emoji`, 404, { name: 'thumbsup' });
    await go('ines', 'GET', `${target}/award_emoji`, 200);
    await go('priya', 'DELETE', `${target}/award_emoji/${award}`, 401);
    await go('ines', 'DELETE', `${target}/award_emoji/${award}`, 204);
  }
}

async function links(go: Go): Promise<void> {
  const target = { target_project_id: 'acme/sme-desk', target_issue_iid: '3' };
  await go('priya', 'POST', '/issues/1/links', 201, target);
  await go('priya', 'POST', '/issues/1/links', 409, target);
  await go('priya', 'POST', '/issues/1/links', 404, { ...target, target_issue_iid: '77' });
  await go('priya', 'GET', '/issues/1/links', 200);
}

async function events(go: Go): Promise<void> {
  const [labelEvent = 0] = idsOf(
    await go('desk', 'GET', '/issues/1/resource_label_events?per_page=100', 200),
  );
  await go('desk', 'GET', `/issues/1/resource_label_events/${labelEvent}`, 200);
  await go('desk', 'GET', '/issues/1/resource_label_events/1', 404);
  const [stateEvent = 0] = idsOf(await go('desk', 'GET', '/issues/2/resource_state_events', 200));
  await go('desk', 'GET', `/issues/2/resource_state_events/${stateEvent}`, 200);
  await go('tom', 'GET', '/issues/1/resource_state_events', 404);
}

/** Both kinds of 429. */
async function limits(caller: SandboxCaller, go: Go): Promise<void> {
  const { switches } = caller.sandbox.world;
  switches.noteLimitPerMinute = 0;
  await go('priya', 'POST', '/issues/1/notes', 429, { body: 'Too much.' });
  switches.limitStyle = 'edge';
  await go('priya', 'POST', '/issues/1/notes', 429, { body: 'Too much.' });
  switches.noteLimitPerMinute = null;
}
