import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/sandbox/demo/changes.ts';
import { describeChanges } from '../../src/sandbox/demo/describe-change.ts';
import { paintFor } from '../../src/sandbox/demo/paint.ts';
import { checkPromises } from '../../src/sandbox/demo/promises.ts';
import { saidBetween } from '../../src/sandbox/demo/said.ts';
import { storyTeller } from '../../src/sandbox/demo/tell-story.ts';
import { person } from '../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { World } from '../../src/sandbox/world.ts';
import { type Hand, handOf } from '../oracle/planted/hand.ts';

let sandbox: Sandbox;
let begun: World;
let desk: Hand;

/** A request of sam's with a comment of the desk's, and jonas in the channel of the opportunity. */
beforeAll(async () => {
  sandbox = await startSandbox();
  desk = handOf(sandbox.origin, 'desk');
  const request = { title: 'SME for AI', description: 'x', confidential: true };
  await person(sandbox.origin, 'sam').openIssue(request);
  const label = { add_labels: 'type::sme-request', assignee_ids: [32] };
  await desk.gitlab('PUT', '/projects/7/issues/1', label);
  await note('**Waiting.**\n\n<!-- sme-desk:record {"version":1} -->');
  await note('Jonas Weber takes it.\n\n<!-- sme-desk:note {"issue":1,"key":"assigned:1"} -->');
  await desk.slack('conversations.invite', { channel: 'C0OPPACME1', users: 'U0JONAS001' });
  begun = sandbox.save();
});

beforeEach(() => sandbox.restore(begun));

afterAll(() => sandbox.close());

function note(body: string): Promise<unknown> {
  return desk.gitlab('POST', '/projects/7/issues/1/notes', { body });
}

async function tell(user: string, text: string): Promise<unknown> {
  const opened = JSON.stringify(await desk.slack('conversations.open', { users: user }));
  const channel = /"id":"(D\w+)"/.exec(opened)?.[1] ?? '';
  return desk.slack('chat.postMessage', { channel, text });
}

/** What the demo tells of what has happened since the beginning. */
function told(): string[] {
  const described = describeChanges(changesBetween(begun, sandbox.world));
  return described.map(({ topic, words }) => `${topic}: ${words}`);
}

describe('the demo tells', () => {
  it.each<{ what: string; does: () => Promise<unknown>; words: string[] }>([
    {
      what: 'a direct message, on one line and by whom it is for',
      does: () => tell('U0PRIYA001', 'Week 48.\nWaiting: 1.'),
      words: ['Slack: to Priya Raman: Week 48. Waiting: 1.'],
    },
    {
      what: 'a message in a channel',
      does: () => desk.slack('chat.postMessage', { channel: 'C0AIREQ001', text: '#1 &lt;new&gt;' }),
      words: ['Slack: #sme-ai-requests: #1 <new>'],
    },
    {
      what: 'who is taken out of a channel',
      does: () => desk.slack('conversations.kick', { channel: 'C0OPPACME1', user: 'U0JONAS001' }),
      words: ['Slack: Jonas Weber removed from #opp-acme'],
    },
    {
      what: 'an issue of its own, and whom it asks',
      does: () =>
        desk.gitlab('POST', '/projects/7/issues', { title: 'A demo', description: '@sam: please.' }),
      words: ['issue: opened: A demo', ': @sam: please.'],
    },
    {
      what: 'who is not assigned any more',
      does: () => desk.gitlab('PUT', '/projects/7/issues/1', { assignee_ids: [31] }),
      words: ['assignee: Jonas Weber no longer', 'assignee: Ines Ferrer'],
    },
    {
      what: 'an end',
      does: () => desk.gitlab('PUT', '/projects/7/issues/1', { state_event: 'close' }),
      words: ['issue: closed'],
    },
  ])('$what', async ({ does, words }) => {
    await does();

    expect(told()).toEqual(words);
  });

  it('an issue that is opened again, and a link with another', async () => {
    const open = sandbox.save();
    await desk.gitlab('PUT', '/projects/7/issues/1', { state_event: 'close' });
    const closed = sandbox.save();
    await desk.gitlab('PUT', '/projects/7/issues/1', { state_event: 'reopen' });
    await desk.gitlab('POST', '/projects/7/issues', { title: 'A demo', description: 'x' });
    await desk.gitlab('POST', '/projects/7/issues/1/links', { target_project_id: 7, target_issue_iid: 2 });

    const described = describeChanges(changesBetween(closed, sandbox.world));

    expect(described.map(({ issue, words }) => [issue, words])).toEqual([
      [1, 'opened again'],
      [2, 'opened: A demo'],
      [2, 'x'],
      [2, 'linked with #1'],
    ]);
    expect(changesBetween(open, open)).toEqual([]);
  });

  it('a message that was taken away', async () => {
    await desk.slack('chat.postMessage', { channel: 'C0AIREQ001', text: 'twice' });
    const before = sandbox.save();
    const channel = sandbox.world.slack.conversations.find(({ id }) => id === 'C0AIREQ001');
    await desk.slack('chat.delete', { channel: 'C0AIREQ001', ts: channel?.messages.at(-1)?.ts ?? '' });

    expect(changesBetween(before, sandbox.world)).toEqual([
      { kind: 'message removed', place: '#sme-ai-requests', text: 'twice' },
    ]);
  });

  it('what people say: a comment, and a reaction by the comment it is on', async () => {
    const jonas = person(sandbox.origin, 'jonas');
    const asked = (await jonas.notes(1)).find(({ body }) => body.includes('assigned:1'))?.id ?? 0;
    await jonas.react(1, asked, 'thumbsup');
    await jonas.comment(1, '**accept**, with pleasure');

    const said = saidBetween(begun, sandbox.world);
    const lines = storyTeller(paintFor(false))({
      kind: 'person',
      at: 0,
      who: 'jonas',
      does: 'accepts',
      said,
    });

    expect(lines.slice(-3)).toEqual([
      '00:00:00  Jonas Weber (SME for AI) accepts',
      '          reaction    :thumbsup: on #1, “Jonas Weber takes it.”',
      '          comment     on #1: accept, with pleasure',
    ]);
  });
});

describe('a promise of the demo is broken by', () => {
  function broken(): string[] {
    const checked = checkPromises(sandbox.world, 0).filter(({ against }) => against.length > 0);
    return checked.map(({ promise }) => promise);
  }

  it('an SME who is engaged without a word of theirs', async () => {
    await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved', 'area::ai'] });
    await desk.gitlab('PUT', '/projects/7/issues/1', { add_labels: 'request::engaged' });
    expect(broken()).toEqual(['nobody is engaged without a yes']);

    await person(sandbox.origin, 'jonas').comment(1, 'accept');
    expect(broken()).toEqual([]);
  });

  it('a customer on a page of the wiki', async () => {
    await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved', 'area::ai'] });
    await desk.gitlab('POST', '/projects/7/wikis', { title: 'reports/2026-11', content: 'Acme was won.' });

    expect(broken()).toEqual(['no customer in channels or pages']);
  });

  it.each([
    { whose: 'somebody else', assignee_ids: [31] },
    { whose: 'nobody', assignee_ids: [] },
  ])('a record of an SME that is assigned to $whose', async ({ assignee_ids }) => {
    await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved', 'area::ai'] });
    const labels = 'type::sme-record';
    const record = { title: 'My SME record: Jonas Weber', description: 'x', confidential: true, labels };
    await desk.gitlab('POST', '/projects/7/issues', { ...record, assignee_ids: [32] });
    expect(broken()).toEqual([]);

    await desk.gitlab('POST', '/projects/7/issues', { ...record, assignee_ids });
    expect(broken()).toEqual(['an SME record is its SME’s alone']);
  });

  it('a reminder in the night, as a message or as a comment', async () => {
    await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved', 'area::ai'] });
    sandbox.set(Date.parse('2026-11-24T03:00:00Z'));
    await tell('U0PRIYA001', 'Somebody waits.');
    expect(broken()).toEqual(['nobody is reminded at night']);

    sandbox.restore(begun);
    await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved', 'area::ai'] });
    sandbox.set(Date.parse('2026-11-28T12:00:00Z'));
    await note('@sam: please.\n\n<!-- sme-desk:note {"issue":1,"key":"reminder:5"} -->');
    expect(broken()).toEqual(['nobody is reminded at night']);
  });
});
