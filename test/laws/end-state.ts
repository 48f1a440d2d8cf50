import type { GitLabWorld, IssueState, NoteState, ProjectState } from '../../src/sandbox/gitlab/state.ts';
import type { SlackConversation } from '../../src/sandbox/slack/state.ts';
import type { World } from '../../src/sandbox/world.ts';

type Json = Readonly<Record<string, unknown>>;

const deskProject = 7;

/**
 * What people can see at the end, and what the desk remembers of it: the part of a world that has to be the same
 * whichever way it came about. Left out are ids, times and event numbers, which tell the way and not the end.
 */
export function endState(world: World, options: { readonly inviterForgotten?: boolean } = {}): Json {
  const end = everything(world);
  return options.inviterForgotten === true ? withoutInviters(end) : end;
}

function everything(world: World): Json {
  const project = world.gitlab.projects[deskProject];
  if (project === undefined) throw new Error('the sandbox has no project of the desk');
  return {
    issues: Object.fromEntries(
      Object.values(project.issues)
        .filter((issue) => !isSpareTwin(issue))
        .map((issue) => [nameOf(issue), issueEnd(world.gitlab, issue)]),
    ),
    ...projectEnd(world.gitlab, project),
    teams: world.salesforce.teamMembers
      .map((row) => `${row.OpportunityId} ${row.UserId} ${row.TeamMemberRole ?? ''} by ${row.CreatedById}`)
      .sort(),
    channels: Object.fromEntries(world.slack.conversations.map((each) => [placeOf(each), channelEnd(each)])),
  };
}

/**
 * An issue of the desk's own that the slower of two runs has opened a second time. Nobody but an owner can delete
 * one, so it was closed and its labels were taken off; whoever looks for the first finds that.
 */
function isSpareTwin({ state, labelIds, description }: IssueState): boolean {
  return (
    state === 'closed' &&
    labelIds.length === 0 &&
    /<!-- sme-desk:(?:digest|follow-up|standing) /.test(description ?? '')
  );
}

/** A standing issue is known by its key: which of them was opened first is the way and not the end. */
function nameOf({ iid, description }: IssueState): string {
  return /<!-- sme-desk:standing \{.*"key":"(.*)"\} -->/.exec(description ?? '')?.[1] ?? String(iid);
}

function issueEnd(gitlab: GitLabWorld, issue: IssueState): Json {
  return {
    state: issue.state,
    confidential: issue.confidential,
    title: issue.title,
    description: issue.description,
    labels: issue.labelIds.map((id) => gitlab.labels[id]?.name ?? '').sort(),
    assignees: issue.assigneeIds.map((id) => gitlab.users[id]?.username ?? '').sort(),
    comments: issue.notes
      .filter((note) => !note.system)
      .map((note) => commentEnd(gitlab, note))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** A comment by its key (else its author), as it reads; of a record also what it remembers. */
function commentEnd(gitlab: GitLabWorld, note: NoteState): { key: string } & Json {
  const author = gitlab.users[note.authorId]?.username ?? '';
  const { internal } = note;
  const found = /\n*<!-- sme-desk:(record|note) (.*) -->$/.exec(note.body);
  if (found === null) return { key: `by ${author}: ${note.body}`, internal };
  const value: unknown = JSON.parse(found[2] ?? 'null');
  const text = withoutSecrets(note.body.slice(0, found.index)).replace(waitingSince, '$1 …');
  if (found[1] === 'record') return { key: 'record', author, internal, text, record: remembered(value) };
  return {
    key: withoutSince(String(withoutTrace(value, ['issue']).key)),
    author,
    internal,
    text: withoutSince(text),
  };
}

/** What is told of a clock, and the key it has: a later run has begun to wait later. */
function withoutSince(text: string): string {
  return text
    .replace(/(?<=\bclock[/:]\w+[/:])\d+/g, '…')
    .replace(/(?<=\bsince )\w{3} \d{1,2} \w{3} \d{4}, \d\d:\d\d/g, '…');
}

/** Since when somebody is waited for: a later run has begun to wait later. */
const waitingSince = /^(- Waiting for .*?) since .*$/m;

/**
 * The record without event numbers, times and the ids of rows. Of the remembered transitions the last one counts:
 * how many a run has noted before it was stopped is the way, not the end.
 */
function remembered(value: unknown): Json {
  const { decided, ...record } = withoutTrace(value, ['shownAfter', 'event', 'on', 'since', 'issue']);
  const last = Array.isArray(decided) ? decided.at(-1) : null;
  return { ...record, last, team: plainRows(record.team) };
}

/** Whether the row is there and the desk's own, somebody else's (`was there`), or not known yet. */
function plainRows(team: unknown): unknown {
  if (!Array.isArray(team)) return team;
  return team.map((each: Json) => ({ ...each, row: plainRow(each.row) }));
}

function plainRow(row: unknown): unknown {
  return row === null || row === 'was there' ? row : 'own';
}

/**
 * The one exception: Slack tells only in its answer whether the desk has let somebody in. When that answer was lost,
 * or the run died before it was written down, the desk finds the SME in the channel and cannot know by whom; so it
 * remembers `was there` and never removes what may not be its own (`docs/rules.md#after-assignment`).
 */
function withoutInviters(end: Json): Json {
  const text = JSON.stringify(end).replaceAll('"outcome":"invited"', '"outcome":"was there"');
  return withoutTrace(JSON.parse(text), []);
}

function withoutTrace(value: unknown, names: readonly string[]): Record<string, unknown> {
  const cleaned: unknown = JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (names.includes(key) ? undefined : each)),
  );
  if (typeof cleaned !== 'object' || cleaned === null) return {};
  return Object.fromEntries(Object.entries(cleaned));
}

/** A conversation between two is known by who they are: its id says only when it was opened. */
function placeOf({ id, kind, members }: SlackConversation): string {
  return kind === 'im' ? `between ${[...members].sort().join(' and ')}` : id;
}

/** A file that was uploaded twice, since the first answer was lost, has another address and is the same file. */
function withoutSecrets(text: string): string {
  return text.replace(/\/uploads\/[0-9a-f]{32}\//g, '/uploads/…/');
}

function channelEnd(channel: SlackConversation): Json {
  return {
    members: [...channel.members].sort(),
    messages: channel.messages
      .map((message) => `${String(message.metadata?.event_payload.key ?? message.user)}: ${message.text}`)
      .map(withoutSince)
      .sort(),
  };
}

/** A page says when surveys, votes and the roster were read for it: a later run has read them later. */
function withoutReadingTime(page: string): string {
  return page.replace(/([Rr]ead on (?:\| )?|"read":")\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/g, '$1…');
}

function projectEnd(gitlab: GitLabWorld, project: ProjectState): Json {
  const labels = Object.values(gitlab.labels).filter((label) => label.projectId === project.id);
  const name = (id: number | null): string => (id === null ? '' : (gitlab.labels[id]?.name ?? ''));
  return {
    labels: labels.map((label) => `${label.name} ${label.color} ${label.description ?? ''}`).sort(),
    boards: project.boards
      .map((board) => ({ name: board.name, lists: board.lists.map((list) => name(list.labelId)) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    schedules: project.schedules
      .map((each) => ({ ...each, id: 0, createdAt: 0, updatedAt: 0 }))
      .sort((a, b) => (a.description < b.description ? -1 : 1)),
    webhooks: project.webhooks.map(({ url, ...each }) => ({
      ...each,
      id: 0,
      createdAt: 0,
      url: url.replace(/token=.*/, 'token='),
    })),
    wiki: Object.fromEntries(project.wiki.map((page) => [page.slug, withoutReadingTime(page.content)])),
  };
}
