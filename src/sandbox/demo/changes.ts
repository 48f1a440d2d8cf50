import type { IssueState, NoteState } from '../gitlab/state.ts';
import type { World } from '../world.ts';
import { type NoteText, noteText } from './note-text.ts';
import {
  deskNote,
  deskSlackUser,
  issuesOf,
  labelsOf,
  nameOf,
  projectOf,
  salesforceName,
  slackName,
} from './place.ts';

/** One thing that is different after a run: what the desk has done, as its systems remember it. */
export type Change =
  | {
      readonly kind: 'labels';
      readonly issue: number;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'assigned'; readonly issue: number; readonly names: readonly string[] }
  | { readonly kind: 'closed'; readonly issue: number }
  | { readonly kind: 'made confidential'; readonly issue: number }
  | {
      readonly kind: 'note';
      readonly issue: number;
      /** `record`, or the key of a comment such as `assigned:1`. */
      readonly key: string;
      readonly internal: boolean;
      readonly isNew: boolean;
      readonly text: NoteText;
    }
  | { readonly kind: 'team'; readonly opportunity: string; readonly name: string; readonly role: string }
  | { readonly kind: 'off the team'; readonly opportunity: string; readonly name: string }
  | { readonly kind: 'message'; readonly channel: string; readonly text: string; readonly isNew: boolean }
  | { readonly kind: 'invited'; readonly channel: string; readonly name: string }
  | { readonly kind: 'page'; readonly slug: string; readonly firstLine: string; readonly isNew: boolean }
  | { readonly kind: 'project'; readonly what: string; readonly count: number };

/** What is different between two states of the world, in the order in which a reader wants it. */
export function changesBetween(before: World, after: World): Change[] {
  return [
    ...projectChanges(before, after),
    ...issuesOf(after).flatMap((issue) => issueChanges(before, after, issue)),
    ...teamChanges(before, after),
    ...slackChanges(before, after),
    ...pageChanges(before, after),
  ];
}

function projectChanges(before: World, after: World): Change[] {
  const [was, is] = [projectOf(before), projectOf(after)];
  const counts: [string, number][] = [
    ['labels', Object.keys(after.gitlab.labels).length - Object.keys(before.gitlab.labels).length],
    ['boards', is.boards.length - was.boards.length],
    ['schedules', is.schedules.length - was.schedules.length],
    ['webhook', is.webhooks.length - was.webhooks.length],
  ];
  return counts.flatMap(([what, count]) => (count === 0 ? [] : [{ kind: 'project' as const, what, count }]));
}

function issueChanges(before: World, after: World, issue: IssueState): Change[] {
  const was = projectOf(before).issues[issue.iid];
  const { iid } = issue;
  const changes: Change[] = [];
  const labels = { was: was === undefined ? [] : labelsOf(before, was), is: labelsOf(after, issue) };
  const added = labels.is.filter((each) => !labels.was.includes(each));
  const removed = labels.was.filter((each) => !labels.is.includes(each));
  if (issue.confidential && was?.confidential === false)
    changes.push({ kind: 'made confidential', issue: iid });
  if (added.length + removed.length > 0) changes.push({ kind: 'labels', issue: iid, added, removed });
  const newcomers = issue.assigneeIds.filter((id) => !was?.assigneeIds.includes(id));
  if (newcomers.length > 0) {
    changes.push({ kind: 'assigned', issue: iid, names: newcomers.map((id) => nameOf(after, id)) });
  }
  changes.push(...issue.notes.flatMap((note) => noteChange(was, iid, note)));
  if (issue.state === 'closed' && was?.state === 'opened') changes.push({ kind: 'closed', issue: iid });
  return changes;
}

function noteChange(was: IssueState | undefined, issue: number, note: NoteState): Change[] {
  const ours = deskNote(note);
  const old = was?.notes.find((each) => each.id === note.id);
  if (ours === null || old?.body === note.body) return [];
  const isNew = old === undefined;
  return [{ kind: 'note', issue, key: ours.key, internal: note.internal, isNew, text: noteText(note.body) }];
}

function teamChanges(before: World, after: World): Change[] {
  const changeOf = (row: World['salesforce']['teamMembers'][number]) => ({
    opportunity:
      after.salesforce.opportunities.find((each) => each.Id === row.OpportunityId)?.Name ?? row.OpportunityId,
    name: salesforceName(after, row.UserId),
    role: row.TeamMemberRole ?? 'no role',
  });
  const known = new Set(before.salesforce.teamMembers.map((row) => row.Id));
  const kept = new Set(after.salesforce.teamMembers.map((row) => row.Id));
  const added = after.salesforce.teamMembers.filter((row) => !known.has(row.Id));
  const gone = before.salesforce.teamMembers.filter((row) => !kept.has(row.Id));
  return [
    ...added.map((row) => ({ kind: 'team' as const, ...changeOf(row) })),
    ...gone.map((row) => ({ kind: 'off the team' as const, ...changeOf(row) })),
  ];
}

function slackChanges(before: World, after: World): Change[] {
  return after.slack.conversations.flatMap((channel) => {
    const known = before.slack.conversations.find((each) => each.id === channel.id)?.messages ?? [];
    return channel.messages.flatMap((message): Change[] => {
      const old = known.find((each) => each.ts === message.ts);
      if (message.inviter === deskSlackUser && old === undefined) {
        return [{ kind: 'invited', channel: channel.name, name: slackName(after, message.user) }];
      }
      if (message.user !== deskSlackUser || message.subtype !== null || old?.text === message.text) return [];
      const text = readableSlack(after, message.text);
      return [{ kind: 'message', channel: channel.name, text, isNew: old === undefined }];
    });
  });
}

/** A Slack text as people see it: names in place of ids, characters in place of their escapes. */
function readableSlack(world: World, text: string): string {
  return text
    .replace(/<@(\w+)>/g, (_, id: string) => `@${slackName(world, id)}`)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function pageChanges(before: World, after: World): Change[] {
  return projectOf(after).wiki.flatMap((page) => {
    const old = projectOf(before).wiki.find((each) => each.slug === page.slug);
    if (old?.content === page.content) return [];
    const { firstLine } = noteText(page.content);
    return [{ kind: 'page', slug: page.slug, firstLine, isNew: old === undefined }];
  });
}
