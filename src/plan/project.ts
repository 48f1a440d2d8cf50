import { markerLine, withMarker } from '../domain/record/marker.ts';
import type { IssueFacts, LabelEvent, Note, Snapshot, StateEvent, UserRef } from '../domain/snapshot.ts';
import { lastEventId } from '../domain/timeline/fold-labels.ts';
import type {
  Action,
  CreateNote,
  IssueAction,
  SealRecord,
  SetIssue,
  TellPerson,
  WriteRecord,
} from './action.ts';
import type { CommentDigest, TellDigest } from './digest-action.ts';
import { projectChannel } from './project-channel.ts';
import { projectReply } from './project-reply.ts';

/**
 * The world as it will be after some actions, so that the next step decides on it. Nothing is read: what does
 * not exist yet is a reference, and an event that is still to come has an id between the last one GitLab gave
 * and the next it can give.
 */
export function project(snapshot: Snapshot, actions: readonly Action[]): Snapshot {
  return actions.reduce(projectOne, snapshot);
}

function projectOne(snapshot: Snapshot, action: Action): Snapshot {
  switch (action.kind) {
    case 'issue.set':
      return withIssue(snapshot, action, (issue) => setIssue(issue, action, snapshot));
    case 'record.write':
    case 'record.seal':
      return withIssue(snapshot, action, (issue) => writeRecord(issue, action, snapshot));
    case 'note.create':
      return withIssue(snapshot, action, (issue) => addNote(issue, action, snapshot));
    case 'note.delete':
      return withIssue(snapshot, action, (issue) => ({
        ...issue,
        notes: issue.notes.filter((note) => note.id !== action.note),
      }));
    case 'team.add':
    case 'team.remove':
      return projectSalesforce(snapshot, action);
    case 'slack.tell':
    case 'digest.tell':
      return projectTelling(snapshot, action);
    case 'digest.comment':
      return projectDigest(snapshot, action);
    case 'slack.post':
    case 'slack.edit':
    case 'slack.delete':
    case 'slack.invite':
    case 'slack.remove':
      return projectSlack(snapshot, action);
    case 'slack.channel.create':
    case 'slack.channel.set':
    case 'slack.channel.archive':
    case 'slack.pin':
      return projectChannel(snapshot, action);
    case 'slack.reply':
      return projectReply(snapshot, action);
    case 'issue.create':
    case 'issue.link':
    case 'file.upload':
    case 'digest.open':
    // Cards are not among the requests that later steps decide on.
    case 'card.set':
    case 'card.record':
    case 'card.comment':
    case 'card.note.delete':
    case 'card.link':
    case 'asker.tell':
    case 'standing.open':
    case 'standing.edit':
    case 'program.post':
    case 'wiki.write':
    case 'label.create':
    case 'board.ensure':
    case 'schedule.ensure':
    case 'webhook.ensure':
      return snapshot;
    default:
      return action satisfies never;
  }
}

function withIssue(
  snapshot: Snapshot,
  action: IssueAction,
  change: (issue: IssueFacts) => IssueFacts,
): Snapshot {
  return {
    ...snapshot,
    issues: snapshot.issues.map((issue) => (issue.iid === action.issue ? change(issue) : issue)),
  };
}

function setIssue(issue: IssueFacts, action: SetIssue, snapshot: Snapshot): IssueFacts {
  const labels = [
    ...new Set([...issue.labels.filter((each) => !action.remove.includes(each)), ...action.add]),
  ];
  const users = Object.values(snapshot.people);
  const assignees = action.assignees?.map(
    (id) => users.find((user) => user.id === id) ?? { id, username: '' },
  );
  return {
    ...issue,
    labels: labels.sort(),
    labelEvents: [...issue.labelEvents, ...comingEvents(issue, action, snapshot)],
    stateEvents: [...issue.stateEvents, ...comingStateEvents(issue, action, snapshot)],
    assignees: assignees?.map(({ id, username }) => ({ id, username })) ?? issue.assignees,
    confidential: issue.confidential || action.confidential === true,
    state: action.state === undefined ? issue.state : action.state === 'close' ? 'closed' : 'opened',
  };
}

const fraction = 1 / 1024;

function comingEvents(issue: IssueFacts, action: SetIssue, snapshot: Snapshot): LabelEvent[] {
  const highest = issue.labelEvents.reduce(
    (most, event) => Math.max(most, event.id),
    lastEventId(issue.labelEvents),
  );
  const changes = [
    ...action.remove
      .filter((name) => issue.labels.includes(name))
      .map((name) => ({ name, action: 'remove' as const })),
    ...action.add
      .filter((name) => !issue.labels.includes(name))
      .map((name) => ({ name, action: 'add' as const })),
  ];
  return changes.map((change, index) => ({
    id: highest + fraction * (index + 1),
    user: deskOf(snapshot),
    at: snapshot.now,
    label: { id: snapshot.labels.find((label) => label.name === change.name)?.id ?? 0, name: change.name },
    action: change.action,
  }));
}

function comingStateEvents(issue: IssueFacts, action: SetIssue, snapshot: Snapshot): StateEvent[] {
  if (action.state === undefined) return [];
  const highest = issue.stateEvents.reduce((most, event) => Math.max(most, event.id), 0);
  const state = action.state === 'close' ? 'closed' : 'reopened';
  return [{ id: highest + fraction, user: deskOf(snapshot), at: snapshot.now, state }];
}

function deskOf(snapshot: Snapshot): UserRef {
  return { id: snapshot.desk.id, username: snapshot.desk.username };
}

function writeRecord(issue: IssueFacts, action: WriteRecord | SealRecord, snapshot: Snapshot): IssueFacts {
  const shown = action.kind === 'record.seal' ? { shownAfter: lastEventId(issue.labelEvents) } : {};
  const body = withMarker(action.text, markerLine('record', { ...action.record, ...shown }));
  const id = action.note ?? (`record(${issue.iid})` as const);
  const existing = issue.notes.find((note) => note.id === id);
  if (existing !== undefined) {
    return {
      ...issue,
      notes: issue.notes.map((note) => (note.id === id ? { ...note, body, updatedAt: snapshot.now } : note)),
    };
  }
  return { ...issue, notes: [...issue.notes, comingNote(id, body, false, snapshot)] };
}

function addNote(issue: IssueFacts, action: CreateNote, snapshot: Snapshot): IssueFacts {
  const body = withMarker(action.body, markerLine('note', { issue: issue.id, key: action.key }));
  const id = `note(${issue.iid},${action.key})` as const;
  return { ...issue, notes: [...issue.notes, comingNote(id, body, action.internal, snapshot)] };
}

function comingNote(id: Note['id'], body: string, internal: boolean, snapshot: Snapshot): Note {
  const { now } = snapshot;
  return { id, author: deskOf(snapshot), body, at: now, updatedAt: now, system: false, internal };
}

function projectSalesforce(
  snapshot: Snapshot,
  action: Extract<Action, { kind: 'team.add' | 'team.remove' }>,
): Snapshot {
  const { salesforce } = snapshot;
  if (salesforce.mode !== 'on') return snapshot;
  if (action.kind === 'team.remove') {
    const teamRows = salesforce.teamRows.filter((row) => row.id !== action.row);
    return { ...snapshot, salesforce: { ...salesforce, teamRows } };
  }
  const row = {
    id: `row(${action.issue},${action.user})` as const,
    opportunityId: action.opportunity,
    userId: action.user,
    role: action.role,
    createdById: salesforce.integrationUserId,
    createdAt: snapshot.now,
  };
  return { ...snapshot, salesforce: { ...salesforce, teamRows: [...salesforce.teamRows, row] } };
}

/** A message to one person stands in the conversation with them, which may not exist yet. */
function projectTelling(snapshot: Snapshot, { user, key, text }: TellPerson | TellDigest): Snapshot {
  const { slack } = snapshot;
  if (slack.mode !== 'on') return snapshot;
  const channel = slack.direct[user] ?? `direct-${user}`;
  const ts = `message(0,${key})` as const;
  return {
    ...snapshot,
    slack: {
      ...slack,
      direct: { ...slack.direct, [user]: channel },
      messages: [...slack.messages, { channel, ts, key, text }],
    },
  };
}

function projectDigest(snapshot: Snapshot, { on, key, body }: CommentDigest): Snapshot {
  const issues = snapshot.issues.map((issue) => {
    if (issue.iid !== on) return issue;
    const marked = withMarker(body, markerLine('note', { issue: issue.id, key }));
    return { ...issue, notes: [...issue.notes, comingNote(`note(${on},${key})`, marked, false, snapshot)] };
  });
  return { ...snapshot, issues };
}

type SlackAction = Extract<
  Action,
  { kind: 'slack.post' | 'slack.edit' | 'slack.delete' | 'slack.invite' | 'slack.remove' }
>;

function projectSlack(snapshot: Snapshot, action: SlackAction): Snapshot {
  const { slack } = snapshot;
  if (slack.mode !== 'on') return snapshot;
  const next = (change: Partial<typeof slack>): Snapshot => ({ ...snapshot, slack: { ...slack, ...change } });
  const members = slack.members[action.channel] ?? [];
  switch (action.kind) {
    case 'slack.post': {
      const { channel, key, text } = action;
      const ts = `message(${action.issue},${key})` as const;
      return next({ messages: [...slack.messages, { channel, ts, key, text }] });
    }
    case 'slack.edit':
      return next({
        messages: slack.messages.map((each) =>
          each.channel === action.channel && each.ts === action.ts ? { ...each, text: action.text } : each,
        ),
      });
    case 'slack.delete':
      return next({
        messages: slack.messages.filter((each) => each.channel !== action.channel || each.ts !== action.ts),
      });
    case 'slack.invite':
      return next({ members: { ...slack.members, [action.channel]: [...members, action.user] } });
    case 'slack.remove':
      return next({
        members: { ...slack.members, [action.channel]: members.filter((each) => each !== action.user) },
      });
    default:
      return action satisfies never;
  }
}
