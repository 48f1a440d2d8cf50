import type { IssueState } from '../gitlab/state.ts';
import type { World } from '../world.ts';
import {
  deskNote,
  deskSlackUser,
  deskUserId,
  issuesOf,
  labelsOf,
  nameOf,
  projectOf,
  salesforceName,
} from './place.ts';

/**
 * Everything that a story has brought about, one sentence each and sorted: who can see what, what was written, and
 * whom it notified. Ids and times are left out, so that two plays can be compared.
 */
function effectsOf(world: World): string[] {
  return [
    ...issuesOf(world).flatMap((issue) => issueEffects(world, issue)),
    ...teamEffects(world),
    ...slackEffects(world),
    ...projectEffects(world),
  ].sort();
}

function issueEffects(world: World, issue: IssueState): string[] {
  const name = `#${issue.iid}`;
  const people = issue.assigneeIds.map((id) => nameOf(world, id)).join(', ');
  const notes = issue.notes.map((note) => {
    const kind = note.system ? 'system note' : (deskNote(note)?.kind ?? 'note');
    return `${name} ${kind}${note.internal ? ', internal' : ''} by ${nameOf(world, note.authorId)}: ${timeless(note.body)}`;
  });
  const moves = issue.labelEvents
    .filter((event) => event.userId === deskUserId && event.action === 'add')
    .map(
      (event) =>
        `${name} got the label ${world.gitlab.labels[event.labelId]?.name ?? event.labelId} from the desk`,
    );
  return [
    `${name} is ${issue.state}, ${issue.confidential ? 'confidential' : 'open to all members'}`,
    `${name} carries ${labelsOf(world, issue).join(', ')}`,
    `${name} is assigned to ${people === '' ? 'nobody' : people}`,
    ...notes,
    ...moves,
  ];
}

function teamEffects(world: World): string[] {
  const { salesforce } = world;
  const teams = salesforce.teamMembers.map(
    (row) =>
      `${salesforceName(world, row.UserId)} is on the team of ${row.OpportunityId} as ${row.TeamMemberRole}`,
  );
  const removed = salesforce.removedTeamMembers.map(
    ({ row }) => `${salesforceName(world, row.UserId)} was taken off the team of ${row.OpportunityId}`,
  );
  return [...teams, ...removed];
}

function slackEffects({ slack }: World): string[] {
  const channels = slack.conversations.flatMap((channel) => [
    ...channel.members.map((user) => `${user} is in #${channel.name}`),
    ...channel.messages
      .filter((each) => each.user === deskSlackUser || each.inviter === deskSlackUser)
      .map(
        (each) => `#${channel.name}: ${each.subtype ?? 'message'} of ${each.user}: ${withoutWay(each.text)}`,
      ),
  ]);
  const notified = slack.notifications.map(
    ({ channel, notified: whom }) =>
      `Slack notified ${[...whom.users, ...whom.broadcasts].join(', ')} in ${channel}`,
  );
  return [...channels, ...notified];
}

function projectEffects(world: World): string[] {
  const project = projectOf(world);
  return [
    ...Object.values(world.gitlab.labels).map((label) => `there is a label ${label.name}`),
    ...project.boards.map((board) => `there is a board ${board.name} with ${board.lists.length} lists`),
    ...project.schedules.map((schedule) => `there is a schedule ${schedule.description}`),
    ...project.webhooks.map(() => 'there is a webhook'),
    ...project.wiki.map((page) => `wiki ${page.slug}: ${withoutTimes(page.content)}`),
  ];
}

/** A text of GitLab without the hidden marker, which holds ids and times, and without the port of the sandbox. */
function timeless(body: string): string {
  return withoutPort(body)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^- Waiting for .*$/gm, '- Waiting for #')
    .trim();
}

/** A text without the port of the sandbox, of which each play has its own. */
function withoutPort(text: string): string {
  return text.replace(/http:\/\/127\.0\.0\.1:\d+/g, '');
}

/** A text without the port of the sandbox and without how long something took. */
function withoutWay(text: string): string {
  return withoutPort(text).replace(/[\d.]+ h\b/g, '#');
}

/**
 * A page without the port of the sandbox, times and hours: an interruption of ninety seconds may show in the figures of
 * how long something took, and in the chart of them.
 */
function withoutTimes(content: string): string {
  return withoutWay(content)
    .replace(/\d\d:\d\d/g, '#')
    .replace(/"value":[\d.]+,"unit":"h"/g, '"value":#')
    .replace(/^ *bar \[.*\]$/gm, '#');
}

/** How the end of an interrupted play differs from that of an uninterrupted one. */
export interface Comparison {
  /** Effects of the uninterrupted play. */
  readonly effects: number;
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
}

/** Compares two ends effect by effect; one that is there twice where it belongs once is repeated. */
export function compareEnds(interrupted: World, uninterrupted: World): Comparison {
  const [here, there] = [effectsOf(interrupted), effectsOf(uninterrupted)];
  return { effects: there.length, lost: withoutThose(there, here), repeated: withoutThose(here, there) };
}

function withoutThose(effects: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return effects.filter((effect) => {
    const index = left.indexOf(effect);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
