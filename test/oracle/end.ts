import { keyIn, recordIn, withoutMarker } from './marker.ts';
import type { OutsideNote } from './outside.ts';
import type { Seen, SeenIssue } from './seen.ts';

/** How a world ended, as lines that compare: place → what is there. Without ids, times and places in the journal. */
export type End = ReadonlyMap<string, string>;

/**
 * The end of a world. Left out is what two runs to the same end may differ in: ids and times of what they wrote,
 * and whether the desk knows that an invitation was its own after Slack's answer to it was lost.
 */
export function endOf(seen: Seen, options: { readonly without?: readonly number[] } = {}): End {
  const end = new Map<string, string>();
  for (const issue of seen.issues) {
    if (!options.without?.includes(issue.iid)) describeIssue(seen, issue, end);
  }
  describeProject(seen, end);
  describeSalesforce(seen, end);
  describeSlack(seen, end, options.without ?? []);
  return end;
}

function put(end: Map<string, string>, place: string, what: unknown): void {
  const before = end.get(place);
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  end.set(place, before === undefined ? text : `${before}\n${text}`);
}

function describeIssue(seen: Seen, issue: SeenIssue, end: Map<string, string>): void {
  const name = `#${issue.iid}`;
  const { raw } = issue;
  put(end, `${name} title`, raw.title);
  put(end, `${name} description`, raw.description ?? '');
  put(end, `${name} state`, raw.state);
  put(end, `${name} confidential`, String(raw.confidential));
  put(end, `${name} labels`, issue.labels);
  put(end, `${name} assignees`, issue.assignees);
  const comments = raw.notes.filter((note) => !note.system);
  for (const note of comments) describeNote(seen, note, { name, issue, end });
}

function describeNote(
  seen: Seen,
  note: OutsideNote,
  { name, issue, end }: { name: string; issue: SeenIssue; end: Map<string, string> },
): void {
  const isDesk = seen.desk.ids.includes(note.authorId);
  const author = isDesk ? 'desk' : (seen.state.gitlab.users[String(note.authorId)]?.username ?? 'ghost');
  const record = isDesk ? recordIn(note.body) : null;
  const key = isDesk ? (keyIn(note.body)?.key ?? '') : '';
  const kind = record === null ? `comment ${withoutIds(key)}` : 'record';
  const text = withoutIds(withoutMarker(note.body));
  put(end, `${name} ${author} ${kind}`, `${note.internal ? 'internal ' : ''}${text}`);
  if (record === null) return;
  const { approval, decision, team, invitations } = record;
  put(end, `${name} record, own`, String(record.issue === issue.id));
  put(end, `${name} record, approved by`, approval === null ? 'nobody' : String(approval.user));
  put(
    end,
    `${name} record, shown`,
    `${record.digest ?? 'never'} ${record.shownAfter === null ? 'unsealed' : 'sealed'}`,
  );
  const decided =
    decision === null
      ? null
      : [decision.number, decision.username, decision.start, decision.end, decision.parts];
  put(end, `${name} record, decision`, decided);
  put(
    end,
    `${name} record, team`,
    team.map(({ opportunity, user, row }) => [opportunity, user, ofRow(row)]).sort(),
  );
  put(end, `${name} record, invitations`, invitations.map(({ channel, user }) => [channel, user]).sort());
}

/** The desk's own row, somebody else's, or one only meant. */
function ofRow(row: string | null): string {
  if (row === null) return 'meant';
  return row.startsWith('00q') ? 'own' : row;
}

/** Event ids grow with every write, so they differ between two runs, and so does the moment a wait began. */
function withoutIds(text: string): string {
  return text
    .replace(/(?<=\bevent )\d+/g, 'N')
    .replace(/(?<=\/uploads\/)[0-9a-f]{32}(?=\/)/g, 'N')
    .replace(/(?<=:|\/clock\/\w+\/)\d{5,}/g, 'N')
    .replace(/^(- Waiting for .*?) since .*$/gm, '$1')
    .replace(/(?<=\bsince )\w{3} \d{1,2} \w{3} \d{4}, \d\d:\d\d/g, 'N');
}

function describeProject(seen: Seen, end: Map<string, string>): void {
  const { project, state } = seen;
  const labels = Object.values(state.gitlab.labels).filter((label) => label.projectId === project.id);
  const nameOf = (id: number | null): string => state.gitlab.labels[String(id)]?.name ?? '';
  put(end, 'labels', labels.map((label) => [label.name, label.description]).sort());
  for (const page of project.wiki) put(end, `wiki ${page.slug}`, page.content);
  for (const board of project.boards)
    put(
      end,
      `board ${board.name}`,
      board.lists.map((each) => nameOf(each.labelId)),
    );
  for (const { description, ...schedule } of project.schedules) put(end, `schedule ${description}`, schedule);
  put(end, 'webhooks', String(project.webhooks.length));
}

function describeSalesforce(seen: Seen, end: Map<string, string>): void {
  for (const row of seen.state.salesforce.teamMembers) {
    const by = row.CreatedById === seen.desk.salesforce ? 'desk' : row.CreatedById;
    put(end, `team ${row.OpportunityId} ${row.UserId}`, `${row.TeamMemberRole ?? ''} by ${by}`);
  }
}

function describeSlack(seen: Seen, end: Map<string, string>, without: readonly number[]): void {
  const left = without.map((iid) => `${seen.project.id}/${iid}/`);
  for (const conversation of seen.state.slack.conversations) {
    const people = [...conversation.members].sort();
    // A conversation between two has an id that says only when it was opened.
    const place = conversation.kind === 'im' ? people.join(' and ') : conversation.id;
    put(end, `${place} members`, people);
    for (const message of conversation.messages) {
      const key = String(message.metadata?.event_payload.key ?? '');
      if (message.subtype !== null || left.some((each) => key.startsWith(each))) continue;
      put(end, `${place} message ${withoutIds(key)}`, withoutIds(message.text));
    }
  }
}
