import type { IssueState } from '../gitlab/state.ts';
import type { World } from '../world.ts';
import { remindedAtNight } from './at-night.ts';
import {
  clicksOn,
  deskNote,
  deskSlackUser,
  deskUserId,
  issuesOf,
  joins,
  ownIssuesOf,
  projectOf,
  requestsOf,
} from './place.ts';

/** One promise of the desk and what speaks against it; kept when nothing does. */
export interface CheckedPromise {
  readonly promise: string;
  readonly against: readonly string[];
}

/** Who decides in the example program, by area label. Stated here on its own: a check shares nothing with the desk. */
const deciders: Readonly<Record<string, readonly string[]>> = {
  'area::ai': ['priya', 'omar'],
  'area::appsec': ['priya', 'lena'],
  'area::dedicated': ['priya', 'lena'],
};

const customers = ['Acme', 'Globex', 'Initech', 'Hooli', 'Umbrella'];

/** Looks at the end of a story and checks what the desk promises (`docs/security.md#promises`). */
export function checkPromises(world: World, writesAfterwards: number): CheckedPromise[] {
  return [
    { promise: 'no access without an approver', against: unapproved(world) },
    { promise: 'nobody is engaged without a yes', against: unasked(world) },
    { promise: 'one team row per opportunity and SME', against: repeated(teamRows(world)) },
    { promise: 'one Slack message per request', against: repeated(messageKeys(world)) },
    { promise: 'one record per request', against: records(world) },
    { promise: 'every issue is confidential', against: open(world) },
    { promise: 'an SME record is its SME’s alone', against: sharedRecords(world) },
    { promise: 'nobody is reminded at night', against: remindedAtNight(world) },
    { promise: 'no customer in channels or pages', against: named(world) },
    { promise: 'no e-mail address goes out', against: addresses(world) },
    { promise: 'no text runs as a command', against: commands(world) },
    { promise: 'no call that no vendor has', against: [...world.offences] },
    {
      promise: 'one more run writes nothing',
      against: writesAfterwards === 0 ? [] : [`one more run wrote ${writesAfterwards} times`],
    },
  ];
}

/** Requests that were engaged though none of their SMEs has reacted to a comment of the desk's, or said `accept`. */
function unasked(world: World): string[] {
  const engaged = requestsOf(world).filter((issue) => clicksOn(world, issue, 'request::engaged').length > 0);
  const wrong = engaged.filter(({ assigneeIds, notes }) => {
    const said = notes.some(({ authorId, body }) => assigneeIds.includes(authorId) && /^accept/i.test(body));
    const reactions = notes.filter((note) => deskNote(note) !== null).flatMap(({ awards }) => awards);
    return (
      !said && !reactions.some(({ userId, name }) => assigneeIds.includes(userId) && name === 'thumbsup')
    );
  });
  return wrong.map((issue) => `#${issue.iid}`);
}

/** Requests with an SME that nobody who decides has approved, and guests who are the SME of no request. */
function unapproved(world: World): string[] {
  const withSme = requestsOf(world).filter((issue) => issue.assigneeIds.length > 0);
  const wrong = withSme.filter((issue) => !hasApproval(world, issue)).map((issue) => `#${issue.iid}`);
  const smes = new Set(
    withSme.flatMap((issue) => issue.assigneeIds.map((id) => world.gitlab.users[id]?.email)),
  );
  const strangers = world.salesforce.teamMembers
    .map((row) => world.salesforce.users.find((user) => user.Id === row.UserId)?.Email ?? row.UserId)
    .filter((email) => !smes.has(email));
  const guests = joins(world)
    .map((join) => world.slack.users.find((user) => user.id === join.user)?.email ?? join.user)
    .filter((email) => !smes.has(email));
  return [...wrong, ...strangers, ...guests];
}

function hasApproval(world: World, issue: IssueState): boolean {
  const clicks = clicksOn(world, issue, 'request::approved');
  const areas = issue.labelIds.map((id) => world.gitlab.labels[id]?.name ?? '');
  const may = areas.flatMap((area) => deciders[area] ?? []);
  return clicks.some((event) => may.includes(world.gitlab.users[event.userId ?? 0]?.username ?? ''));
}

function teamRows({ salesforce }: World): string[] {
  return salesforce.teamMembers.map((row) => `${row.OpportunityId} ${row.UserId}`);
}

function messageKeys({ slack }: World): string[] {
  return slack.conversations.flatMap((channel) =>
    channel.messages.flatMap((message) => {
      const key = message.metadata?.event_payload.key;
      return typeof key === 'string' ? [`${channel.id} ${key}`] : [];
    }),
  );
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function records(world: World): string[] {
  return requestsOf(world)
    .filter((issue) => issue.notes.filter((note) => deskNote(note)?.kind === 'record').length !== 1)
    .map((issue) => `#${issue.iid}`);
}

function open(world: World): string[] {
  return issuesOf(world)
    .filter((issue) => !issue.confidential)
    .map((issue) => `#${issue.iid}`);
}

/** Records of SMEs that somebody beside the one they are about is assigned to, or nobody. */
function sharedRecords(world: World): string[] {
  const records = ownIssuesOf(world).filter(({ labelIds }) =>
    labelIds.some((id) => world.gitlab.labels[id]?.name === 'type::sme-record'),
  );
  const wrong = records.filter(({ title, assigneeIds }) => {
    const names = assigneeIds.map((id) => world.gitlab.users[id]?.name ?? '?');
    return names.length !== 1 || !title.includes(names[0] ?? '?');
  });
  return wrong.map(({ iid }) => `#${iid}`);
}

function deskMessages({ slack }: World): string[] {
  return slack.conversations.flatMap((channel) =>
    channel.messages.filter((each) => each.user === deskSlackUser).map((each) => each.text),
  );
}

function named(world: World): string[] {
  const pages = projectOf(world).wiki.map(({ content }) => content);
  return [...deskMessages(world), ...pages].filter((text) =>
    customers.some((customer) => text.includes(customer)),
  );
}

function addresses(world: World): string[] {
  const notes = issuesOf(world).flatMap((issue) =>
    issue.notes.filter((note) => note.authorId === deskUserId),
  );
  const texts = [...notes.map((note) => note.body), ...projectOf(world).wiki.map((page) => page.content)];
  return [...texts, ...deskMessages(world)].filter((text) => text.includes('@example.com'));
}

function commands({ gitlab }: World): string[] {
  return gitlab.executed.filter((each) => each.userId === deskUserId).map((each) => each.command);
}
