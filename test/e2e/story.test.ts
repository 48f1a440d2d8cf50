import { afterAll, describe, expect, it } from 'vitest';
import { cast } from '../../src/sandbox/example/cast.ts';
import { opportunities } from '../../src/sandbox/example/salesforce.ts';
import { person } from '../../src/sandbox/people.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { requests } from '../../src/sandbox/story/standard-story.ts';
import { watchContracts } from '../contracts/watch.ts';
import { pathOf, text } from '../oracle/call.ts';
import { examine } from '../oracle/examine.ts';
import { findingsText } from '../oracle/finding.ts';
import { namesIn } from '../oracle/names.ts';
import { readRules } from '../oracle/rules.ts';
import { see } from '../oracle/see.ts';
import type { Seen } from '../oracle/seen.ts';
import { worksAt } from '../oracle/working-time.ts';
import { playStory, type StoryMode, storyModes, storySandbox } from '../story/play-story.ts';

const desk = 'project_7_bot_desk';
const rules = await readRules();

/** A comment of the desk's, without the line for the machine. */
interface Comment {
  readonly key: string;
  readonly internal: boolean;
  readonly text: string;
}

async function commentsOf(sandbox: Sandbox, iid: number): Promise<Comment[]> {
  const notes = await person(sandbox.origin, 'priya').notes(iid);
  return notes
    .filter((note) => !note.system && note.author.username === desk)
    .map(({ body, internal }) => {
      const [text = '', marker = ''] = body.split('\n\n<!-- sme-desk:');
      const [, key = 'record'] = /"key":"(\w+)/.exec(marker) ?? [];
      return { key, internal, text };
    });
}

/** Everybody that some text of the desk about a request has mentioned, at any time of its life. */
function mentionedOn(sandbox: Sandbox, iid: number): string[] {
  const names = Object.values(sandbox.world.gitlab.users).map((user) => user.username);
  const bodies = sandbox.world.journal
    .filter((call) => call.actor === desk && call.write && call.path.includes(`/issues/${iid}/notes`))
    .map((call) => JSON.stringify(call.body));
  return names.filter((name) => bodies.some((body) => new RegExp(`@${name}\\b`).test(body))).sort();
}

/** Comments that go out when something is decided, at whatever hour (`docs/rules.md#clocks`). */
const whenDecided: readonly string[] = ['record', 'assigned', 'declined'];

/** Comments that answer what this very person has just done. */
const answers: readonly string[] = ['refused', 'problems'];

/** Somebody whom the desk has called upon: in a new comment, a new issue, or a message of their own. */
interface Told {
  readonly kind: string;
  readonly who: string;
  readonly at: number;
}

function toldIn(seen: Seen): Told[] {
  const posts = seen.calls.filter((call) => call.actor === desk && call.method === 'POST' && call.applied);
  return posts.flatMap((call) => {
    const sent = ['body', 'description', 'metadata'].map((name) => text(call, name)).join('\n');
    const [, key = 'record'] = /"key":"([^"]*)"/.exec(sent) ?? [];
    const isMessage = pathOf(call) === '/api/chat.postMessage';
    const who = isMessage ? readerOf(seen, text(call, 'channel')) : namesIn(seen, sent);
    const kind = /digest|clock/.exec(key)?.[0] ?? key.split(':')[0] ?? '';
    return who.map((each) => ({ kind, who: each, at: call.at }));
  });
}

/** The reader of a conversation with the desk, by GitLab username; a channel has none. */
function readerOf({ state }: Seen, channel: string): string[] {
  const found = state.slack.conversations.find(({ id, kind }) => id === channel && kind === 'im');
  return cast
    .filter(({ slack, bot }) => !bot && found?.members.includes(slack ?? ''))
    .map((each) => each.username);
}

function stateOf(labels: readonly string[]): string[] {
  return labels.filter((label) => label.startsWith('request::'));
}

function messagesIn(sandbox: Sandbox, channel: string): string[] {
  const conversation = sandbox.world.slack.conversations.find((each) => each.id === channel);
  return (conversation?.messages ?? []).filter((each) => each.subtype === null).map((each) => each.text);
}

function membersOf(sandbox: Sandbox, channel: string): readonly string[] {
  return sandbox.world.slack.conversations.find((each) => each.id === channel)?.members ?? [];
}

function teamOf(sandbox: Sandbox, opportunity: string) {
  return sandbox.world.salesforce.teamMembers
    .filter((row) => row.OpportunityId === opportunity)
    .map(({ UserId, TeamMemberRole, CreatedById }) => ({ UserId, TeamMemberRole, CreatedById }));
}

async function playedStory(mode: StoryMode) {
  const sandbox = await storySandbox(mode);
  const watch = watchContracts(sandbox);
  const said: { code: number; err: string; expected: number }[] = [];
  const besideEachOther: string[][] = [];
  await playStory(sandbox, mode, {
    async after(beat, _index, words) {
      if (beat.kind === 'desk' && words !== null) {
        said.push({ code: words.code, err: words.err, expected: beat.exit });
        for (const issue of await person(sandbox.origin, 'priya').listIssues()) {
          // The standing issue of the digest and the records of SMEs are no requests.
          if (issue.labels.some((label) => /^type::(?!sme-request$)/.test(label))) continue;
          if (stateOf(issue.labels).length !== 1) besideEachOther.push([String(issue.iid), ...issue.labels]);
        }
      }
    },
  });
  return { sandbox, watch, said, besideEachOther };
}

for (const mode of storyModes) {
  const { sandbox, watch, said, besideEachOther } = await playedStory(mode);
  const withOutside = mode !== 'Salesforce and Slack off';

  afterAll(() => sandbox.close());

  describe(`the standard story, ${mode}`, () => {
    it('every run of the desk ends as the story tells, without a complaint', () => {
      expect(said.length).toBeGreaterThan(0);
      for (const { code, err, expected } of said) expect({ code, err }).toEqual({ code: expected, err: '' });
    });

    it('after every run each request bears exactly one label of its state', () => {
      expect(besideEachOther).toEqual([]);
    });

    it('the demo goes well: Jonas accepts, Sam says how it was, and the request is done', async () => {
      const issue = await person(sandbox.origin, 'priya').readIssue(requests.demo);
      expect(issue.assignees.map((user) => user.username)).toEqual(['jonas']);
      expect(stateOf(issue.labels)).toEqual(['request::completed']);
      expect(issue).toMatchObject({ confidential: true, state: 'closed' });
      expect(issue.labels).toEqual(expect.arrayContaining(['type::sme-request', 'area::ai']));
    });

    it('a request that goes well has three comments and one internal note by the desk', async () => {
      const comments = await commentsOf(sandbox, requests.demo);
      const forPeople = comments.filter(({ key }) => key !== 'refused');
      expect(forPeople.map(({ key, internal }) => ({ key, internal }))).toEqual([
        { key: 'record', internal: false },
        { key: 'assigned', internal: false },
        { key: 'choice', internal: true },
        { key: 'feedback', internal: false },
      ]);
      expect(forPeople[2]?.text).not.toContain('@');
    });

    it('and reminds nobody at night, on no request', async () => {
      const told = toldIn(await see(sandbox.origin, rules));
      const unasked = told.filter(({ kind }) => !whenDecided.includes(kind) && !answers.includes(kind));
      expect(unasked.filter(({ who, at }) => !worksAt(rules, who, at))).toEqual([]);
      const digests = ['lena', 'omar', 'priya'].map((who) => `digest to ${who}`);
      expect([...new Set(unasked.map(({ kind, who }) => `${kind} to ${who}`))].sort()).toEqual([
        ...digests,
        'feedback to sam',
      ]);
    });

    it('whoever is answered has just done something', async () => {
      const seen = await see(sandbox.origin, rules);
      const answered = toldIn(seen).filter(({ kind }) => answers.includes(kind));
      expect(answered.map(({ kind, who }) => `${kind} to ${who}`)).toEqual([
        'refused to mallory',
        'problems to tom',
      ]);
      for (const { who, at } of answered) {
        const acted = seen.calls.some((call) => call.actor === who && call.write && call.at === at);
        expect({ who, acted }).toEqual({ who, acted: true });
      }
    });

    it('Mallory is told once why her click does not count', async () => {
      const refused = (await commentsOf(sandbox, requests.demo)).filter(({ key }) => key === 'refused');
      expect(refused).toHaveLength(1);
      expect(refused[0]?.text).toMatch(
        /^@mallory: .*only the approvers of the area and program leads decide/,
      );
    });

    it('the hurried request is sent back with everything that is missing, then goes its way', async () => {
      const comments = await commentsOf(sandbox, requests.hurried);
      expect(comments.map(({ key }) => key)).toEqual(['problems', 'record', 'assigned', 'choice']);
      expect(comments[0]?.text).toContain('03/12/2026');
      expect(comments[0]?.text).toMatch(/Questions for the SME/);
      const issue = await person(sandbox.origin, 'priya').readIssue(requests.hurried);
      expect(issue.assignees.map((user) => user.username)).toEqual(['carlos']);
      expect(stateOf(issue.labels)).toEqual(['request::engaged']);
    });

    it('the declined request is closed, and the requester is told by whom', async () => {
      const issue = await person(sandbox.origin, 'priya').readIssue(requests.review);
      expect(issue).toMatchObject({ state: 'closed', assignees: [] });
      expect(stateOf(issue.labels)).toEqual(['request::declined']);
      expect(issue.labels.filter((label) => label.endsWith('::pending'))).toEqual([]);
      const comments = await commentsOf(sandbox, requests.review);
      expect(comments.map(({ key }) => key)).toEqual(['record', 'declined']);
      expect(comments[1]?.text).toMatch(/^@sofia: .*declined by lena/);
    });

    it('only those whose turn it was were mentioned', () => {
      expect(mentionedOn(sandbox, requests.demo)).toEqual(['jonas', 'mallory', 'omar', 'priya', 'sam']);
      expect(mentionedOn(sandbox, requests.hurried)).toEqual(['carlos', 'lena', 'tom']);
      expect(mentionedOn(sandbox, requests.review)).toEqual(['lena', 'priya', 'sofia']);
    });

    it(`the opportunity teams ${withOutside ? 'have the assigned SMEs and nobody else' : 'are left alone'}`, () => {
      const byDesk = { TeamMemberRole: 'SME', CreatedById: '005AB000001DeskYAC' };
      const rows = (user: string) => (withOutside ? [{ UserId: user, ...byDesk }] : []);
      expect(teamOf(sandbox, opportunities.acme)).toEqual(rows('005AB000001JonaYAC'));
      expect(teamOf(sandbox, opportunities.globex)).toEqual(rows('005AB000001CarlYAC'));
      expect(teamOf(sandbox, opportunities.initech)).toEqual([]);
    });

    it(`the leads read a digest a week, ${withOutside ? 'each in their own conversation' : 'on one issue for all'}`, () => {
      const issues = Object.values(sandbox.world.gitlab.projects[7]?.issues ?? {});
      const digests = issues.filter((issue) => issue.title.startsWith('Weekly digest'));
      const direct = sandbox.world.slack.conversations.filter(({ kind }) => kind === 'im');
      const mine = direct.map((each) => each.messages.filter(({ subtype }) => subtype === null).length);
      expect(mine).toEqual(withOutside ? [2, 2, 2] : []);
      expect(
        digests.map(({ confidential, notes }) => [confidential, notes.filter((each) => !each.system).length]),
      ).toEqual(withOutside ? [] : [[true, 1]]);
    });

    it(`each request channel ${withOutside ? 'has one message about its request' : 'stays silent'}`, () => {
      const only = (text: unknown) => (withOutside ? [text] : []);
      const head = 'SME request';
      const taken = (text: string) =>
        expect.stringMatching(new RegExp(`^${text}, \\w{3} \\d+ \\w{3} \\d{4}, \\d\\d:\\d\\d UTC$`));
      expect(messagesIn(sandbox, 'C0AIREQ001')).toEqual(
        only(`${head} #1 · AI · Customer Demo · done: <@U0JONAS001>`),
      );
      expect(messagesIn(sandbox, 'C0DEDREQ01')).toEqual(
        only(taken(`${head} #2 · Dedicated · Architecture Review · engaged: <@U0CARLOS01>`)),
      );
      expect(messagesIn(sandbox, 'C0APPREQ01')).toEqual(
        only(`${head} #3 · Security · Technical Presentation · declined`),
      );
      expect(messagesIn(sandbox, 'C0GENERAL1')).toEqual([]);
    });

    it('the SME is let into the channel of the opportunity only where the desk is a member', () => {
      expect(membersOf(sandbox, 'C0OPPACME1').includes('U0JONAS001')).toBe(withOutside);
      expect(membersOf(sandbox, 'C0OPPGLOB1')).not.toContain('U0CARLOS01');
    });

    it('the record tells what was done outside, or that it is off', async () => {
      const [record] = await commentsOf(sandbox, requests.demo);
      expect(record?.text).toContain('**Completed.**');
      expect(record?.text).toContain('Approved by omar');
      expect(record?.text).toContain('Accepted on Mon 23 Nov 2026');
      expect(record?.text).toContain(
        withOutside ? 'Salesforce opportunity team: done' : 'Salesforce is off, please add the SME by hand',
      );
      expect(record?.text).toContain(withOutside ? 'Slack channel of the opportunity: done' : 'Slack is off');
    });

    it('the report of the month is in the wiki, with the page of definitions', () => {
      const pages = sandbox.world.gitlab.projects[7]?.wiki ?? [];
      expect(pages.map((page) => page.slug).sort()).toEqual([
        '_sidebar',
        'dashboard',
        'feedback/improvements',
        'home',
        'metrics',
        'reports/2026-11',
        'smes',
      ]);
      const published = pages.map((page) => page.content).join('\n');
      for (const name of ['Acme', 'Globex', 'Initech']) expect(published).not.toContain(name);
    });

    it('no address and no secret has left the desk for anywhere', () => {
      const sent = sandbox.world.journal.filter((call) => call.actor === desk && call.write);
      const bodies = sent.map((call) => JSON.stringify(call.body)).join('\n');
      for (const { email } of cast) if (email !== null) expect(bodies).not.toContain(email);
      expect(bodies).not.toMatch(/sandbox-(?:desk|secret|client)|xoxb-/);
    });

    it('vendors would have understood every call, and the oracle finds nothing', async () => {
      expect(watch.breaches()).toEqual([]);
      expect(sandbox.offences).toEqual([]);
      expect(findingsText(await examine(sandbox.origin, rules))).toBe('');
    });
  });
}
