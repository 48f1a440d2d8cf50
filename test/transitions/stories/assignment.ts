import { expect } from 'vitest';
import { exampleConfig } from '../../builders/config.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { acme, people, user } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { quiet, standing } from '../scenes.ts';

/** The SMEs of the area of AI. */
const smes = ['ines', 'jonas', 'mei'] as const;

function gone(...usernames: readonly string[]) {
  return people(Object.fromEntries(usernames.map((each) => [each, { active: false }])));
}

export function smeOf({ desk, iid }: Scene): string {
  return desk.record(iid).decision?.username ?? '';
}

/** Another SME of the area than the one of the request. */
export function another(scene: Scene): string {
  return smes.find((each) => each !== smeOf(scene)) ?? '';
}

/** Salesforce users on the team of Acme, as usernames. */
export function team({ desk }: Scene): string[] {
  const { salesforce } = desk.world;
  if (salesforce.mode !== 'on') return [];
  const rows = salesforce.teamRows.filter((row) => row.opportunityId === acme);
  return rows.map(
    (row) => salesforce.users.find((each) => each.id === row.userId)?.email.split('@')[0] ?? '?',
  );
}

/** Members of the opportunity's channel, as Slack user ids. */
export function channelMembers({ desk }: Scene): readonly string[] {
  const { slack } = desk.world;
  return slack.mode === 'on' ? (slack.members['C0opp-acme'] ?? []) : [];
}

/** Approved in an area in which nothing is assigned yet. */
function planned(answers: Readonly<Record<string, string>> = {}): Scene {
  const config = exampleConfig({
    program: [['aliases: [Artificial Intelligence, GitLab Duo]', 'aliases: [GitLab Duo]\n    live: false']],
  });
  const desk = new PaperDesk({ config });
  const scene = { desk, iid: desk.open({}, answers) };
  quiet(scene);
  desk.click(scene.iid, 'omar', 'request::approved');
  quiet(scene);
  return scene;
}

function goesLive({ desk }: Scene): void {
  desk.config = exampleConfig();
}

function expectOnly(scene: Scene, username: string): void {
  const { desk, iid } = scene;
  expect(smeOf(scene)).toBe(username);
  expect(desk.issue(iid).assignees.map((each) => each.username)).toEqual([username]);
  expect(team(scene)).toEqual([username]);
  expect(channelMembers(scene)).toHaveLength(1);
}

const found: readonly RowStory[] = [
  {
    from: 'approved',
    event: 'SME found',
    to: 'assigned',
    given: () => planned(),
    when: goesLive,
    then: (scene) => {
      const { desk, iid } = scene;
      expectOnly(scene, smeOf(scene));
      expect(desk.comments(iid).get('assigned:1')).toMatch(/^@sam and @\w+: \*\*/);
      expect(desk.comments(iid).get('assigned:1')).toContain('[Calendar file](/uploads/');
    },
  },
  {
    from: 'waitlisted',
    event: 'SME found',
    to: 'assigned',
    given: () => {
      const scene = planned();
      scene.desk.world = { ...scene.desk.world, people: gone(...smes) };
      goesLive(scene);
      quiet(scene);
      return scene;
    },
    when: ({ desk }) => {
      desk.world = { ...desk.world, people: people() };
    },
    then: (scene) => expectOnly(scene, smeOf(scene)),
  },
  {
    from: 'approved',
    event: 'nobody free',
    to: 'waitlisted',
    given: () => planned(),
    when: (scene) => {
      scene.desk.world = { ...scene.desk.world, people: gone(...smes) };
      goesLive(scene);
    },
    then: ({ desk, iid }) => {
      const told = [...desk.comments(iid)].filter(([key]) => key.startsWith('waitlisted:'));
      expect(told).toHaveLength(1);
      expect(told[0]?.[1]).toContain(
        '@sam: approved, but nobody can take it yet: of the SMEs of the area 3 not active',
      );
    },
  },
  {
    from: 'approved',
    event: 'larger than any budget',
    to: 'waitlisted',
    given: () => planned({ 'Expected duration': '3 days' }),
    when: goesLive,
    then: ({ desk, iid }) => {
      const [body] = [...desk.comments(iid)].flatMap(([key, text]) =>
        key.startsWith('waitlisted:') ? [text] : [],
      );
      expect(body).toContain('@sam and @omar: approved');
      expect(body).toContain('needs an assignment by hand');
    },
  },
];

function handedBy(scene: Scene, chosen: string): void {
  const { desk, iid } = scene;
  const mine = [...desk.comments(iid)].filter(([key]) => key.startsWith('assigned:')).at(-1)?.[1] ?? '';
  expect(mine).toContain(`@sam and @${chosen}: `);
  expect(mine).toContain('chosen by priya');
  expect(desk.record(iid).decision).toMatchObject({ override: user('priya').id, accepted: null });
}

const overridden: readonly RowStory[] = (
  ['approved', 'waitlisted', 'assigned', 'engaged', 'changed'] as const
).map((from) => ({
  from,
  event: 'overridden',
  to: from === 'changed' ? from : 'assigned',
  given: () => standing(from),
  when: (scene) => scene.desk.assign(scene.iid, 'priya', another(scene)),
  then: (scene) => {
    const chosen = scene.desk.issue(scene.iid).assignees[0]?.username ?? '';
    handedBy(scene, chosen);
    // A changed request grants nothing new, and what was granted to the one before is taken back at once.
    if (from !== 'changed') expectOnly(scene, chosen);
    else expect([smeOf(scene), team(scene), channelMembers(scene)]).toEqual([chosen, [], []]);
  },
}));

export const assignmentStories: readonly RowStory[] = [...found, ...overridden];
