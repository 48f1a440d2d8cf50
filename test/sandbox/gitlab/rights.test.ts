import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addLabels } from '../../../src/sandbox/example/gitlab.ts';
import { type Person, person } from '../../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { ask } from './ask.ts';

const issues = '/projects/7/issues';
const desk = 'project_7_bot_desk';
const ines = 31;

let sandbox: Sandbox;
let fresh: World;
let iid: number;
const as = (username: string): Person => person(sandbox.origin, username);

beforeAll(async () => {
  sandbox = await startSandbox();
  addLabels(sandbox.world.gitlab, ['request::submitted', 'request::approved']);
  iid = await as('sam').openIssue({ title: 'A request', description: 'text', confidential: true });
  fresh = sandbox.save();
});
beforeEach(() => sandbox.restore(fresh));
afterEach(() => expect(sandbox.offences).toEqual([]));
afterAll(() => sandbox.close());

describe('a confidential issue', () => {
  it('is seen by its author, its assignees and everybody from Planner up', async () => {
    await as('priya').assign(iid, ines);

    for (const username of ['sam', 'ines', 'mallory', 'priya', desk]) {
      expect((await as(username).readIssue(iid)).iid).toBe(iid);
      expect(await as(username).listIssues()).toHaveLength(1);
    }
  });

  it('does not exist for another Guest: not in lists, not by number, nothing below it', async () => {
    expect(await as('tom').listIssues()).toEqual([]);
    for (const below of [
      '',
      '/notes',
      '/resource_label_events',
      '/resource_state_events',
      '/award_emoji',
      '/links',
    ]) {
      expect((await ask(sandbox, 'tom', `GET ${issues}/${iid}${below}`)).status).toBe(404);
    }
    expect((await ask(sandbox, 'tom', `POST ${issues}/${iid}/notes`, { body: 'x' })).status).toBe(404);
  });

  it('can be opened by a Guest, but not by the command in a template', async () => {
    const spoken = await as('tom').openIssue({ title: 'x', description: 'y\n/confidential' });

    expect((await as('sam').readIssue(iid)).confidential).toBe(true);
    expect(await as('tom').readIssue(spoken)).toMatchObject({ confidential: false, description: 'y' });
  });
});

describe('changing an issue', () => {
  it('is for its author: text and state, and without a word nothing else', async () => {
    const changed = await as('sam').editIssue(iid, { description: 'new text', confidential: false });
    await as('sam').close(iid);
    const reopened = await as('sam').reopen(iid);

    expect(changed).toMatchObject({ description: 'new text', confidential: true });
    expect(reopened.state).toBe('opened');
  });

  it('is refused to a Guest who has nothing to do with it', async () => {
    const open = await as('sam').openIssue({ title: 'x', description: 'y' });

    const answer = await ask(sandbox, 'tom', `PUT ${issues}/${open}`, { title: 'Mine now' });

    expect([answer.status, answer.body]).toEqual([403, { message: '403 Forbidden' }]);
  });

  it('lets any Planner set labels and assignees, one without a role in the program too', async () => {
    const changed = await as('mallory').setLabels(iid, { add: ['request::approved'] });

    expect(changed.labels).toEqual(['request::approved']);
    const events = await ask(sandbox, desk, `GET ${issues}/${iid}/resource_label_events`);
    expect(events.body).toMatchObject([{ action: 'add', user: { username: 'mallory' } }]);
  });

  it('leaves a system note for people and texts, by whoever did it', async () => {
    await as('priya').assign(iid, ines, 32);
    await as('priya').assign(iid, ines);
    await as('priya').editIssue(iid, { title: 'Another title', confidential: false });

    const notes = await as('priya').notes(iid);

    expect(notes.map((note) => [note.system, note.author.username, note.body])).toEqual([
      [true, 'priya', 'assigned to @ines and @jonas'],
      [true, 'priya', 'unassigned @jonas'],
      [true, 'priya', 'changed title from **A request** to **Another title**'],
      [true, 'priya', 'made the issue visible to everyone'],
    ]);
  });

  it('refuses an update that names nothing, a state that is none, and more labels than fit', async () => {
    sandbox.world.switches.labelCap = 1;

    const nothing = await ask(sandbox, 'priya', `PUT ${issues}/${iid}`, {});
    const noState = await ask(sandbox, 'priya', `PUT ${issues}/${iid}`, { state_event: 'burn' });
    const tooMany = await ask(sandbox, 'priya', `PUT ${issues}/${iid}`, { labels: 'a,b' });

    expect([nothing.status, noState.status, tooMany.status]).toEqual([400, 400, 400]);
    expect(noState.body).toEqual({ error: 'state_event does not have a valid value' });
    expect(tooMany.body).toEqual({ message: 'Cannot add more than 1 labels to a work item.' });
  });
});

describe('comments', () => {
  it('are internal only from Planner up, and then hidden from Guests', async () => {
    await as('priya').comment(iid, 'between us', { internal: true });
    await as('sam').comment(iid, 'I wish it were', { internal: true });

    const seen = await as('sam').notes(iid);

    expect(seen.map((note) => [note.body, note.internal])).toEqual([['I wish it were', false]]);
    expect(await as('priya').notes(iid)).toHaveLength(2);
  });

  it('are edited by their author only, and vanish when edited down to a command that works', async () => {
    const note = (await as('priya').comment(iid, 'hello')) ?? 0;
    const path = `PUT ${issues}/${iid}/notes/${note}`;

    const foreign = await ask(sandbox, 'mallory', path, { body: 'I never said that' });
    const failing = await ask(sandbox, 'priya', path, { body: '/label ~unknown' });
    const working = await ask(sandbox, 'priya', path, { body: '/label ~"request::approved"' });

    expect([foreign.status, failing.status, working.status]).toEqual([403, 400, 202]);
    expect(await as('priya').notes(iid)).toEqual([]);
    expect((await as('sam').readIssue(iid)).labels).toEqual(['request::approved']);
  });

  it('can be reacted to once per person and emoji, which moves the note and not the issue', async () => {
    const note = (await as('priya').comment(iid, 'How was it?')) ?? 0;
    sandbox.advance(1000);
    const before = await ask(sandbox, desk, `GET ${issues}/${iid}`);
    const award = `${issues}/${iid}/notes/${note}/award_emoji`;

    await as('sam').react(iid, note, 'five');
    const again = await ask(sandbox, 'sam', `POST ${award}`, { name: 'five' });
    const listed = await ask(sandbox, desk, `GET ${award}`);
    const byAnother = await ask(sandbox, 'priya', `DELETE ${award}/${listed.body[0]?.id}`);
    const after = await ask(sandbox, desk, `GET ${issues}/${iid}`);
    const reread = await ask(sandbox, desk, `GET ${issues}/${iid}/notes/${note}`);

    expect([again.status, byAnother.status]).toEqual([404, 401]);
    expect(listed.body).toMatchObject([{ name: 'five', user: { username: 'sam' }, awardable_id: note }]);
    expect(after.body.updated_at).toEqual(before.body.updated_at);
    expect(reread.body.updated_at).not.toEqual(before.body.updated_at);
  });
});

describe('moved and copied issues', () => {
  it('carry comments and label events along under their first authors, with new ids', async () => {
    const record = await as(desk).comment(iid, 'the record');
    await as('priya').setLabels(iid, { add: ['request::approved'] });

    const clone = await ask(sandbox, 'priya', `POST ${issues}/${iid}/clone`, {
      to_project_id: 7,
      with_notes: true,
    });
    const moved = await ask(sandbox, 'priya', `POST ${issues}/${iid}/move`, { to_project_id: 8 });

    const copied = await as('priya').notes(Number(clone.body.iid));
    expect(copied[0]).toMatchObject({ body: 'the record', author: { username: desk } });
    expect(copied[0]?.id).not.toBe(record);
    const old = await ask(sandbox, 'priya', `GET ${issues}/${iid}`);
    expect(old.body).toMatchObject({ state: 'closed', moved_to_id: moved.body.id });
    expect(moved.body).toMatchObject({ project_id: 8, iid: 1, labels: ['request::approved'] });
  });

  it('are not made by a Guest, nor into a project one cannot write to', async () => {
    const byGuest = await ask(sandbox, 'sam', `POST ${issues}/${iid}/clone`, { to_project_id: 7 });
    const elsewhere = await ask(sandbox, 'lena', `POST ${issues}/${iid}/move`, { to_project_id: 8 });

    expect([byGuest.status, elsewhere.status]).toEqual([400, 400]);
  });

  it('are linked in both directions, once', async () => {
    const other = await as('sam').openIssue({ title: 'other', description: '' });
    const link = { target_project_id: 7, target_issue_iid: other };

    const first = await ask(sandbox, desk, `POST ${issues}/${iid}/links`, link);
    const second = await ask(sandbox, desk, `POST ${issues}/${iid}/links`, link);
    const back = await ask(sandbox, desk, `GET ${issues}/${other}/links`);

    expect([first.status, second.status]).toEqual([201, 409]);
    expect(back.body).toMatchObject([{ iid, link_type: 'relates_to' }]);
  });
});

describe('a project', () => {
  it('looks absent to strangers, and sends readers of its old path on', async () => {
    const stranger = await ask(sandbox, 'sam', 'GET /projects/8/issues');
    const byOldPath = await ask(sandbox, 'sam', 'GET /projects/acme%2Fold-sme-desk/issues?state=opened');
    const written = await ask(sandbox, 'sam', 'POST /projects/acme%2Fold-sme-desk/issues', { title: 'x' });

    expect([stranger.status, stranger.body]).toEqual([404, { message: '404 Project Not Found' }]);
    expect(byOldPath.status).toBe(301);
    expect(byOldPath.headers.get('location')).toBe(`${sandbox.origin}/api/v4/projects/7/issues?state=opened`);
    expect(written.status).toBe(405);
  });
});
