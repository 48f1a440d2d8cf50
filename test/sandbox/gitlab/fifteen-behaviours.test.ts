import { Gitlab } from '@gitbeaker/rest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addLabels } from '../../../src/sandbox/example/gitlab.ts';
import { type Person, person } from '../../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { ask } from './ask.ts';

const desk = 'project_7_bot_desk';
const issues = '/projects/7/issues';

let sandbox: Sandbox;
let fresh: World;
let sam: Person;
let priya: Person;

beforeAll(async () => {
  sandbox = await startSandbox();
  addLabels(sandbox.world.gitlab, ['request::submitted', 'request::approved', 'a', 'b']);
  addLabels(sandbox.world.gitlab, ['above']);
  for (const label of Object.values(sandbox.world.gitlab.labels)) {
    if (label.name === 'above') Object.assign(label, { projectId: null, groupId: 1 });
  }
  fresh = sandbox.save();
  sam = person(sandbox.origin, 'sam');
  priya = person(sandbox.origin, 'priya');
});
beforeEach(() => sandbox.restore(fresh));
afterEach(() => expect(sandbox.offences).toEqual([]));
afterAll(() => sandbox.close());

function open(
  description = 'text',
  more: { confidential?: boolean; labels?: string[] } = {},
): Promise<number> {
  return sam.openIssue({ title: 'A request', description, ...more });
}

function labelEvents(iid: number) {
  return ask(sandbox, desk, `GET ${issues}/${iid}/resource_label_events`);
}

describe('what is easily got wrong about GitLab', () => {
  it('1: a comment of commands only is a 202 and no comment; a mixed one loses its command lines', async () => {
    const iid = await open();

    const only = await ask(sandbox, 'priya', `POST ${issues}/${iid}/notes`, { body: '/label ~a' });
    const failing = await ask(sandbox, 'sam', `POST ${issues}/${iid}/notes`, { body: '/label ~a' });
    const mixed = await ask(sandbox, 'priya', `POST ${issues}/${iid}/notes`, {
      body: 'Seen.\n/label ~b\nThanks',
    });

    expect(only.status).toBe(202);
    expect(only.body).toEqual({
      commands_changes: { add_label_ids: [expect.any(Number)] },
      summary: ['Added ~"a" label.'],
    });
    expect(failing.status).toBe(400);
    expect(failing.body.message).toContain('Failed to apply commands.');
    expect(mixed.status).toBe(201);
    expect(mixed.body.body).toBe('Seen.\nThanks');
    expect((await priya.notes(iid)).map((note) => note.body)).toEqual(['Seen.\nThanks']);
    expect((await sam.readIssue(iid)).labels).toEqual(['a', 'b']);
  });

  it('2: a description runs its commands on creation and update, with the rights of its sender', async () => {
    const iid = await open('Please\n/label ~"request::approved"\n/close');
    const created = await sam.readIssue(iid);

    await ask(sandbox, desk, `PUT ${issues}/${iid}`, { description: 'echoed\n/close' });
    const updated = await sam.readIssue(iid);

    expect(created).toMatchObject({ description: 'Please', labels: ['request::approved'], state: 'opened' });
    expect(updated).toMatchObject({ description: 'echoed', state: 'closed' });
    expect(sandbox.world.gitlab.executed.at(-1)).toMatchObject({
      userId: 900,
      command: '/close',
      effective: true,
    });
  });

  it('3: labels and states leave events, no comments, and the label is shown as it is today', async () => {
    const iid = await open('text', { labels: ['b'] });
    await priya.setLabels(iid, { add: ['a'] });
    await priya.close(iid);
    await ask(sandbox, desk, 'PUT /projects/7/labels/a', { new_name: 'renamed' });
    await ask(sandbox, desk, 'DELETE /projects/7/labels/b');

    const events = await labelEvents(iid);
    const states = await ask(sandbox, desk, `GET ${issues}/${iid}/resource_state_events`);

    const issue = await sam.readIssue(iid);
    expect(await priya.notes(iid)).toEqual([]);
    expect(events.body).toMatchObject([{ label: null }, { label: { name: 'renamed' } }]);
    expect(events.body[1]).toMatchObject({
      resource_id: issue.id,
      action: 'add',
      user: { username: 'priya' },
    });
    expect(states.body).toMatchObject([{ state: 'closed', resource_id: issue.id }]);
    expect(issue.labels).toEqual(['renamed']);
  });

  it('4: labels of a scope exclude one another on Premium only; the order of a full list decides', async () => {
    const iid = await open('text', { labels: ['request::submitted'] });

    await priya.setLabels(iid, { add: ['request::approved'] });
    const afterAdd = (await sam.readIssue(iid)).labels;
    await ask(sandbox, 'priya', `PUT ${issues}/${iid}`, { labels: 'request::submitted,request::approved' });
    const oldOneLast = (await sam.readIssue(iid)).labels;
    sandbox.world.switches.tier = 'free';
    await priya.setLabels(iid, { add: ['request::submitted'] });
    const onFree = (await sam.readIssue(iid)).labels;

    expect(afterAdd).toEqual(['request::approved']);
    expect(oldOneLast).toEqual(['request::approved']);
    expect(onFree).toEqual(['request::approved', 'request::submitted']);
  });

  it('5: an unknown label is created by who may, dropped for who may not, and empties a filter', async () => {
    const mistyped = await open();
    await priya.setLabels(mistyped, { add: ['requst::approved'] });
    const byGuest = await open('text', { labels: ['nobody-knows', 'a'] });

    const created = await ask(sandbox, desk, 'GET /projects/7/labels/requst%3A%3Aapproved');
    const unknown = await ask(sandbox, desk, `GET ${issues}?labels=never-heard`);
    const ignored = await ask(
      sandbox,
      desk,
      `GET ${issues}?${encodeURIComponent('not[labels]')}=never-heard`,
    );
    const wildcard = await ask(sandbox, desk, `GET ${issues}?labels=requst::*`);
    sandbox.world.switches.tier = 'free';
    const wildcardOnFree = await ask(sandbox, desk, `GET ${issues}?labels=requst::*`);

    expect(created.body).toMatchObject({ color: '#6699cc', is_project_label: true });
    expect((await sam.readIssue(byGuest)).labels).toEqual(['a']);
    expect(unknown.body).toHaveLength(0);
    expect(ignored.body).toHaveLength(2);
    expect(wildcard.body).toHaveLength(1);
    expect(wildcardOnFree.body).toHaveLength(0);
  });

  it('6: what the caller may not set is left out and the answer is a success', async () => {
    const iid = await open();
    sandbox.world.switches.tier = 'free';

    const byGuest = await ask(sandbox, 'sam', `PUT ${issues}/${iid}`, {
      title: 'Mine to change',
      add_labels: 'request::approved',
      assignee_ids: [31],
      confidential: true,
    });
    const onFree = await ask(sandbox, 'priya', `PUT ${issues}/${iid}`, { assignee_ids: [31, 32] });

    expect(byGuest.status).toBe(200);
    expect(byGuest.body).toMatchObject({
      title: 'Mine to change',
      labels: [],
      assignees: [],
      confidential: false,
    });
    expect(onFree.status).toBe(200);
    expect(onFree.body.assignees).toMatchObject([{ id: 31 }]);
  });

  it('7: a short page is not the last one, and totals vanish in long lists', async () => {
    const iid = await open();
    for (const body of ['one', 'two', 'three']) await priya.comment(iid, body);
    const [first] = await priya.notes(iid);
    sandbox.world.switches.hiddenNotes = [first?.id ?? 0];
    sandbox.world.switches.totalHeaderCutOff = 2;

    const page = await ask(sandbox, 'priya', `GET ${issues}/${iid}/notes?sort=asc&per_page=2`);

    expect(page.body).toHaveLength(1);
    expect(page.headers.get('x-next-page')).toBe('2');
    expect(page.headers.get('link')).toContain('rel="next"');
    expect(page.headers.get('link')).not.toContain('rel="last"');
    expect(page.headers.get('x-total')).toBeNull();
    expect(page.headers.get('x-total-pages')).toBeNull();
  });

  it('7: an issue that moves between two pages of a list by updated_at is skipped or met twice', async () => {
    const oldest = await open();
    sandbox.advance(1000);
    const newest = await open();
    const pages = `GET ${issues}?order_by=updated_at&per_page=1`;

    const first = await ask(sandbox, desk, `${pages}&page=1`);
    sandbox.advance(1000);
    await priya.comment(oldest, 'moves to the front');
    const second = await ask(sandbox, desk, `${pages}&page=2`);

    expect([first.body[0]?.iid, second.body[0]?.iid]).toEqual([newest, newest]);
  });

  it('8: issues have no order by id, and keyset turns into numbered pages for unknown orders', async () => {
    for (let count = 0; count < 3; count += 1) await open();

    const byId = await ask(sandbox, desk, `GET ${issues}?order_by=id`);
    const keyset = await ask(sandbox, desk, `GET ${issues}?pagination=keyset&order_by=created_at&per_page=2`);
    const next = /<[^>]*api\/v4(?<path>[^>]+)>; rel="next"/.exec(keyset.headers.get('link') ?? '')?.groups
      ?.path;
    const rest = await ask(sandbox, desk, `GET ${next}`);
    const silently = await ask(
      sandbox,
      desk,
      `GET ${issues}?pagination=keyset&order_by=popularity&per_page=2`,
    );

    expect(byId.status).toBe(400);
    expect(byId.body).toEqual({ error: 'order_by does not have a valid value' });
    expect(keyset.headers.get('x-page')).toBeNull();
    expect(keyset.body.map((issue) => issue.iid)).toEqual([3, 2]);
    expect(rest.body.map((issue) => issue.iid)).toEqual([1]);
    expect(rest.headers.get('link')).toBeNull();
    expect(silently.headers.get('x-page')).toBe('1');
  });

  it('9: one 429 is text with Retry-After, the other JSON whose headers speak of another limit', async () => {
    const iid = await open();
    sandbox.world.switches.noteLimitPerMinute = 1;
    const note = () => ask(sandbox, 'priya', `POST ${issues}/${iid}/notes`, { body: 'again' });

    const passed = await note();
    const byApplication = await note();
    sandbox.world.switches.limitStyle = 'edge';
    const atTheEdge = await note();
    sandbox.advance(60_000);
    const later = await note();

    expect(byApplication.status).toBe(429);
    expect(byApplication.body.message).toEqual({
      error: 'This endpoint has been requested too many times. Try again later.',
    });
    expect(byApplication.headers.get('retry-after')).toBeNull();
    expect(Number(byApplication.headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
    expect(atTheEdge.text).toBe('Retry later\n');
    expect(atTheEdge.headers.get('content-type')).toBe('text/plain');
    expect(atTheEdge.headers.get('retry-after')).toBe('60');
    expect([passed.status, later.status]).toEqual([201, 201]);
  });

  it('10: the default gitbeaker client repeats a POST after a 502, at once and many times', async () => {
    const iid = await open();
    sandbox.clearJournal();
    sandbox.world.faults.push({
      match: { method: 'POST' },
      effect: { kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' },
      times: 4,
    });
    const gitlab = new Gitlab({ host: sandbox.origin, token: 'sandbox-desk' });

    await gitlab.IssueNotes.create(7, iid, 'only once, please');

    const posts = sandbox.world.journal.filter((call) => call.method === 'POST');
    expect(posts.map((call) => call.status)).toEqual([502, 502, 502, 502, 201]);
    expect(posts.map((call) => call.applied)).toEqual([false, false, false, false, true]);
  });

  it('11: the wiki lists all at once, turns titles into slugs, and a title in an edit renames', async () => {
    const wiki = '/projects/7/wikis';
    for (let page = 0; page < 25; page += 1) {
      await ask(sandbox, desk, `POST ${wiki}`, { title: `Page ${page}`, content: 'text' });
    }

    const list = await ask(sandbox, desk, `GET ${wiki}?per_page=5`);
    const duplicate = await ask(sandbox, desk, `POST ${wiki}`, { title: 'pAGE 1', content: 'text' });
    const renamed = await ask(sandbox, desk, `PUT ${wiki}/Page-1`, { title: 'Other name', content: 'text' });
    const gone = await ask(sandbox, desk, `GET ${wiki}/Page-1`);

    expect(list.body).toHaveLength(25);
    expect(list.headers.get('link')).toBeNull();
    expect([400, 422]).toContain(duplicate.status);
    expect(duplicate.body.message?.base).toEqual(['Duplicate page: A page with that title already exists']);
    expect(renamed.body.slug).toBe('Other-name');
    expect(Object.keys(renamed.body)).not.toContain('updated_at');
    expect(gone.status).toBe(404);
  });

  it('12: a fresh project has no board, a bad name gives one without id, lists have no issues', async () => {
    const boards = '/projects/7/boards';
    const none = await ask(sandbox, desk, `GET ${boards}`);
    const broken = await ask(sandbox, desk, `POST ${boards}`, { name: 'x'.repeat(256) });
    const good = await ask(sandbox, desk, `POST ${boards}`, { name: 'Requests' });
    const unchanged = await ask(sandbox, desk, `PUT ${boards}/${good.body.id}`, { name: 'x'.repeat(256) });

    const ofAList = await ask(sandbox, desk, `GET ${boards}/${good.body.id}/lists/1/issues`);

    expect(none.body).toEqual([]);
    expect([broken.status, broken.body.id]).toEqual([201, null]);
    expect([unchanged.status, unchanged.body.name]).toEqual([200, 'Requests']);
    expect(ofAList.status).toBe(501);
    expect(sandbox.offences).toHaveLength(1);
    sandbox.restore(fresh);
  });

  it('13: an error text has five places, 404 hides 403, and a repeated subscription is a 304', async () => {
    const iid = await open('text', { confidential: true });

    const missing = await ask(sandbox, desk, `POST ${issues}`, {});
    const blank = await ask(sandbox, desk, `POST ${issues}`, { title: ' ' });
    const stranger = await ask(sandbox, 'tom', `GET ${issues}/${iid}`);
    const absent = await ask(sandbox, 'tom', `GET ${issues}/999`);
    const noToken = await ask(sandbox, 'nobody', `GET ${issues}/${iid}`);
    const forbidden = await ask(sandbox, 'tom', 'DELETE /projects/7/labels/a');
    const again = await ask(sandbox, 'sam', `POST ${issues}/${iid}/subscribe`);

    expect(missing.body).toEqual({ error: 'title is missing' });
    expect(blank.body).toEqual({ message: { title: ["can't be blank"] } });
    expect([stranger.status, stranger.body]).toEqual([404, { message: '404 Not found' }]);
    expect(absent.body).toEqual(stranger.body);
    expect([noToken.status, noToken.body]).toEqual([401, { message: '401 Unauthorized' }]);
    expect([forbidden.status, forbidden.body]).toEqual([403, { message: '403 Forbidden' }]);
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('14: own comments move updated_at, ranges include ends, group labels block a title, ids win', async () => {
    const iid = await open();
    sandbox.advance(5000);
    await person(sandbox.origin, desk).comment(iid, 'by the desk');
    const now = new Date(sandbox.world.clock.now).toISOString();
    const label = await ask(sandbox, desk, 'GET /projects/7/labels/a');
    const id = Number(label.body.id);

    const polled = await ask(sandbox, desk, `GET ${issues}?updated_after=${now}`);
    const duplicate = await ask(sandbox, desk, 'POST /projects/7/labels', { name: 'above', color: '#fff' });
    await ask(sandbox, desk, 'POST /projects/7/labels', { name: String(id), color: '#fff' });
    const byNumber = await ask(sandbox, desk, `GET /projects/7/labels/${id}`);

    expect(polled.body.map((issue) => issue.iid)).toEqual([iid]);
    expect([duplicate.status, duplicate.body]).toEqual([409, { message: 'Label already exists' }]);
    expect(byNumber.body.name).toBe('a');
  });

  it('15: bots are members, a new token is a new author, and a planner is no developer', async () => {
    const members = await ask(sandbox, desk, 'GET /projects/7/members/all?per_page=100');
    const bot = members.body.find((member) => String(member.username) === desk);
    sandbox.world.gitlab.tokens['sandbox-priya'] = { userId: 11, scopes: ['api'], state: 'revoked' };

    const revoked = await ask(sandbox, 'priya', `GET ${issues}`);
    const wikiByPlanner = await ask(sandbox, 'omar', 'POST /projects/7/wikis', { title: 'x', content: 'y' });

    expect(bot?.access_level).toBe(30);
    expect([revoked.status, revoked.body.error]).toEqual([401, 'invalid_token']);
    expect(wikiByPlanner.status).toBe(403);
  });
});
